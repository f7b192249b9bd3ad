"""Who sends clients: which partner waits for word, what they sent, and what to tell them."""
