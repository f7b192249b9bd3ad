"""The reports as pages of HTML: each one file that asks for nothing else, for a browser and for paper."""
