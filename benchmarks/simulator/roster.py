"""Any number of invented partners, for journals of any size."""

import datetime as dt
from collections.abc import Sequence

from benchmarks.simulator import people
from benchmarks.simulator.clock import Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.story import Facts, Sender

TYPES = (
    ("real_estate_agent", 60), ("builder", 5), ("financial_advisor", 5), ("cpa", 5), ("attorney", 4),
    ("insurance_agent", 4), ("title_company", 3), ("lender_peer", 3), ("employer", 2), ("past_client", 6),
    ("sphere", 3),
)  # fmt: skip
QUALITY = {"past_client": "warm", "sphere": "warm", "lender_peer": "weak", "builder": "weak"}
WITHOUT_PARTNER = (("online", "cold", 0.15), ("past_client", "warm", 0.07), ("self_generated", "plain", 0.05))
"""Sources that nobody sends, with their quality and share of all referrals."""


def roster(seed: int, count: int, clock: Clock) -> tuple[list[Sender], dict[str, Facts]]:
    """`count` partners as senders and as records, and the sources without a partner."""
    senders: list[Sender] = []
    records: dict[str, Facts] = {}
    for number in range(count):
        dice = Dice(seed, "partner", number)
        name = f"{dice.pick(people.FIRST)} {dice.pick(people.LAST)}"
        stem = people.slug(name)
        partner = stem if stem not in records else f"{stem}-{number}"
        source = dice.weighted(TYPES)
        quality = QUALITY.get(source) or dice.weighted((("best", 1), ("good", 5), ("plain", 8), ("weak", 2)))
        rate = 0.2 + 1.8 * dice.roll() * dice.roll()
        prefers = dice.pick(("call", "text", "text", "email"))
        care = dice.weighted(((0.9, 8), (0.6, 3), (0.2, 1)))
        senders.append(Sender(source, quality, rate, partner, prefers, care, weekly=0.35))
        records[partner] = {
            "name": name,
            "type": source,
            "phone": people.phone(number * 7 + 3),
            "tier": "A" if rate > 1.2 else "B" if rate > 0.5 else "C",
            "prefers": prefers,
            "touches": _touches(dice, clock),
        }
    total = sum(sender.rate for sender in senders) / (1 - sum(share for _, _, share in WITHOUT_PARTNER))
    senders += [Sender(source, quality, total * share) for source, quality, share in WITHOUT_PARTNER]
    return senders, records


def _touches(dice: Dice, clock: Clock) -> list[Facts]:
    """A word every month or so, in the last year."""
    touches: list[Facts] = []
    number = max(0, clock.last - 250) + dice.whole(0, 20)
    while number < clock.last:
        touches.append({"date": clock.day(number), "channel": dice.pick(CHANNELS), "result": dice.pick(RESULTS)})
        number += dice.whole(12, 35)
    return touches


CHANNELS: Sequence[str] = ("call", "call", "text", "in_person", "email")
RESULTS: Sequence[str | None] = ("reached", "reached", "left_message", None)


def settings(officer: str, clock: Clock) -> Facts:
    """The journal's settings: goals, and the holidays of every year concerned."""
    years = range(clock.start.year, clock.end.year + 1)
    holidays: list[dt.date] = [day for day in clock.holidays if day.year in years]
    return {
        "format": 1,
        "officer": officer,
        "holidays": holidays,
        "goals": {
            "daily": {"calls": 15, "follow_ups": 8, "notes": 3, "conversations": 5, "appointments": 1},
            "monthly": {"referrals": 55, "closings": 14, "volume": 4_500_000},
        },
    }
