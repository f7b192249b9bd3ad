"""One officer's life, simulated from a seed: referrals as they arrive, and what becomes of each."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.simulator import people, words
from benchmarks.simulator.clock import DAY, Clock
from benchmarks.simulator.contact import write_attempts
from benchmarks.simulator.days import Counts, activity, count_partner, count_referral
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.endings import write_endings
from benchmarks.simulator.loans import write_applications
from benchmarks.simulator.meetings import write_meetings
from benchmarks.simulator.path import walk
from benchmarks.simulator.plans import write_log, write_next_step
from benchmarks.simulator.record import record
from benchmarks.simulator.story import Facts, Sender, Story, day_of
from benchmarks.simulator.word import write_updates

AHEAD = 260
"""Working days beyond the end for which lives are simulated, so that plans (a closing, an appointment) are true."""
WEEKDAYS = (1.1, 1.05, 1.0, 1.0, 1.15, 0.5, 0.3)
"""On which days referrals come, Monday first."""
MONTH = 30.4


@dataclass(slots=True)
class Life:
    """Plain facts: referrals and partners by id, days by date, each a mapping in the format's keys and order."""

    seed: int
    clock: Clock
    referrals: dict[str, Facts] = field(default_factory=dict)
    partners: dict[str, Facts] = field(default_factory=dict)
    days: dict[dt.date, Facts] = field(default_factory=dict)


def simulate(
    seed: int,
    start: dt.date,
    end: dt.date,
    *,
    referrals_per_month: float,
    senders: Sequence[Sender],
    partners: dict[str, Facts] | None = None,
    growth: float = 1.0,
    unrecorded_losses: float = 0.0,
    days_off: Iterable[dt.date] = (),
) -> Life:
    """Simulate one officer from `start` to the end of the day `end`.

    `referrals_per_month` come on average, `growth` times as many at the end as at the start. `unrecorded_losses` is
    the share of losses that nobody writes down: such a referral stays open for ever.
    """
    clock = Clock(start, end, days_off)
    life = Life(seed, clock, partners=dict(partners or {}))
    counts: Counts = {}
    days = arrivals(seed, clock, referrals_per_month, growth)
    for story in stories(seed, clock, days, senders, unrecorded_losses=unrecorded_losses):
        facts = record(story, dt.datetime.combine(end, dt.time(23, 59)))
        life.referrals[name_for(life.referrals, facts)] = facts
        count_referral(counts, facts)
    for partner in life.partners.values():
        count_partner(counts, partner.get("touches", ()))
    life.days = typed_days(seed, clock, counts)
    return life


def arrivals(seed: int, clock: Clock, referrals_per_month: float, growth: float = 1.0) -> list[dt.date]:
    """The day of each referral, in order."""
    span = max(1, (clock.end - clock.start).days)
    level = referrals_per_month / MONTH / (sum(WEEKDAYS) / len(WEEKDAYS)) * 2 / (1 + growth)
    found: list[dt.date] = []
    for ordinal in range(span + 1):
        day = clock.start + DAY * ordinal
        expected = level * WEEKDAYS[day.weekday()] * (1 + (growth - 1) * ordinal / span)
        found += [day] * Dice(seed, "arrivals", day).arrivals(expected)
    return found


def stories(
    seed: int,
    clock: Clock,
    days: Iterable[dt.date],
    senders: Sequence[Sender],
    *,
    unrecorded_losses: float = 0.0,
) -> Iterator[Story]:
    """The referrals that come on `days`, one at a time; each has a chance of its own, apart from all others'."""
    known = {sender.partner: sender for sender in senders if sender.partner is not None}
    for number, day in enumerate(days):
        active = [(item, item.rate) for item in senders if _sends(item, day)]
        sender = Dice(seed, "sender", number).weighted(active)
        yield _story(seed, number, clock, day, sender, known, unrecorded_losses)


def _sends(sender: Sender, day: dt.date) -> bool:
    return (sender.since is None or sender.since <= day) and (sender.until is None or day <= sender.until)


def _story(
    seed: int,
    number: int,
    clock: Clock,
    day: dt.date,
    sender: Sender,
    known: dict[str, Sender],
    unrecorded_losses: float,
) -> Story:
    dice = Dice(seed, "story", number)
    loan = people.loan(dice, sender.source)
    time = _time(dice, clock, day)
    refinance = loan["purpose"] not in {"purchase", "construction"}
    first = clock.first_for_work(day, time)
    visits = walk(Dice(seed, "path", number), sender.quality, first, clock.last + AHEAD, refinance=refinance)
    pen = Dice(seed, "words", number)
    story = Story(number, people.borrower(dice, number), sender, day, time, loan, visits, pen)
    if pen.chance(0.45):
        story.notes = words.person(pen, loan["purpose"])
    tell(Dice(seed, "facts", number), story, clock, known)
    if unrecorded_losses and dice.chance(unrecorded_losses):
        _forget_the_loss(story)
    return story


def tell(dice: Dice, story: Story, clock: Clock, known: dict[str, Sender]) -> None:
    """Dress the path with everything that a record holds."""
    write_endings(dice, story, clock)
    write_meetings(dice, story, clock)
    write_attempts(dice, story, clock)
    write_applications(dice, story, clock)
    write_log(dice, story)
    write_updates(dice, story, clock, known)
    write_next_step(dice, story, clock)


def _forget_the_loss(story: Story) -> None:
    """Nobody writes down that it is over: the first loss and all after it are unknown."""
    lost = [ending["date"] for ending in story.endings if ending["status"] == "lost"]
    if not lost:
        return
    over = lost[0]
    story.endings = [ending for ending in story.endings if ending["date"] < over]
    story.attempts = [event for event in story.attempts if day_of(event["date"]) <= over]
    story.updates = [event for event in story.updates if day_of(event["date"]) < over]
    story.meetings = [meeting for meeting in story.meetings if day_of(meeting["set"]) <= over]
    story.applications = story.applications[:1]
    for name in ("status", "decided", "ended"):
        for application in story.applications:
            application.pop(name, None)


def _time(dice: Dice, clock: Clock, day: dt.date) -> dt.time | None:
    if dice.chance(0.4):
        return None
    hour = dice.whole(8, 16) if clock.calendar.is_working(day) and dice.chance(0.8) else dice.whole(10, 20)
    return dt.time(hour, dice.pick((0, 5, 10, 12, 20, 25, 30, 40, 45, 55)))


def name_for(taken: dict[str, Facts], facts: Facts) -> str:
    """The record's id: the day received and the name, with a number where that is taken."""
    stem = f"{day_of(facts['received'])}-{people.slug(facts['borrower']['name'])}"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def typed_days(seed: int, clock: Clock, counts: Counts) -> dict[dt.date, Facts]:
    """The activity of every working day up to the end; the officer's vigour comes and goes by the week."""
    days = {}
    for day in clock.days[: clock.last + 1]:
        week = Dice(seed, "week", day.isocalendar()[:2]).roll()
        dice = Dice(seed, "day", day)
        vigour = 0.78 + 0.3 * week + 0.3 * dice.roll()
        days[day] = activity(dice, day, counts.get(day, Counter()), vigour=vigour)
    return days
