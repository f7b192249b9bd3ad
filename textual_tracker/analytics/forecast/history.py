"""What the past has shown, as it was known on each of some evenings: spells, closings, arrivals, who was open.

Everybody is in it, by their dated facts, but for records in error. Who was lost for a reason of `data` (a duplicate, a
wrong number) looked like a referral until then, and so it is one here: it arrived, and it was lost. Only where the
decided are counted it is none.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from msgspec import Struct

from textual_tracker.analytics.forecast.clock import Clock
from textual_tracker.analytics.forecast.expected import expected_then, promises
from textual_tracker.analytics.forecast.hazards import ENDED, OLDEST, OPEN_STAGES, Counts
from textual_tracker.analytics.results.endings import dated_endings
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.path import Path, folded, path, unfolded
from textual_tracker.core.records import OutcomeFacts, Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing, outcome_in_force
from textual_tracker.core.vocabulary import CAUSE_OF, NO_REFERRALS

CLOSED, LOST = Stage.closed, Stage.lost
WAYS, AGES = 16, 256
"""A stage, a way out and an age in one number: ten thousand referrals have fifty thousand of them."""
_SPELL = attrgetter("stage", "entered", "left", "to")


class Waiting(Struct, frozen=True, gc=False):
    """An open referral on an evening.

    `age`: working days in its stage, `days` those of the calendar; `None` where the day of entry is unknown.
    `expected_close` as it was known then.
    """

    referral: Referral
    stage: Stage
    age: int | None
    days: int | None
    expected_close: dt.date | None


class Closing(NamedTuple):
    """A closing on `day`, an ordinal.

    `amount`: dollars funded, where that was written; `slips`: how many days after each day on which it was expected;
    `at_once`: on the day on which it had been received, or come back, so that no evening saw it open.
    """

    day: int
    amount: int | None
    slips: tuple[int, ...]
    at_once: bool = False


class Evening(Struct, frozen=True, kw_only=True):
    """What was known at the end of `day`, an ordinal; `clock` counts its ages.

    `counts`: by stage, how long referrals had stayed in it and where they went; `closings_from`: by stage, how many had
    been there and closed; `starts`: the days on which referrals had come or come back, in order, with the stage of that
    evening; `closings` in order; `decided`: how many were closed, or lost for a reason other than `data`.
    """

    day: int
    clock: Clock
    counts: Mapping[Stage, Counts]
    closings_from: Mapping[Stage, int]
    starts: Sequence[tuple[int, Stage]]
    closings: Sequence[Closing]
    decided: int
    waiting: Sequence[Waiting]


class Paths(Mapping[str, Path]):
    """Paths by id, unfolded one by one: all of fifty thousand at once take as much room as all else of a forecast."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept

    def __getitem__(self, name: str) -> Path:
        """The path of one."""
        return unfolded(self._kept[name])

    def __contains__(self, name: object) -> bool:
        """Whether a forecast rests on it, without unfolding anything."""
        return name in self._kept

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        return iter(self._kept)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kept)


def paths(snapshot: Snapshot, officer: str | None = None) -> Mapping[str, Path]:
    """By id, the path of every referral on which a forecast rests; of one officer's where one is named."""
    known = snapshot.of_each(_folded_path)
    if officer is None:
        return Paths(known)
    whose = {referral.id for referral in snapshot.referrals if referral.officer == officer}
    return Paths({name: one for name, one in known.items() if name in whose})


def _folded_path(snapshot: Snapshot, referral: Referral) -> bytes | None:
    return None if referral.faulty or referral.stale else folded(path(referral, snapshot.today))


