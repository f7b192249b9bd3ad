"""What surrounds a journal: the files that travel with the program, the user's own folders, their editor."""
