"""Days and times as people say them: `fri`, `+3`, `mon 2pm`, `6 mar`, `tomorrow at 10`, `2026-03-06`."""

from textual_tracker.editing.spoken.moments import fact_day, leading_moment, plan_day, split_ref_and_moment

__all__ = ["fact_day", "leading_moment", "plan_day", "split_ref_and_moment"]
