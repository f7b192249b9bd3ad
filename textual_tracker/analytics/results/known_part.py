"""The part of a window of which anything can be known: since the first referral came, or the first day was recorded.

Whatever is told a month (referrals, calls, closings) is told of that part, at its true length; of less than `A_MONTH`
only the counts are told, since six calls on the first day are not 180 a month.
"""

from textual_tracker.analytics.results.cohort import everyone
from textual_tracker.analytics.results.weekly import active_days
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window

A_MONTH = 30
"""Days of history under which nothing is told a month."""


def known_part(snapshot: Snapshot, window: Window, officer: str | None = None) -> Window:
    """The window since anything was first known; its last day alone where nothing is.

    Of one officer only where `officer` is an officer's id.
    """
    typed = (day.date for day in snapshot.journal.days.values() if officer in {None, day.officer})
    came = (member.referral.received for member in everyone(snapshot, officer))
    first = min((*typed, *came), default=window.end)
    if first > window.start:
        first = min((first, *(day.date for day in active_days(snapshot, window, officer) if day.known)))
    return Window(min(max(first, window.start), window.end), window.end)


def is_short(history: Window) -> bool:
    """Whether it is too short for anything to be told a month."""
    return history.days < A_MONTH
