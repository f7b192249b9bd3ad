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
    """Every so many working days; what was said was said on the last ones."""
    first = clock.number(entry.get("from", clock.start))
    last = clock.number(entry.get("to", clock.end)) - 1
    every: int = entry["every"]
    days = []
    day = first + dice.whole(0, min(every, 12))
    while day <= last:
        days.append(clock.day(day))
        day += max(3, every + dice.whole(-every // 4, every // 4))
    touches = [_touch(dice, day) for day in days]
    said: list[str] = entry["said"]
    step = max(1, len(touches) // max(1, len(said)))
    for touch, text in zip(touches[::step], said, strict=False):
        if touch["result"] in {None, "left_message"} and not text.startswith("left"):
            touch["result"] = "reached"
        touch["note"] = text
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
