"""Contact attempts: how the officer tries, reaches and keeps in touch, between one stage and the next."""

import datetime as dt

from benchmarks.simulator import words
from benchmarks.simulator.clock import Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.path import Visit
from benchmarks.simulator.story import Facts, Story, at

TRYING = (1, 1, 2, 2, 3, 3, 4, 5)
"""Working days between attempts until somebody answers: six within nine days."""

RHYTHM: dict[str, tuple[int, ...]] = {
    "contacted": (1, 2, 2, 3, 3),
    "appointment_held": (1, 2, 2, 3),
    "application_started": (2, 2, 3, 4),
    "application_submitted": (1, 2, 3),
    "preapproved": (3, 4, 5, 5, 6),
    "in_process": (4, 5, 6, 7),
    "clear_to_close": (1, 2),
}
"""Working days between touches in each stage, mostly; now and then one is forgotten for twice as long and more."""

FORGOTTEN = 0.05
UNANSWERED: tuple[tuple[tuple[str, str | None], float], ...] = (
    (("call", "no_answer"), 4),
    (("call", "left_message"), 5),
    (("voicemail", "left_message"), 1),
    (("text", None), 4),
    (("email", None), 1.5),
    (("mail", None), 0.4),
)
ANSWERED: tuple[tuple[tuple[str, str], float], ...] = (
    (("call", "reached"), 6),
    (("text", "replied"), 2.5),
    (("call", "replied"), 1.5),
    (("email", "replied"), 0.8),
    (("in_person", "reached"), 0.4),
    (("video", "reached"), 0.3),
)
HOURS = ((9, 5.0), (10, 4.0), (11, 2.0), (13, 1.0), (14, 1.5), (15, 1.5), (16, 2.0))


def write_attempts(dice: Dice, story: Story, clock: Clock) -> None:
    """Fill `story.attempts`, oldest first."""
    for visit in story.visits:
        if visit.stage == "attempting":
            _try(dice, story, clock, visit)
        elif visit.stage in {"nurture", "lost"} and visit.way == "advance":
            _add(story, clock, visit.left, dice.pick((("call", "replied"), ("text", "replied"))), dice, "returned")
        elif visit.stage in RHYTHM:
            _keep_in_touch(dice, story, clock, visit)
    story.attempts.sort(key=_moment)


def _moment(fact: Facts) -> dt.datetime:
    date = fact["date"]
    return date if isinstance(date, dt.datetime) else dt.datetime.combine(date, dt.time(12))


def _try(dice: Dice, story: Story, clock: Clock, visit: Visit) -> None:
    answered = visit.way == "advance"
    day = visit.entered
    tries = 0
    while day < visit.left or (day == visit.left and not answered):
        channel = ("call", dice.pick(("no_answer", "left_message"))) if tries == 0 else dice.weighted(UNANSWERED)
        _add(story, clock, day, channel, dice, "trying")
        day += TRYING[min(tries, len(TRYING) - 1)]
        tries += 1
    if answered:
        _add(story, clock, visit.left, dice.weighted(ANSWERED), dice, "first_talk")


def _keep_in_touch(dice: Dice, story: Story, clock: Clock, visit: Visit) -> None:
    rhythm = RHYTHM[visit.stage]
    silent = visit.way == "lose" and visit.stage in {"contacted", "appointment_held", "application_started"}
    day = visit.entered + dice.pick(rhythm)
    while day < visit.left:
        answers = 0.25 if silent else 0.6
        channel = dice.weighted(ANSWERED) if dice.chance(answers) else dice.weighted(UNANSWERED)
        _add(story, clock, day, channel, dice, visit.stage)
        day += dice.pick(rhythm)
        if dice.chance(FORGOTTEN):
            day += dice.pick(rhythm) + 3
    if visit.stage == "contacted" and visit.way == "advance" and visit.left > visit.entered:
        _add(story, clock, visit.left, ("call", "reached"), dice, "agreed")


def _add(story: Story, clock: Clock, day: int, how: tuple[str, str | None], dice: Dice, situation: str) -> None:
    channel, result = how
    date: dt.date = clock.day(day)
    if dice.chance(0.62):
        date = at(date, dice.weighted(HOURS), dice.pick((0, 5, 10, 15, 20, 30, 40, 45, 50)))
        if story.received_time and date <= dt.datetime.combine(story.received, story.received_time):
            date = clock.day(day)
    fact: Facts = {"date": date, "channel": channel, "result": result}
    if note := words.attempt(story.pen, situation, channel, result, house=story.house):
        fact["note"] = note
    story.attempts.append(fact)
