"""Am I doing the work? The counters of a day, its score, and the streak of days done.

Source: docs/numbers.md, "Activity". A day's counter is the larger of what was typed and what that day's records show.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from operator import attrgetter
from typing import TypeAlias

from msgspec import Struct

from textual_tracker.analytics.activity.beginnings import Beginnings, first_days
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Attempt, Day, Partner, Referral
from textual_tracker.core.vocabulary import COUNTERS, TWO_WAY

CALLS = frozenset({"call", "voicemail"})
THEY_CAME_TO_US = "replied"
DATE = attrgetter("date")

A_YEAR = 420
"""Days: a calendar of a year, with the rest of its first week and some to spare."""

LONG_AGO = 5 * A_YEAR
"""Days after which nobody looks for records before the first one."""

SPAN = 30
"""Days of which the records are looked through at once; a year goes into whole ones."""

RECORDED = ""
"""Stands for whatever is recorded, beside the counters."""

Event: TypeAlias = tuple[str, str]
"""(officer, counter); the officer is "" in a journal of one."""


class DayActivity(Struct, frozen=True, kw_only=True):
    """One day of one officer, or of all of them.

    `counts` has the five counters and the custom kinds, `goals` what was wanted. `score` is the mean over the goals
    of min(1, count/goal), `None` without goals. `known`: there is a file, or something in the records.
    """

    date: dt.date
    counts: Mapping[str, int]
    goals: Mapping[str, int]
    score: float | None
    done: bool
    day_off: bool
    known: bool


class Activity:
    """Every day's activity up to the snapshot's day, of one officer or (`officer=None`) of all together.

    Of the records only those of the last days are looked at, until an older day is asked for.
    """

    def __init__(self, snapshot: Snapshot, officer: str | None = None) -> None:
        settings = snapshot.journal.settings
        self._snapshot = snapshot
        self._officer = officer
        self._shared = bool(settings.officers)
        self._days = snapshot.journal.days
        self._typists = {who for who, _ in self._days} if officer is None else {officer}
        self._touches = touches_by_day(snapshot.journal.partners.values(), shared=self._shared)
        self._days_off = frozenset(settings.days_off)

    def day(self, date: dt.date) -> DayActivity:
        """What was done on `date`."""
        counts: Counter[str] = Counter(dict.fromkeys((*COUNTERS, *self._snapshot.journal.settings.activities), 0))
        recorded = self._recorded(date)
        typed = self._typed(date)
        # All together is more than the officers' sum: a touch without `by` in a shared journal is nobody's own.
        people = {*typed, *recorded} if self._officer is None else {self._officer}
        for who in people:
            counts.update(_larger(typed.get(who), recorded.get(who, {})))
        goals = self._goals(date)
        return DayActivity(
            date=date,
            counts=counts,
            goals=goals,
            score=_score(counts, goals),
            done=self._is_done(counts, goals),
            day_off=self._is_off(date),
            known=bool(typed) or not people.isdisjoint(recorded),
        )

    def streak(self) -> int:
        """Consecutive working days done, ending today, or yesterday while today is not done yet.

        Days off, holidays and non-working days are skipped; a working day that is unknown or not done ends it.
        """
        today = self._snapshot.today
        length, last_done = 0, today
        for date in map(dt.date.fromordinal, range(today.toordinal(), 0, -1)):
            if self._snapshot.calendar.is_working(date):
                is_off, is_done = self._is_off(date), self._is_done_as_typed(date) or self.day(date).done
                if is_done and not is_off:
                    length, last_done = length + 1, date
                elif date != today and not is_off:
                    break
            if (last_done - date).days > A_YEAR and date < self._first_known:
                break
        return length

    def _goals(self, date: dt.date) -> Mapping[str, int]:
        """The goals of the day: an officer's, or of all who had begun by then."""
        people = self._beginnings.people(date) if self._shared and self._officer is None else 1
        return self._snapshot.journal.settings.daily_goals(people)

    @cached_property
    def _beginnings(self) -> Beginnings:
        files = ((day.officer, day.date) for day in self._days.values())
        touches = ((who, date) for date, events in self._touches.items() for who, _ in events)
        officers = self._snapshot.journal.settings.officers
        snapshot = self._snapshot
        return Beginnings(officers, (*files, *touches), self._events, lambda: snapshot.of_each(first_days).values())

    @cached_property
    def _first_known(self) -> dt.date:
        """The first day of which anything is known. To tell it, all records are looked through."""
        recorded = self._snapshot.tally(Events(dt.date.min, dt.date.max, shared=self._shared))
        typed = (day.date for day in self._days.values())
        return min((*typed, *recorded, *self._touches), default=self._snapshot.today)

    def _recorded(self, date: dt.date) -> dict[str, Counter[str]]:
        """By officer, what the records of the day show; nothing of a day ahead."""
        ago = (self._snapshot.today - date).days
        if ago < 0 or (ago > LONG_AGO and date < self._first_known):
            return {}
        found: dict[str, Counter[str]] = {}
        for events in (self._events(date).get(date), self._touches.get(date)):
            for (who, counter), number in (events or {}).items():
                own = found.setdefault(who, Counter())
                if counter != RECORDED:
                    own[counter] += number
        return found

    def _events(self, date: dt.date) -> Mapping[dt.date, Counter[Event]]:
        """What the referrals show of a span in which `date` lies; one of long ago is long."""
        today = self._snapshot.today.toordinal()
        ago = today - date.toordinal()
        span = SPAN if ago < A_YEAR else A_YEAR
        until = today - ago // span * span
        since = dt.date.fromordinal(max(until - span + 1, 1))
        events = Events(since, dt.date.fromordinal(until), shared=self._shared)
        return self._snapshot.tally(events, since)

    def _typed(self, date: dt.date) -> dict[str, Day]:
        """By officer, the files of the day."""
        day = date.isoformat()
        return {who: found for who in self._typists if (found := self._days.get((who, day)))}

    def _is_off(self, date: dt.date) -> bool:
        """Whether it is a day off: of all together, where everybody of whom anything is known has it off."""
        if date in self._days_off:
            return True
        typed = self._typed(date)
        off = {who for who, found in typed.items() if found.day_off}
        if not off or self._officer is not None:
            return bool(off)
        # What a shared journal records as nobody's own says of no officer that they worked.
        return off.issuperset({*typed, *filter(None, self._recorded(date))})

    def _is_done_as_typed(self, date: dt.date) -> bool:
        """Whether what was typed is enough: what the records show could only add to it."""
        days = self._typed(date).values()
        names = self._snapshot.journal.settings.streak
        return self._is_done({name: sum(_number(day, name) for day in days) for name in names}, self._goals(date))

    def _is_done(self, counts: Mapping[str, int], goals: Mapping[str, int]) -> bool:
        """The goals named in `streak` are met; without any such goal nothing is done."""
        wanted = [name for name in self._snapshot.journal.settings.streak if name in goals]
        return bool(wanted) and all(counts.get(name, 0) >= goals[name] for name in wanted)


