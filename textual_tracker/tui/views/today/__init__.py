"""The day: what to do next, and everything in order."""
