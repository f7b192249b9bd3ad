"""The journal's past, as git keeps it."""
