"""Am I doing the work? The counters of a day, its score, and the streak of days done.

Source: docs/numbers.md, "Activity". A day's counter is the larger of what was typed and what that day's records show.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter

from msgspec import Struct

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Attempt, Day, Referral
from textual_tracker.core.vocabulary import COUNTERS, TWO_WAY

CALLS = frozenset({"call", "voicemail"})
THEY_CAME_TO_US = "replied"
DATE = attrgetter("date")

Key = tuple[str, dt.date]
"""(officer, day); the officer is "" in a journal of one."""


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
    """Every day's activity up to the snapshot's day, of one officer or (`officer=None`) of all together."""

    def __init__(self, snapshot: Snapshot, officer: str | None = None) -> None:
        settings = snapshot.journal.settings
        self._snapshot = snapshot
        self._derived = _derived(snapshot)
        self._days: dict[Key, Day] = {(day.officer, day.date): day for day in snapshot.journal.days.values()}
        # All together is more than the officers' sum: a touch without `by` in a shared journal is nobody's own.
        self._people = {who for who, _ in (*self._days, *self._derived)} if officer is None else {officer}
        self._recorded = {day for who, day in self._derived if who in self._people}
        shares = len(settings.officers) or 1 if officer is None else 1
        self._goals = {name: goal * shares for name, goal in settings.goals.daily.items() if goal}
        self._days_off = frozenset(settings.days_off)

    def day(self, date: dt.date) -> DayActivity:
        """What was done on `date`."""
        counts: Counter[str] = Counter(dict.fromkeys((*COUNTERS, *self._snapshot.journal.settings.activities), 0))
        files = [found for who in self._people if (found := self._days.get((who, date)))]
        for who in self._people:
            counts.update(_larger(self._days.get((who, date)), Counter(self._derived.get((who, date), ()))))
        score = _score(counts, self._goals)
        return DayActivity(
            date=date,
            counts=counts,
            goals=self._goals,
            score=score,
            done=self._is_done(counts),
            day_off=date in self._days_off or (bool(files) and all(found.day_off for found in files)),
            known=bool(files) or date in self._recorded,
        )

    def streak(self) -> int:
        """Consecutive working days done, ending today, or yesterday while today is not done yet.

        Days off, holidays and non-working days are skipped; a working day that is unknown or not done ends it.
        """
        today = self._snapshot.today
        earliest = min((day for _, day in (*self._days, *self._derived)), default=today)
        length = 0
        for date in map(dt.date.fromordinal, range(today.toordinal(), earliest.toordinal() - 1, -1)):
            if self._snapshot.calendar.is_working(date):
                activity = self.day(date)
                if activity.done and not activity.day_off:
                    length += 1
                elif date != today and not activity.day_off:
                    break
        return length

    def _is_done(self, counts: Mapping[str, int]) -> bool:
        """The goals named in `streak` are met; without any such goal nothing is done."""
        goals = {name: self._goals[name] for name in self._snapshot.journal.settings.streak if name in self._goals}
        return bool(goals) and all(counts.get(name, 0) >= goal for name, goal in goals.items())


def _larger(day: Day | None, counts: Counter[str]) -> Counter[str]:
    """`counts`, as the records show them, raised to what was typed."""
    if day is not None:
        typed = {name: getattr(day, name) or 0 for name in COUNTERS} | dict(day.custom)
        for name, number in typed.items():
            counts[name] = max(number, counts[name])
    return counts


def _score(counts: Mapping[str, int], goals: Mapping[str, int]) -> float | None:
    if not goals:
        return None
    return sum(min(1.0, counts.get(name, 0) / goal) for name, goal in goals.items()) / len(goals)


def _derived(snapshot: Snapshot) -> dict[Key, list[str]]:
    """What the records of each officer's day show, up to the snapshot's day: a counter's name for each one more.

    A day on which something was recorded that no counter counts (an update by text) is there with none.
    """
    shared = bool(snapshot.journal.settings.officers)
    found: dict[Key, list[str]] = defaultdict(list)
    for who, date, counters in _events(snapshot):
        if date <= snapshot.today:
            found[who or "" if shared else "", date] += counters
    return found


def _first(attempts: tuple[Attempt, ...]) -> Attempt | None:
    """The first attempt by date, and of one day by time; without a time it was the first of its day."""
    first = min(attempts, key=DATE, default=None)
    if first is None:
        return None
    same_day = [attempt for attempt in attempts if attempt.date == first.date]
    return min(same_day, key=lambda attempt: attempt.time or dt.time()) if len(same_day) > 1 else first


def _events(snapshot: Snapshot) -> Iterator[tuple[str | None, dt.date, tuple[str, ...]]]:
    """(who, day, counters that it raises) of everything recorded."""
    for referral in snapshot.referrals:
        first = _first(referral.contact_attempts)
        for attempt in referral.contact_attempts:
            counters = _touch_counters(attempt.channel, attempt.result, is_first=attempt is first)
            yield attempt.by or referral.officer, attempt.date, counters
        for update in referral.partner_updates:
            yield update.by or referral.officer, update.date, _update_counters(update.channel)
        for day in _agreed(referral):
            yield referral.officer, day, ("appointments",)
    for partner in snapshot.journal.partners.values():
        for touch in partner.touches:
            yield touch.by, touch.date, _touch_counters(touch.channel, touch.result, is_first=True)


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
