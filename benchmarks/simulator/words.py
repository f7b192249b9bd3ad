"""What an officer scribbles: short, unlike each other, tied to what happened.

Pools of fragments for the thousands; the people of the sample journal have their own words, in `sample/`.
"""

from benchmarks.simulator.dice import Dice
from benchmarks.simulator.said_at_the_end import LOSSES, NOT_YET, NURTURE, PEOPLE_NOTES, REBOOKED
from benchmarks.simulator.said_in_contact import HOUSE, NO_HOUSE, UNANSWERED

HOW_OFTEN = {
    "trying": 0.15, "first_talk": 0.6, "agreed": 0.4, "contacted": 0.4, "appointment_held": 0.4,
    "application_started": 0.45, "application_submitted": 0.4, "preapproved": 0.4, "in_process": 0.4,
    "clear_to_close": 0.35, "returned": 0.9,
}  # fmt: skip
"""The share of attempts, by situation, to which something was noted."""
SILENCE = 0.12
"""The same for those that nobody answered once they had talked before."""


def attempt(dice: Dice, situation: str, channel: str, result: str | None, *, house: bool) -> str | None:
    """A few words on one contact attempt, or none."""
    answered = result in {"reached", "replied"}
    silent = not answered and situation != "trying"
    if not dice.chance(SILENCE if silent else HOW_OFTEN[situation]):
        return None
    if answered:
        pool = HOUSE[situation] if house else NO_HOUSE.get(situation, HOUSE[situation])
    else:
        spoken = result if channel in {"call", "voicemail"} else None
        pool = UNANSWERED[spoken or channel] if (spoken or channel) in UNANSWERED else UNANSWERED["text"]
    return dice.pick(pool)


def rebooked(dice: Dice) -> str:
    """Why the last appointment was missed."""
    return dice.pick(REBOOKED)


def not_yet(dice: Dice) -> str:
    """What was said when somebody in nurture was asked again."""
    return dice.pick(NOT_YET)


def loss(dice: Dice, reason: str) -> str:
    """What is to be learnt from a loss."""
    return dice.pick(LOSSES[reason])


def nurture(dice: Dice) -> str:
    """What a person in nurture waits for."""
    return dice.pick(NURTURE)


def person(dice: Dice, purpose: str) -> str:
    """Who they are, in a line."""
    return dice.pick(PEOPLE_NOTES.get(purpose, PEOPLE_NOTES["other"])) + "\n"
