"""Text to records: a span for every value, and every fault as a problem with its place."""
