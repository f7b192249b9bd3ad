"""A day, with a time of day where one was given, as it is written into a file."""

from textual_tracker.reading.scalars import Moment

__all__ = ["Moment", "written"]


def written(moment: Moment) -> str:
    """`2026-03-02`, or `2026-03-02T10:15`; with the seconds where some were given."""
    day, time = moment
    if time is None:
        return day.isoformat()
    return f"{day.isoformat()}T{time.isoformat('seconds' if time.second else 'minutes')}"
