"""Edits of a record's text that touch only their own line: `splice` is the door."""
