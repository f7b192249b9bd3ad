"""What a reading command shows: rows for its JSON, lines and tables for people; each report has a few files."""
