"""By what a page is known that the program wrote, and so may write over."""

GENERATOR = "textual-tracker"
MARKER = f'<meta name="generator" content="{GENERATOR}">'
