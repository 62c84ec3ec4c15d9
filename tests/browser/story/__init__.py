"""The example workshop played through its faces: pressed and typed on pages, as the people of it would."""
