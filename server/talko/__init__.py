"""Talko: a live tool for co-development workshops."""

__version__ = "0.1.0"
