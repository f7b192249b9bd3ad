"""Who waits, by which rule, and what to do."""
