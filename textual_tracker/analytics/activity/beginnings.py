"""Since when each officer of a shared journal is at work: the goals of all together grow with whoever joins.

Source: docs/numbers.md, "Activity". An officer has begun on the first day of which anything of theirs is known.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeAlias

Known: TypeAlias = Mapping[dt.date, Iterable[tuple[str, str]]]
"""By day, (officer, counter) of what is recorded of it."""


class Beginnings:
    """How many of the officers had begun by a day.

    `typed` has (officer, day) of what is known without looking at the referrals. Of these only the ones near the day
    (`near`) are looked at, and all of them (`ever`) where somebody is not among those.
    """

    def __init__(
        self,
        officers: Collection[str],
        typed: Iterable[tuple[str, dt.date]],
        near: Callable[[dt.date], Known],
        ever: Callable[[], Known],
    ) -> None:
        self._officers = officers
        self._near, self._ever = near, ever
        self._seen: dict[str, dt.date] = {}
        self._seen_all = False
        for officer, day in typed:
            self._see(officer, day)

    def people(self, date: dt.date) -> int:
        """How many had begun by `date`, at least one: what is nobody's was somebody's work, and has one's goals."""
        return max(1, sum(self._has_begun(officer, date) for officer in self._officers))

    def _has_begun(self, officer: str, date: dt.date) -> bool:
        if not self._is_seen(officer, date) and not self._seen_all:
            self._look(self._near(date))
            if not self._is_seen(officer, date):
                self._look(self._ever())
                self._seen_all = True
        return self._is_seen(officer, date)

    def _is_seen(self, officer: str, date: dt.date) -> bool:
        return self._seen.get(officer, dt.date.max) <= date

    def _look(self, known: Known) -> None:
        for day, events in known.items():
            for officer, _ in events:
                self._see(officer, day)

    def _see(self, officer: str, day: dt.date) -> None:
        self._seen[officer] = min(day, self._seen.get(officer, day))
