"""What a person's action changes in the journal's files: planned here, as the smallest edit, and written elsewhere."""
