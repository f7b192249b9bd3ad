"""The known hazards: what happens to a referral on each working day, by stage and by the quality of who sent it.

A referral that has been in a stage for `age` working days (0: the day on which it came there) leaves it on that day
with the chances of the row with the largest `age` not above its own:

- `advance`: to the next stage, where the same day counts as age 0;
- `lose`, `nurture`: it ends so;
- `back`: in process only, the contract falls through and the referral is pre-approved again (a refinance is lost).

A refinance, and whatever else needs no house, has no pre-approval and no contract: it goes from application_submitted
straight to in_process.
A lost referral and one in nurture come back with `advance`, to contacted. These chances are all there is: whatever
else a record shows (attempts, notes, updates, moved dates) decorates the path and never changes it.

`QUALITIES` multiply them: `reach` the advance of attempting, `interest` that of contacted, appointment_set and
appointment_held, `strength` that of the application's stages up to preapproved; `patience` divides every `lose`.
"""

from typing import NamedTuple

from benchmarks.simulator.dice import Dice


class Row(NamedTuple):
    """Chances a working day from `age` on."""

    age: int
    advance: float = 0.0
    lose: float = 0.0
    nurture: float = 0.0
    back: float = 0.0


class Quality(NamedTuple):
    """What who sent it does to the chances."""

    reach: float = 1.0
    interest: float = 1.0
    strength: float = 1.0
    patience: float = 1.0


HAZARDS: dict[str, tuple[Row, ...]] = {
    "received": (Row(0, 0.86), Row(1, 0.80, 0.015), Row(2, 0.55, 0.02)),
    "attempting": (Row(0, 0.42), Row(1, 0.13), Row(6, 0.09, 0.01), Row(9, 0.06, 0.14)),
    "contacted": (Row(0, 0.10), Row(1, 0.030, 0.018, 0.003), Row(6, 0.020, 0.040, 0.007)),
    "appointment_set": (Row(0), Row(1, 0.28, 0.010), Row(4, 0.20, 0.055, 0.004)),
    "appointment_held": (Row(0, 0.30), Row(1, 0.15, 0.014, 0.005)),
    "application_started": (Row(0, 0.10), Row(1, 0.24, 0.013, 0.001)),
    "application_submitted": (Row(0), Row(1, 0.28, 0.036)),
    "preapproved": (Row(0), Row(2, 0.050, 0.007, 0.001)),
    "in_process": (Row(0), Row(12, 0.04, 0.002, 0.0, 0.004), Row(18, 0.16, 0.003, 0.0, 0.004)),
    "clear_to_close": (Row(0), Row(2, 0.32, 0.001)),
    "nurture": (Row(0), Row(30, 0.004, 0.004)),
    "lost": (Row(0), Row(40, 0.0004)),
}

QUALITIES: dict[str, Quality] = {
    "best": Quality(reach=1.4, interest=1.7, strength=1.15, patience=1.8),
    "good": Quality(reach=1.2, interest=1.15, strength=1.0, patience=1.15),
    "plain": Quality(),
    "warm": Quality(reach=1.5, interest=1.5, strength=1.1, patience=1.4),
    "weak": Quality(reach=0.9, interest=0.75, strength=0.9, patience=0.9),
    "cold": Quality(reach=0.5, interest=0.45, strength=0.8, patience=0.7),
}
"""best: the one partner whose clients come ready; warm: past clients and sphere; cold: online leads."""

AHEAD = {
    "received": "attempting",
    "attempting": "contacted",
    "contacted": "appointment_set",
    "appointment_set": "appointment_held",
    "appointment_held": "application_started",
    "application_started": "application_submitted",
    "application_submitted": "preapproved",
    "preapproved": "in_process",
    "in_process": "clear_to_close",
    "clear_to_close": "closed",
    "nurture": "contacted",
    "lost": "contacted",
}
GROUP = {
    "attempting": "reach",
    "contacted": "interest",
    "appointment_set": "interest",
    "appointment_held": "interest",
    "application_started": "strength",
    "application_submitted": "strength",
    "preapproved": "strength",
}
MOST = 0.95
"""No day is certain."""


def after(stage: str, way: str, *, refinance: bool) -> str:
    """The stage to which a referral leaves `stage` by `way`."""
    if way == "advance":
        return "in_process" if refinance and stage == "application_submitted" else AHEAD[stage]
    if way == "back" and not refinance:
        return "preapproved"
    return "nurture" if way == "nurture" else "lost"


def row(stage: str, age: int, quality: str) -> Row:
    """The chances of one working day, with the quality's multipliers."""
    base = next(item for item in reversed(HAZARDS[stage]) if item.age <= age)
    kind = QUALITIES[quality]
    factor = getattr(kind, GROUP[stage]) if stage in GROUP else 1.0
    return Row(
        age, min(MOST, base.advance * factor), base.lose / kind.patience, base.nurture / kind.patience, base.back
    )


_ROWS = {
    (stage, quality): tuple(row(stage, item.age, quality) for item in rows)
    for stage, rows in HAZARDS.items()
    for quality in QUALITIES
}
LONGEST = 520
"""Working days (two years) after which nothing comes back any more."""


def leave(dice: Dice, stage: str, quality: str) -> tuple[int, str]:
    """How long, in working days, a referral stays in `stage`, and how it leaves: a field of `Row`, or "stays"."""
    rows = _ROWS[stage, quality]
    roll = dice.roll
    for place, (start, advance, lose, nurture, back) in enumerate(rows):
        end = rows[place + 1].age if place + 1 < len(rows) else LONGEST
        any_way = advance + lose + nurture + back
        for age in range(start, end):
            fate = roll()
            if fate >= any_way:
                continue
            if fate < advance:
                return age, "advance"
            if fate < advance + lose:
                return age, "lose"
            return age, "nurture" if fate < advance + lose + nurture else "back"
    return LONGEST, "stays"
