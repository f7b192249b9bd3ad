"""A day's activity: what the records show, and the rest that was done beside them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from benchmarks.simulator.dice import Dice
from benchmarks.simulator.story import Facts, day_of

SPOKEN = frozenset({"call", "voicemail"})
TWO_WAY = frozenset({"reached", "replied"})
Counts = dict[dt.date, Counter[str]]


def count_referral(counts: Counts, facts: Facts) -> None:
    """Add what one referral's record shows to the days on which it happened."""
    attempts = sorted(facts["contact_attempts"], key=lambda event: day_of(event["date"]))
    for place, attempt in enumerate(attempts):
        _count_contact(counts, attempt)
        if place and attempt.get("result") != "replied":
            _at(counts, attempt)["follow_ups"] += 1
    for update in facts["partner_updates"]:
        _count_channel(counts, update)
    appointment = facts["appointment"]
    for meeting in (appointment, *appointment.get("earlier", ())):
        if "set" in meeting:
            counts.setdefault(meeting["set"], Counter())["appointments"] += 1


def count_partner(counts: Counts, touches: Iterable[Facts]) -> None:
    """Add a partner's touches."""
    for touch in touches:
        _count_contact(counts, touch)


def _count_contact(counts: Counts, event: Facts) -> None:
    if event.get("result") != "replied":
        _count_channel(counts, event)
    elif event.get("channel") == "mail":
        _at(counts, event)["notes"] += 1
    if event.get("result") in TWO_WAY:
        _at(counts, event)["conversations"] += 1


def _count_channel(counts: Counts, event: Facts) -> None:
    if event.get("channel") in SPOKEN:
        _at(counts, event)["calls"] += 1
    elif event.get("channel") == "mail":
        _at(counts, event)["notes"] += 1


def _at(counts: Counts, event: Facts) -> Counter[str]:
    return counts.setdefault(day_of(event["date"]), Counter())


def activity(dice: Dice, day: dt.date, shown: Counter[str], *, vigour: float, whole_day: bool = True) -> Facts:
    """What was typed for a working day: never less than the records of that day show.

    `vigour` is how the officer's day went beside the goals (1.0: just met); a day that is not over has less of it.
    """
    share = vigour if whole_day else vigour * 0.4
    calls = _about(dice, 16 * share)
    plan = {
        "calls": calls,
        "follow_ups": _about(dice, 8.8 * share),
        "notes": _about(dice, 3.3 * share),
        "conversations": round(calls * (0.24 + 0.12 * dice.roll())),
        "appointments": 0,
    }
    facts: Facts = {"date": day}
    facts |= {name: max(count, shown[name]) for name, count in plan.items()}
    return facts


def _about(dice: Dice, count: float) -> int:
    return max(0, round(count + (dice.roll() + dice.roll() - 1.0) * count * 0.28))
