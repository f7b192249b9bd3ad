"""What a goal takes: from the closings wanted a month back to the calls, at one's own ratios.

Source: docs/numbers.md, "Plan".
"""
