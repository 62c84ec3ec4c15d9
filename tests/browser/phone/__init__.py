"""The phone as its person meets it: by keyboard alone, by ear, with large letters, and with a room that does not wait."""
