"""The partners of the sample journal: how they send, and when they were touched."""

import datetime as dt
from typing import Any

from benchmarks.simulator.clock import Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.sample.reading import hand_written
from benchmarks.simulator.story import Facts, Sender, day_of

WITHOUT_PARTNER = (
    Sender("online", "cold", 2.9),
    Sender("past_client", "warm", 1.0),
    Sender("self_generated", "plain", 0.6),
    Sender("sphere", "warm", 0.3),
)
"""Where referrals come from that nobody sends."""

TOUCH_CHANNELS = (("call", 5), ("in_person", 3), ("text", 2), ("email", 1), ("mail", 0.7), ("video", 0.4))


def known_partners(seed: int, clock: Clock) -> tuple[list[Sender], dict[str, Facts]]:
    """The senders, with and without a partner, and the partners' records by id."""
    senders = list(WITHOUT_PARTNER)
    records: dict[str, Facts] = {}
    for name, entry in hand_written("partners.yaml").items():
        record: Facts = dict(entry["record"])
        notes = record.pop("notes", None)
        senders.append(_sender(name, record, entry["sender"]))
        record["touches"] = _touches(Dice(seed, "touches", name), clock, entry)
        record["notes"] = notes
        records[name] = record
    return senders, records


def _sender(name: str, record: Facts, how: dict[str, Any]) -> Sender:
    return Sender(record["type"], partner=name, prefers=record["prefers"], update_days=record.get("update_days"), **how)


def _touches(dice: Dice, clock: Clock, entry: dict[str, Any]) -> list[Facts]:
    """Every so many working days, beside those of which something was noted."""
    first = clock.number(entry.get("from", clock.start))
    last = clock.number(entry.get("to", clock.end)) - 1
    every: int = entry["every"]
    said: list[Facts] = entry["said"]
    noted = [clock.number(touch["date"]) for touch in said]
    touches = list(said)
    day = first + dice.whole(0, min(every, 12))
    while day <= last:
        touch = _touch(dice, clock.day(day))
        if all(abs(day - other) * 2 > every for other in noted):
            touches.append(touch)
        day += max(3, every + dice.whole(-every // 4, every // 4))
    return sorted(touches, key=lambda touch: day_of(touch["date"]))


def _touch(dice: Dice, day: dt.date) -> Facts:
    channel = dice.weighted(TOUCH_CHANNELS)
    result: str | None = "reached"
    if channel == "call":
        result = dice.pick(("reached", "reached", "reached", "left_message", "no_answer"))
    elif channel in {"text", "email"}:
        result = dice.pick(("replied", None))
    elif channel == "mail":
        result = None
    return {"date": day, "channel": channel, "result": result}
