"""Appointments: agreed, missed, agreed again, held."""

import datetime as dt

from benchmarks.simulator import words
from benchmarks.simulator.clock import Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.path import Visit
from benchmarks.simulator.story import Facts, Story, at

TOO_LONG = 5
"""Working days between agreeing and meeting, above which a first appointment must have come to nothing."""


def write_meetings(dice: Dice, story: Story, clock: Clock) -> None:
    """Fill `story.meetings`, oldest first; each with the status that it has when its day is over."""
    for visit in story.visits:
        if visit.stage == "appointment_set":
            _meet(dice, story, clock, visit)


def _meet(dice: Dice, story: Story, clock: Clock, visit: Visit) -> None:
    agreed = visit.entered
    while visit.left - agreed > TOO_LONG:
        date = agreed + dice.whole(1, 3)
        story.meetings.append(_meeting(dice, clock, "no_show" if dice.chance(0.6) else "cancelled", agreed, date))
        agreed = min(date + dice.whole(1, 2), visit.left - 1)
        story.attempts.append(
            {"date": clock.day(agreed), "channel": "call", "result": "reached", "note": words.rebooked(story.pen)}
        )
    if visit.way == "advance":
        story.meetings.append(_meeting(dice, clock, "held", agreed, visit.left))
    else:
        date = max(agreed, visit.left - dice.whole(1, 3))
        status = "no_show" if dice.chance(0.7) else "cancelled"
        story.meetings.append(_meeting(dice, clock, status, agreed, date))


def _meeting(dice: Dice, clock: Clock, status: str, agreed: int, date: int) -> Facts:
    when: dt.date = clock.day(date)
    if dice.chance(0.85):
        when = at(when, dice.pick((9, 10, 11, 13, 14, 15, 16, 17)), dice.pick((0, 0, 30)))
    return {"status": status, "set": clock.day(agreed), "date": when}