class History:
    """Everything that happened, gathered once, so that what was known on one evening after the other costs little."""

    def __init__(self, snapshot: Snapshot, known: Mapping[str, Path], days: Sequence[int]) -> None:
        """`days`: ordinals, in order, of past evenings; today is added as the last."""
        self._snapshot = snapshot
        self._today = snapshot.today.toordinal()
        self._clock = Clock(snapshot.calendar)
        self._days = [*days, self._today]
        evenings = range(len(self._days))
        self._left: list[Counter[int]] = [Counter() for _ in evenings]
        self._beyond: list[Counter[Stage]] = [Counter() for _ in evenings]
        self._closings_from: list[Counter[Stage]] = [Counter() for _ in evenings]
        self._decided = [0 for _ in evenings]
        self._waiting: list[list[tuple[Referral, Stage, int]]] = [[] for _ in evenings]
        self._starts: list[tuple[int, Stage]] = []
        self._closings: list[tuple[int, Closing]] = []
        ended = snapshot.of_each(dated_endings)
        for name, one in known.items():
            referral = snapshot.find(name)
            if referral is not None:
                self._gather(referral, one)
                came = referral.received.toordinal()
                # What is dated before its referral came was not known before that.
                closings = _closings(referral, one, ended.get(name, ()))
                self._closings += [(max(came, closing.day), closing) for closing in closings]
        self._starts.sort()
        self._closings.sort(key=itemgetter(0))

    def evenings(self) -> Iterator[Evening]:
        """What was known on each of the days, and last today."""
        left = {stage: defaultdict[int, list[int]](_ages) for stage in OPEN_STAGES}
        beyond, closings_from, decided = Counter[Stage](), Counter[Stage](), 0
        for place, day in enumerate(self._days):
            _add(left, self._left[place])
            beyond += self._beyond[place]
            closings_from += self._closings_from[place]
            decided += self._decided[place]
            is_today = place == len(self._days) - 1
            waiting, stayed = self._today_open() if is_today else self._open(place)
            yield Evening(
                day=day,
                clock=self._clock,
                counts=_counts(left, stayed, beyond),
                closings_from=Counter(closings_from),
                starts=self._starts[: bisect_right(self._starts, day, key=itemgetter(0))],
                closings=[one for _, one in self._closings[: bisect_right(self._closings, day, key=itemgetter(0))]],
                decided=decided,
                waiting=waiting,
            )

    def _gather(self, referral: Referral, one: Path) -> None:
        days, end = self._days, len(self._days)
        before: set[Stage] = set()
        for stage, entered, left, to in map(_SPELL, one):
            first = bisect_left(days, entered)
            last = end if left is None else bisect_left(days, left)
            if stage < CLOSED:
                if not before:
                    self._starts.append((entered, stage))
                before.add(stage)
                if first < last:
                    waiting = (referral, stage, entered)
                    for place in range(first, last):
                        self._waiting[place].append(waiting)
                if last < end:
                    self._leave(last, stage, self._clock.stayed(entered, left), to)
                continue
            if stage is CLOSED:
                self._closings_from[first].update(before)
            if stage is CLOSED or (stage is LOST and not _was_no_referral(referral, entered)):
                self._decided[first] += 1
                if last < end:
                    self._decided[last] -= 1
            before = set()

    def _leave(self, place: int, stage: Stage, days: int, to: Stage) -> None:
        way = ENDED if to > CLOSED else to
        self._left[place][(stage * WAYS + way) * AGES + min(days, OLDEST + 1)] += 1
        if days > OLDEST:
            self._beyond[place][stage] += days - OLDEST

    def _open(self, place: int) -> tuple[list[Waiting], list[tuple[Stage, int]]]:
        """Who was open on a past evening, and which stays were not over."""
        day = self._days[place]
        date = dt.date.fromordinal(day)
        waiting, stayed = [], []
        for referral, stage, entered in self._waiting[place]:
            age = self._clock.passed(entered, day)
            waiting.append(Waiting(referral, stage, age, day - entered, expected_then(referral, stage, date)))
            stayed.append((stage, age))
        return waiting, stayed

    def _today_open(self) -> tuple[list[Waiting], list[tuple[Stage, int]]]:
        """Who is open now. Whoever is in another stage than the dates tell left the one they tell on an unknown day."""
        waiting, stayed = [], []
        for referral, stage, entered in self._waiting[-1]:
            standing = self._snapshot.standing(referral)
            if standing.is_open:
                waiting.append(waiting_now(referral, standing, (stage, entered), self._snapshot.today, self._clock))
            if standing.stage is stage:
                stayed.append((stage, self._clock.passed(entered, self._today)))
        return waiting, stayed


def waiting_now(
    referral: Referral, standing: Standing, since: tuple[Stage, int], today: dt.date, clock: Clock
) -> Waiting:
    """An open referral as it stands today; `since`: the last stage on its path, and when it came there."""
    stage, days, expected = standing.stage, standing.days_in_stage(today), standing.application.expected_close
    if days is None:
        return Waiting(referral, stage, None, None, expected)
    # A new appointment is a new date and no new stay: the age is that of the stays from which the hazards come.
    entered = since[1] if stage is since[0] else today.toordinal() - days
    return Waiting(referral, stage, clock.passed(entered, today.toordinal()), days, expected)


def _ages() -> list[int]:
    return [0] * (OLDEST + 2)


def _add(left: Mapping[Stage, dict[int, list[int]]], newly: Counter[int]) -> None:
    for key, count in newly.items():
        stage_and_way, age = divmod(key, AGES)
        stage, way = divmod(stage_and_way, WAYS)
        left[Stage(stage)][way][age] += count


def _counts(
    left: Mapping[Stage, Mapping[int, list[int]]], stayed: Iterable[tuple[Stage, int]], beyond: Counter[Stage]
) -> dict[Stage, Counts]:
    still = {stage: _ages() for stage in left}
    more = Counter(beyond)
    for stage, age in stayed:
        still[stage][min(age, OLDEST + 1)] += 1
        if age > OLDEST:
            more[stage] += age - OLDEST
    return {
        stage: Counts({way: list(ages) for way, ages in ways.items()}, still[stage], more[stage])
        for stage, ways in left.items()
    }


def _closings(referral: Referral, one: Path, ended: Iterable[OutcomeFacts]) -> Iterator[Closing]:
    """What closed, by the days that the record itself has: the same that are counted everywhere else."""
    from_open = {spell.entered for before, spell in pairwise(one) if spell.stage is CLOSED and before.stage < CLOSED}
    for facts in ended:
        if facts.status == "closed" and facts.date is not None:
            day = facts.date.toordinal()
            slips = tuple([day - promised.toordinal() for promised in promises(referral)])
            # One dated before its referral came is among them: no evening saw it open.
            yield Closing(day, facts.amount, slips, at_once=day not in from_open)


def _was_no_referral(referral: Referral, day: int) -> bool:
    """Whether it was lost on `day` because it was none."""
    outcome = referral.outcome
    lost = outcome_in_force(referral, dt.date.fromordinal(day))[0] if outcome.earlier else outcome
    return CAUSE_OF.get(lost.reason or "") == NO_REFERRALS
