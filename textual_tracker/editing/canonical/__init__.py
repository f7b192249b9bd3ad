"""The canonical text of a file: spacing and quoting put in order, not a word of it changed. `canonical` is the door."""
