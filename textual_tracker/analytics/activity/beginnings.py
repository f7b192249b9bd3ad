"""Since when each officer of a shared journal is at work: the goals of all together grow with whoever joins.

Source: docs/numbers.md, "Activity". An officer has begun on the first day of which anything of theirs is known.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral

Known: TypeAlias = Mapping[dt.date, Iterable[tuple[str, str]]]
"""By day, (officer, counter) of what is recorded of it."""


class Beginnings:
    """How many of the officers had begun by a day.

    `typed` has (officer, day) of what is known without looking at the referrals. Of these only the ones near the day
    (`near`) are looked at, and `first_days` of all of them (`ever`) where somebody is not among those.
    """

    def __init__(
        self,
        officers: Collection[str],
        typed: Iterable[tuple[str, dt.date]],
        near: Callable[[dt.date], Known],
        ever: Callable[[], Iterable[Mapping[str, dt.date]]],
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
            for day, events in self._near(date).items():
                for who, _ in events:
                    self._see(who, day)
            if not self._is_seen(officer, date):
                self._see_all()
        return self._is_seen(officer, date)

    def _is_seen(self, officer: str, date: dt.date) -> bool:
        return self._seen.get(officer, dt.date.max) <= date

    def _see_all(self) -> None:
        self._seen_all = True
        for firsts in self._ever():
            for officer, day in firsts.items():
                self._see(officer, day)

    def _see(self, officer: str, day: dt.date) -> None:
        self._seen[officer] = min(day, self._seen.get(officer, day))


def first_days(_: Snapshot, referral: Referral) -> dict[str, dt.date] | None:
    """By whom the referral names, the first day on which it says that they did anything; `None`: it names nobody."""
    firsts: dict[str, dt.date] = {}
    for who, day in _done(referral):
        if who and (who not in firsts or day < firsts[who]):
            firsts[who] = day
    return firsts or None


def _done(referral: Referral) -> Iterator[tuple[str | None, dt.date]]:
    for attempt in referral.contact_attempts:
        yield attempt.by or referral.officer, attempt.date
    for update in referral.partner_updates:
        yield update.by or referral.officer, update.date
    if referral.officer:
        for meeting in (referral.appointment, *referral.appointment.earlier):
            if meeting.set is not None:
                yield referral.officer, meeting.set
