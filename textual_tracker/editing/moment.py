"""A day, with a time of day where one was given, as it is written into a file."""

from textual_tracker.reading.scalars import Moment

__all__ = ["Moment", "written"]


def written(moment: Moment) -> str:
    """`2026-03-02`, or `2026-03-02T10:15`."""
    day, time = moment
    return day.isoformat() if time is None else f"{day.isoformat()}T{time:%H:%M}"
