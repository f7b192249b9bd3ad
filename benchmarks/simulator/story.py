"""What will have happened to one referral when all is over: dated, in order, before it is cut at a day."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from benchmarks.simulator.dice import Dice
from benchmarks.simulator.path import Visit

Facts = dict[str, Any]
"""One mapping of a record as it stands in the file: keys in the format's order, dates as dates."""


@dataclass(slots=True)
class Sender:
    """Who sends referrals, and how the officer treats them.

    `rate` is a month's referrals beside those of the other senders. `care` is the share of occasions on which this
    partner is told; `weekly` multiplies it for the round on Tuesdays. `since`, `until`: the first and the last day on
    which a referral may come from them. `partner` is None for a source without a partner.
    """

    source: str
    quality: str
    rate: float
    partner: str | None = None
    prefers: str = "call"
    care: float = 0.95
    weekly: float = 1.0
    update_days: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def only_endings(self) -> bool:
        """Thanks and the ending are all this partner wants to hear."""
        return self.update_days == 0 or (self.update_days is None and self.source in {"past_client", "sphere"})


@dataclass(slots=True)
class Story:
    """One referral. `attempts`, `updates`, `log` are facts with `date`; visits count the clock's working days.

    `pen` is the chance with which it is put into words, apart from what happens.
    """

    number: int
    borrower: Facts
    sender: Sender
    received: dt.date
    received_time: dt.time | None
    loan: Facts
    visits: list[Visit]
    pen: Dice
    also_tell: list[str] = field(default_factory=list)
    consent: str | None = None
    tags: list[str] = field(default_factory=list)
    notes: str = ""
    attempts: list[Facts] = field(default_factory=list)
    meetings: list[Facts] = field(default_factory=list)
    applications: list[Facts] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    endings: list[Facts] = field(default_factory=list)
    updates: list[Facts] = field(default_factory=list)
    log: list[Facts] = field(default_factory=list)
    next_step: Facts | None = None

    @property
    def house(self) -> bool:
        """A house is bought or built."""
        return self.loan["purpose"] in {"purchase", "construction"}

    @property
    def refinance(self) -> bool:
        """No house is looked for: no letter, no contract."""
        return not self.house


def at(day: dt.date, hour: int, minute: int) -> dt.datetime:
    """A day with a time of day."""
    return dt.datetime.combine(day, dt.time(hour, minute))


def day_of(moment: dt.date) -> dt.date:
    """The day of a date, or of a date with a time of day."""
    return moment.date() if isinstance(moment, dt.datetime) else moment
