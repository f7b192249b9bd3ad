"""From activity to closings: how many of one it takes for one of the next, over a window."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from textual_tracker.analytics.activity.counters import DayActivity
from textual_tracker.analytics.results.happened import Happened


class Ratio(Struct, frozen=True):
    """So many of one thing for so many of another, in the same window; both are shown beside it."""

    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        """How many it takes for one; `None` where there was not one."""
        return self.numerator / self.denominator if self.denominator else None


class Ratios(Struct, frozen=True, kw_only=True):
    """Each step from a call to a closing, and the whole way.

    Calls, conversations and appointments are the counters of the window's days; applications those submitted in it,
    and closings those closed in it, whenever their people were received.
    """

    calls_per_conversation: Ratio
    conversations_per_appointment: Ratio
    appointments_per_application: Ratio
    applications_per_closing: Ratio
    calls_per_closing: Ratio


def ratios(days: Iterable[DayActivity], found: Happened) -> Ratios:
    """The ratios of the window of which these are the days, and in which this happened."""
    counts: Counter[str] = Counter()
    for day in days:
        counts.update(day.counts)
    applications, closings = len(found.applications), len(found.closings)
    return Ratios(
        calls_per_conversation=Ratio(counts["calls"], counts["conversations"]),
        conversations_per_appointment=Ratio(counts["conversations"], counts["appointments"]),
        appointments_per_application=Ratio(counts["appointments"], applications),
        applications_per_closing=Ratio(applications, closings),
        calls_per_closing=Ratio(counts["calls"], closings),
    )