def _larger(day: Day | None, recorded: Mapping[str, int]) -> dict[str, int]:
    """What the records show, raised to what was typed."""
    if day is None:
        return dict(recorded)
    typed = {name: getattr(day, name) or 0 for name in COUNTERS} | dict(day.custom)
    return {name: max(typed.get(name, 0), recorded.get(name, 0)) for name in {**typed, **recorded}}


def _number(day: Day, counter: str) -> int:
    """What was typed for this counter, or this kind."""
    return (getattr(day, counter) if counter in COUNTERS else dict(day.custom).get(counter)) or 0


def _score(counts: Mapping[str, int], goals: Mapping[str, int]) -> float | None:
    if not goals:
        return None
    return sum(min(1.0, counts.get(name, 0) / goal) for name, goal in goals.items()) / len(goals)


class Events(Struct, frozen=True):
    """Counts what the records of referrals show of the days from `since` to `until`, both included, by day.

    The officer is "" in a journal of one.
    A day on which something was recorded that no counter counts (an update by text) is there with `RECORDED`.
    """

    since: dt.date
    until: dt.date
    shared: bool

    def __call__(self, referrals: Iterable[Referral]) -> dict[dt.date, Counter[Event]]:
        """The events of these referrals."""
        found: dict[dt.date, Counter[Event]] = defaultdict(Counter)
        for referral in referrals:
            for by, date, counters in _events(referral, self.since, self.until):
                _count(found[date], (by or referral.officer or "") if self.shared else "", counters)
        return dict(found)


def touches_by_day(partners: Iterable[Partner], *, shared: bool) -> dict[dt.date, Counter[Event]]:
    """The same of the touches of partners; the officer is "" in a journal of one."""
    found: dict[dt.date, Counter[Event]] = defaultdict(Counter)
    for partner in partners:
        for touch in partner.touches:
            counters = _touch_counters(touch.channel, touch.result, is_first=True)
            _count(found[touch.date], (touch.by or "") if shared else "", counters)
    return dict(found)


def _count(day: Counter[Event], who: str, counters: Iterable[str]) -> None:
    for counter in (RECORDED, *counters):
        day[who, counter] += 1


def _first(attempts: tuple[Attempt, ...]) -> Attempt | None:
    """The first attempt by date, and of one day by time; without a time it was the first of its day."""
    first = min(attempts, key=DATE, default=None)
    if first is None:
        return None
    same_day = [attempt for attempt in attempts if attempt.date == first.date]
    return min(same_day, key=lambda attempt: attempt.time or dt.time()) if len(same_day) > 1 else first


def _events(
    referral: Referral, since: dt.date, until: dt.date
) -> Iterator[tuple[str | None, dt.date, tuple[str, ...]]]:
    """(by whom, day, counters that it raises) of everything recorded from `since` to `until`."""
    recent = [attempt for attempt in referral.contact_attempts if since <= attempt.date <= until]
    first = _first(referral.contact_attempts) if recent else None
    for attempt in recent:
        yield attempt.by, attempt.date, _touch_counters(attempt.channel, attempt.result, is_first=attempt is first)
    for update in referral.partner_updates:
        if since <= update.date <= until:
            yield update.by, update.date, _update_counters(update.channel)
    for day in _agreed(referral):
        if since <= day <= until:
            yield None, day, ("appointments",)


@cache
def _touch_counters(channel: str | None, result: str | None, *, is_first: bool) -> tuple[str, ...]:
    """The counters of a contact attempt, or of a touch of a partner, which follows nothing up."""
    theirs = result == THEY_CAME_TO_US
    raised = {
        "calls": channel in CALLS and not theirs,
        "follow_ups": not is_first and not theirs,
        "notes": channel == "mail",
        "conversations": result in TWO_WAY,
    }
    return tuple(name for name, counts in raised.items() if counts)


def _update_counters(channel: str | None) -> tuple[str, ...]:
    if channel in CALLS:
        return ("calls",)
    return ("notes",) if channel == "mail" else ()


def _agreed(referral: Referral) -> Iterator[dt.date]:
    """The days on which appointments were agreed, in `earlier` too."""
    for meeting in (referral.appointment, *referral.appointment.earlier):
        if meeting.set is not None:
            yield meeting.set
