"""The months of a window: the cohort of each, and, apart from it, what happened in each.

The two answer different questions. The cohort of a month says what became of the people received in it, which takes
until they are all decided. The snapshot of a month sets what closed in it against what was received in it: people
who came months before against people who came now. While a business grows the snapshot lies under the close rate:
with half of all closing two months after they came, and 10, 20, 40 received a month, month three shows 5 of 40.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.groups import Group, group, grouped
from textual_tracker.analytics.window import Window
from textual_tracker.core.months import next_month


class MonthSnapshot(Struct, frozen=True):
    """What happened in one month, as far as it lies in the window: who came, and who closed, whenever they came.

    It is no rate: those who closed are not among those who were received. It may exceed 1.
    """

    month: str
    received: int
    closed: int

    @property
    def share(self) -> float | None:
        """Closed by received; `None` where nobody was received."""
        return self.closed / self.received if self.received else None


def month_of(day: dt.date) -> str:
    """`2026-03`."""
    return f"{day.year:04d}-{day.month:02d}"


def months(window: Window) -> Iterator[str]:
    """Every month of which a day lies in the window, oldest first."""
    year, month = window.start.year, window.start.month
    while (year, month) <= (window.end.year, window.end.month):
        yield f"{year:04d}-{month:02d}"
        year, month = next_month(year, month)


def by_month(members: Sequence[Member], window: Window) -> tuple[Group, ...]:
    """The cohort by the month in which it was received; every month of the window has a row."""
    found = grouped(members, lambda member: month_of(member.referral.received))
    return tuple(group(month, found.get(month, ())) for month in months(window))


def snapshots(members: Sequence[Member], closings: Iterable[dt.date], window: Window) -> tuple[MonthSnapshot, ...]:
    """Each month of the window; `closings` are the days of the window on which somebody closed."""
    received = Counter(month_of(member.referral.received) for member in members)
    closed = Counter(map(month_of, closings))
    return tuple(MonthSnapshot(month, received[month], closed[month]) for month in months(window))
