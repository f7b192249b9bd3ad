"""The partners: who waits for word, who went quiet, what they sent."""
