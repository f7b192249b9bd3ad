"""The application: its milestones, its deadlines, the contracts that fell through and the dates that were moved."""

import datetime as dt

from benchmarks.simulator.clock import DAY, Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.path import Visit
from benchmarks.simulator.story import Facts, Story

LETTER_DAYS = 90
CONTRACT = (
    "under_contract", "appraisal_ordered", "appraisal_received", "conditional_approval", "clear_to_close",
    "expected_close", "lock_expires",
)  # fmt: skip
"""What belongs to one contract, and goes with it when it falls through."""


def write_applications(dice: Dice, story: Story, clock: Clock) -> None:
    """Fill `story.applications`, oldest first; one that came to an end has `ended`, each its own `moved`."""
    current: Facts = {}
    for place, visit in enumerate(story.visits):
        if visit.stage == "in_process":
            _contract(dice, story, clock, current, visit, _closes(story.visits, place))
        else:
            _milestone(dice, clock, current, visit)
        if visit.stage == "lost" and current:
            current["status"] = _status(story.reasons[place])
            current["decided"] = clock.day(visit.entered)
        if current and visit.way == "back" and not story.refinance:
            current = _fell_through(story, clock, current, visit)
        elif current and visit.stage in {"lost", "nurture"} and visit.way == "advance":
            story.applications.append({**current, "ended": clock.day(visit.left)})
            current = {}
    if current:
        story.applications.append(current)


def _milestone(dice: Dice, clock: Clock, current: Facts, visit: Visit) -> None:
    day = clock.day(visit.entered)
    if visit.stage.startswith("application_"):
        current[visit.stage.removeprefix("application_")] = day
    elif visit.stage == "clear_to_close":
        current["clear_to_close"] = day
    elif visit.stage == "preapproved":
        current.setdefault("preapproved", day)
        if "expires" not in current:
            _letter(dice, clock, current, visit)


def _closes(visits: list[Visit], place: int) -> int | None:
    """The working day on which this contract closes, where it does."""
    coming = [visit for visit in visits[place : place + 3] if visit.stage == "closed"]
    return coming[0].entered if coming else None


def _letter(dice: Dice, clock: Clock, current: Facts, visit: Visit) -> None:
    """The pre-approval letter: good for ninety days, renewed a few days before it runs out."""
    expires = clock.day(visit.entered) + LETTER_DAYS * DAY
    left = clock.day(visit.left)
    while expires < left:
        renewed = clock.day(clock.number(expires) - dice.whole(3, 9))
        current.setdefault("moved", []).append({"date": renewed, "what": "expires", "from": expires})
        expires = renewed + LETTER_DAYS * DAY
    current["expires"] = expires


def _contract(dice: Dice, story: Story, clock: Clock, current: Facts, visit: Visit, closes: int | None) -> None:
    start = visit.entered
    if not story.refinance:
        current["under_contract"] = clock.day(start)
    ordered = start + dice.whole(1, 3)
    received = ordered + dice.whole(6, 9)
    approved = start if story.refinance else received + dice.whole(1, 3)
    for name, number in (("appraisal_ordered", ordered), ("appraisal_received", received)):
        if number < visit.left:
            current[name] = clock.day(number)
    if approved < visit.left or story.refinance:
        current["conditional_approval"] = clock.day(approved)
    expected = clock.day(closes if closes is not None else start + dice.whole(22, 30))
    slip = dice.weighted(((0, 60), (-1, 6), (1, 8), (2, 6), (4, 4)))
    first = _weekday(expected - slip * DAY)
    if dice.chance(0.16) and closes is not None and closes - start > 16:
        first = _weekday(expected - dice.whole(5, 12) * DAY)
        moved = clock.day(clock.number(first) - dice.whole(1, 4))
        move: Facts = {"date": moved, "what": "expected_close", "from": first}
        if dice.chance(0.7):
            move["note"] = dice.pick(LATE if not story.refinance else LATE_WITHOUT_A_HOUSE)
        current.setdefault("moved", []).append(move)
        first = expected
    current["expected_close"] = first
    current["lock_expires"] = max(first, expected) + dice.whole(3, 11) * DAY


LATE = (
    "appraisal late", "seller's title needs a release", "waiting for the HOA questionnaire", "repairs before closing",
    "seller asked for another week", "employer slow with the VOE", "condo docs", "well test outstanding",
    "appraiser had to go back", "final inspection pushed", "payoff letter late", "gift letter had to be redone",
)  # fmt: skip
LATE_WITHOUT_A_HOUSE = ("appraisal late", "payoff letter late", "title has an old lien", "second mortgage must agree")


def _weekday(day: dt.date) -> dt.date:
    return day - DAY * max(0, day.weekday() - 4)


def _fell_through(story: Story, clock: Clock, current: Facts, visit: Visit) -> Facts:
    """Move what belongs to the contract away; the letter stays."""
    ended = clock.day(visit.left)
    contract = {name: day for name, day in current.items() if name in CONTRACT}
    story.applications.append({**contract, "ended": ended, "reason": "contract_fell_through"})
    return {name: day for name, day in current.items() if name not in CONTRACT}


def _status(reason: str) -> str:
    """How an application ended, by why."""
    if reason.startswith("denied_"):
        return "denied"
    return "incomplete" if reason in {"paperwork_abandoned", "went_cold"} else "withdrawn"
