"""How referrals end, and why: reasons that fit the stage at which they were lost."""

import datetime as dt

from benchmarks.simulator import words
from benchmarks.simulator.clock import DAY, Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.path import Visit
from benchmarks.simulator.story import Facts, Story

REASONS: dict[str, tuple[tuple[str, float], ...]] = {
    "received": (("duplicate", 3), ("wrong_contact", 2), ("out_of_area", 2), ("partner_withdrew", 2)),
    "attempting": (("never_reached", 22), ("wrong_contact", 1.5), ("partner_withdrew", 1)),
    "contacted": (
        ("went_cold", 26), ("chose_other_lender_rate", 22), ("chose_other_lender_relationship", 13), ("not_ready", 9),
        ("stopped_looking", 8), ("chose_other_lender_speed", 3), ("not_a_referral", 1.5), ("out_of_area", 1.5),
        ("other", 1),
    ),
    "appointment_set": (("no_show", 10), ("chose_other_lender_rate", 3), ("went_cold", 2)),
    "appointment_held": (
        ("chose_other_lender_rate", 6), ("chose_other_lender_relationship", 4), ("went_cold", 3), ("not_ready", 4),
        ("stopped_looking", 2),
    ),
    "application_started": (
        ("paperwork_abandoned", 7), ("chose_other_lender_rate", 3), ("stopped_looking", 2), ("not_ready", 1),
    ),
    "application_submitted": (
        ("denied_debt_to_income", 34), ("denied_credit", 22), ("denied_cash", 14), ("denied_employment", 9),
        ("denied_unverifiable", 7), ("denied_incomplete", 4), ("denied_mortgage_insurance", 2), ("denied_other", 2),
    ),
    "preapproved": (
        ("stopped_looking", 8), ("chose_other_lender_rate", 6), ("bought_with_cash", 3),
        ("chose_other_lender_relationship", 4), ("went_cold", 2), ("chose_other_lender_speed", 1),
    ),
    "in_process": (
        ("denied_collateral", 6), ("contract_fell_through", 5), ("denied_employment", 2), ("missed_contract_date", 2),
    ),
    "clear_to_close": (("contract_fell_through", 1),),
    "nurture": (
        ("stopped_looking", 3), ("chose_other_lender_relationship", 3), ("went_cold", 3), ("not_ready", 2),
        ("chose_other_lender_rate", 2),
    ),
}  # fmt: skip
FOR_A_HOUSE = frozenset({"bought_with_cash", "contract_fell_through", "missed_contract_date", "stopped_looking"})
"""Reasons that a refinance cannot have."""


FOR_GOOD = frozenset(
    {"bought_with_cash", "duplicate", "wrong_contact", "out_of_area", "not_a_referral", "partner_withdrew", "other"}
)
"""Reasons after which nobody comes back."""


def write_endings(dice: Dice, story: Story, clock: Clock) -> None:
    """Fill `story.endings`, oldest first (one that was followed by a return has `ended`), and `story.reasons`."""
    for place, visit in enumerate(story.visits):
        if visit.stage not in {"closed", "lost", "nurture"}:
            continue
        day = clock.day(visit.entered)
        if visit.stage == "lost":
            ending = _lost(dice, story, place, day)
        else:
            ending = _closed(dice, story, day) if visit.stage == "closed" else _nurture(dice, story, clock, visit)
        if visit.way == "advance":
            ending["ended"] = clock.day(visit.left)
        story.endings.append(ending)


def _closed(dice: Dice, story: Story, day: dt.date) -> Facts:
    change = dice.pick((0, 0, 0, 0, 0, -5000, -2500, 1500, 4000, -8000))
    return {"status": "closed", "date": day, "amount": story.loan["amount"] + change}


def _lost(dice: Dice, story: Story, place: int, day: dt.date) -> Facts:
    before: Visit = story.visits[place - 1]
    impossible = (FOR_A_HOUSE if story.refinance else frozenset()) | (
        FOR_GOOD if story.visits[place].way == "advance" else frozenset()
    )
    reasons = [item for item in REASONS[before.stage] if item[0] not in impossible]
    reason = dice.weighted(reasons or [("went_cold", 1.0)])
    story.reasons[place] = reason
    ending: Facts = {"status": "lost", "date": day, "reason": reason}
    if reason == "other" or story.pen.chance(0.55):
        ending["note"] = words.loss(story.pen, reason)
    return ending


def _nurture(dice: Dice, story: Story, clock: Clock, visit: Visit) -> Facts:
    """On hold until a day; when it comes they are asked, and asked again some months later."""
    revisit = clock.number(clock.day(visit.entered) + dice.whole(60, 190) * DAY)
    ending: Facts = {"status": "nurture", "date": clock.day(visit.entered), "revisit": clock.day(revisit)}
    ending["note"] = words.nurture(story.pen)
    put_off: list[tuple[dt.date, dt.date]] = []
    while (asked := revisit + dice.whole(0, 3)) < visit.left:
        channel, result = dice.pick(ASKED)
        asking: Facts = {"date": clock.day(asked), "channel": channel, "result": result}
        if result != "left_message":
            asking["note"] = words.not_yet(story.pen)
        story.attempts.append(asking)
        revisit = asked + dice.whole(45, 100)
        put_off.append((clock.day(asked), clock.day(revisit)))
    ending["put_off"] = put_off
    return ending


ASKED = (("call", "reached"), ("text", "replied"), ("text", "replied"), ("call", "left_message"), ("email", "replied"))
