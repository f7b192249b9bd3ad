"""What a journal says as of a day: who waits, the work and what came of it, what is likely, what to do. Pure functions.

Said in `definitions`, exactly in docs/numbers.md.
"""
