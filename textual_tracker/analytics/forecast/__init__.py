"""Will this be a good month? The distribution of closings in a window, what it rests on, and how good it was before.

Source: docs/numbers.md, "Forecast".
"""
