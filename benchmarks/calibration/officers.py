"""Officers who never were: each a seed, with a volume, a growth, a circle of partners and two to three years behind."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.simulator.clock import DAY, Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.life import arrivals, name_for, stories
from benchmarks.simulator.record import record
from benchmarks.simulator.roster import roster, settings
from benchmarks.simulator.story import Facts, Story
from benchmarks.simulator.yaml_text import other_text, referral_text
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Referral
from textual_tracker.core.settings import Settings
from textual_tracker.reading.reader import read

MONTHS_JUDGED = 12
"""The last months of each officer are forecast; the ones before are history."""

YEARS = (2.0, 3.0)
BEGINNERS = (1.0, 1.2)
"""Years behind of those who have just begun: their first months are judged too, from ten decided referrals on."""

REFERRALS_A_MONTH = (12.0, 30.0)
GROWTH = (0.9, 1.6)
PARTNERS = (10, 24)
LATEST_END = 2025
MIDNIGHT = dt.time(23, 59)


@dataclass(frozen=True)
class Officer:
    """`stories` by id, in the order in which they were received; `months` are the first days of the months judged."""

    seed: str
    clock: Clock
    stories: dict[str, Story]
    months: tuple[dt.date, ...]


def officers(seed: int, count: int, years: tuple[float, float] = YEARS) -> Iterator[Officer]:
    """`count` officers, unlike each other, with so many `years` behind; another `seed` gives others."""
    for number in range(count):
        yield officer(f"{seed}/{number}", years)


def officer(seed: str, years: tuple[float, float] = YEARS) -> Officer:
    """One officer's whole life, up to the end of the last month judged."""
    dice = Dice(seed, "officer")
    last = dt.date(LATEST_END - dice.whole(0, 3), dice.whole(1, 12), 1)
    end = month_end(last)
    clock = Clock(end - DAY * round(_between(dice, years) * 365.25), end)
    senders, _ = roster(_number(seed), dice.whole(*PARTNERS), clock)
    days = arrivals(_number(seed), clock, _between(dice, REFERRALS_A_MONTH), _between(dice, GROWTH))
    found: dict[str, Story] = {}
    taken: dict[str, Facts] = {}
    for story in stories(_number(seed), clock, days, senders):
        facts = record(story, dt.datetime.combine(end, MIDNIGHT))
        name = name_for(taken, facts)
        taken[name] = {}
        found[name] = story
    months = [last]
    while len(months) < MONTHS_JUDGED:
        months.insert(0, (months[0] - DAY).replace(day=1))
    return Officer(seed, clock, found, tuple(months))


def _number(seed: str) -> int:
    """The simulator's seeds are numbers: one for each officer, whatever the set."""
    return int(Dice(seed, "number").roll() * 1e9)


def _between(dice: Dice, bounds: tuple[float, float]) -> float:
    return bounds[0] + (bounds[1] - bounds[0]) * dice.roll()


def month_end(first: dt.date) -> dt.date:
    """The last day of the month that begins on `first`."""
    return (first + 31 * DAY).replace(day=1) - DAY


class Desk:
    """An officer's journal as it lay on disk on one evening after the other: each file written, and read again.

    A file that has not changed since the evening before is not read twice. The simulator's officers know the day of a
    closing well, six times in ten to the day; without `promises` nobody ever writes down when one is expected.
    """

    def __init__(self, whose: Officer, *, promises: bool = True) -> None:
        self.officer = whose
        self.promises = promises
        self._read: dict[str, tuple[str, Referral]] = {}
        self._settings = _settings(whose.clock)

    def journal(self, day: dt.date) -> Journal:
        """The journal at the end of `day`: nothing in it is known only later."""
        evening = dt.datetime.combine(day, MIDNIGHT)
        here = {name: one for name, one in self.officer.stories.items() if one.received <= day}
        return Journal(
            settings=self._settings,
            referrals={name: self._referral(name, self._text(story, evening)) for name, story in here.items()},
        )

    def _text(self, story: Story, evening: dt.datetime) -> str:
        facts = record(story, evening)
        return referral_text(facts if self.promises else _without_promises(facts))

    def _referral(self, name: str, text: str) -> Referral:
        known = self._read.get(name)
        if known is None or known[0] != text:
            reading = read("referral", f"referrals/{name[:4]}/{name}.yaml", text.encode())
            if not isinstance(reading.record, Referral) or reading.record.faulty:
                raise RuntimeError(f"the simulator wrote a record in error: {name}: {reading.problems}")
            known = self._read[name] = (text, reading.record)
        return known[1]


def _without_promises(facts: Facts) -> Facts:
    """The same record by somebody who never writes down an expected closing."""
    application = _without_day(facts["application"])
    if "earlier" in application:
        application["earlier"] = [_without_day(item) for item in application["earlier"]]
    if "moved" in application:
        application["moved"] = [move for move in application["moved"] if move["what"] != "expected_close"]
    return {**facts, "application": application}


def _without_day(application: Facts) -> Facts:
    return {name: value for name, value in application.items() if name != "expected_close"}


def _settings(clock: Clock) -> Settings:
    text = other_text("journal", "", settings("Sam Load", clock))
    found = read("journal", "journal.yaml", text.encode())
    if not isinstance(found.record, Settings) or found.problems:
        raise RuntimeError(f"the simulator wrote settings in error: {found.problems}")
    return found.record
