"""The phone as its person meets it: by keyboard, by ear, with large letters, in a room that does not wait."""
