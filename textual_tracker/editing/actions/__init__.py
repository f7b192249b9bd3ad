"""What a person can record, one kind of action a file: each edits on a `Draft`, and says in a sentence what it did."""
