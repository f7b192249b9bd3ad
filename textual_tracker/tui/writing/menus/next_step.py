"""`f`: the next step in one line; `d`: it is done."""

from textual_tracker.core.records import Referral
from textual_tracker.editing.actions.next_step import set_next_step, step_done
from textual_tracker.editing.one_line import parse_next_step, split_words
from textual_tracker.editing.words import day_words
from textual_tracker.errors import UsageError
from textual_tracker.tui.writing.row import Row
from textual_tracker.tui.writing.steps import Ask, Echo, Write

REPLACED = ("next_step",)


def next_step(row: Row, referral: Referral) -> Ask:
    """The line that says when, what, and perhaps who."""

    def read(text: str) -> Echo:
        try:
            said = parse_next_step(split_words(text), row.today)
        except UsageError as error:
            return Echo(str(error))
        day, time = said.due
        action = said.action if time is None else f"{said.action} ({time:%H:%M})"
        who = f" ({said.who})" if said.who else ""
        if day < row.today:
            return Echo(f"{day_words(day, row.today)} is past; a next step lies ahead")
        write = Write(set_next_step(referral.id, day, action, who=said.who), (referral,), parts=REPLACED)
        return Echo(f"due {day_words(day, row.today)}: {action}{who}", write)

    return Ask(f"{referral.name}, next step:", "fri collect pay stubs", read)


def done(_row: Row, referral: Referral) -> Write:
    """The next step moves to the log."""
    return Write(step_done(referral.id), (referral,), parts=REPLACED)
