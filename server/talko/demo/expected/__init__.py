"""What a stranger can see when the example workshop is over, worked out without any of Talko."""
