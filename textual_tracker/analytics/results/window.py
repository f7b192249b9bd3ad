"""The window of the results, which is that of the activity too: `analytics.window`, so that neither needs the other."""

from textual_tracker.analytics.window import Window, last_twelve_months, window_start

__all__ = ["Window", "last_twelve_months", "window_start"]
