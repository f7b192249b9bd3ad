"""`a`: what came of the appointment, or the day of a new one."""

from string import ascii_lowercase, digits
from typing import Final

from textual_tracker.core.records import Referral
from textual_tracker.editing.actions.appointment import (
    cancel_appointment,
    hold_appointment,
    miss_appointment,
    set_appointment,
)
from textual_tracker.editing.draft import Action
from textual_tracker.editing.spoken import plan_day
from textual_tracker.editing.words import day_words, moment_words
from textual_tracker.errors import UsageError
from textual_tracker.tui.writing.row import Row
from textual_tracker.tui.writing.steps import Ask, Choice, Choose, Echo, Step, Write

BEGINS_A_DAY: Final = frozenset(ascii_lowercase + digits + "+")
HELD: Final = "where they met, leave this with esc: a and h say so"
SPACE: Final = "space"


def appointment(row: Row, referral: Referral) -> Choose:
    """Held, and where one is agreed no-show and cancelled; any other letter or digit begins a day."""
    title = f"{referral.name}: appointment"
    status = row.look.snapshot.standing(referral).appointment.status
    choices = [Choice("h", "held", _write(hold_appointment(referral.id), referral))] if status != "held" else []
    if status == "set":
        choices += [
            Choice("n", "no-show", _write(miss_appointment(referral.id), referral)),
            Choice("x", "cancelled", _write(cancel_appointment(referral.id), referral)),
        ]
    line = _line(row, referral)
    choices.append(Choice(SPACE, "or a day at once: mon 2pm", line, "or a day: mon 2pm"))

    def begin(character: str) -> Step | None:
        return line._replace(text=character) if character and character.lower() in BEGINS_A_DAY else None

    return Choose(title, choices, begin=begin)


def _write(action: Action, referral: Referral) -> Write:
    return Write(action, (referral,), parts=("appointment",))


def _line(row: Row, referral: Referral) -> Ask:
    def read(text: str) -> Echo:
        try:
            when = plan_day(text, row.today)
        except UsageError as error:
            return Echo(str(error))
        if when[0] < row.today:
            return Echo(f"{day_words(when[0], row.today)} is past; {HELD}")
        return Echo(moment_words(when, row.today), _write(set_appointment(referral.id, when), referral))

    return Ask(f"{referral.name}, appointment:", "mon 2pm", read)
