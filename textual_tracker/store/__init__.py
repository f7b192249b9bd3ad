"""The journal on the disk: where its files lie, what they hold, what changed, and the index that remembers it."""
