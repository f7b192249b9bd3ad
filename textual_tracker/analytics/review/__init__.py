"""The week on one page: what was done, who waits, who came and went, what is ahead, and one thing to change.

Source: docs/numbers.md, "Review".
"""
