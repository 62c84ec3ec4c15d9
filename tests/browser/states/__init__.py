"""Every page in every state it can be in, and the rules that hold in all of them."""
