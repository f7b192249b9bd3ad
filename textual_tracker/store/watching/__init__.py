"""Watching a journal: when to look at the disk again, and where."""
