"""What surrounds a journal: the files that travel with the program, and the user's own folders."""
