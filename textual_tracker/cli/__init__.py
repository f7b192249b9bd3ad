"""The command line: one table of what can be typed, one file a verb, one way of showing things."""
