"""The example workshop: a file, who plays it, what must come out of it, and who compares.

Nothing is imported here, so that what is worked out in `expected` stands on nothing of the server.
"""

EXAMPLE = "examples/palvelukahvila.yaml"
