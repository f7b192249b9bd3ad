"""`tracker appt`: an appointment, and what came of it."""

from collections.abc import Sequence

from textual_tracker.analytics.naming import find_referral
from textual_tracker.cli.call import Call
from textual_tracker.cli.split import splits
from textual_tracker.cli.when import date_of, day_of
from textual_tracker.cli.whom import meant
from textual_tracker.cli.writing import carry_out
from textual_tracker.editing.actions.appointment import (
    cancel_appointment,
    hold_appointment,
    miss_appointment,
    set_appointment,
)
from textual_tracker.editing.draft import Action
from textual_tracker.editing.moment import Moment
from textual_tracker.editing.one_line import a_choice
from textual_tracker.editing.spoken import plan_day, split_ref_and_moment
from textual_tracker.errors import UsageError

HELD, NO_SHOW, CANCELLED = OUTCOMES = ("held", "no_show", "cancelled")
"""What may be typed instead of a day."""


def run(call: Call) -> int:
    """Record the appointment of the referral that the words name."""
    ways = splits(call.words, lambda words: (_what(call, words), False))
    if not ways:
        split_ref_and_moment(call.words, call.today())  # says what is wrong with the day
    found = meant(call, ways, find_referral)
    return carry_out(call, found.workspace, _action(call, found.record.id, found.rest))


def _what(call: Call, words: Sequence[str]) -> Moment | str:
    """The day, or the word for what came of it."""
    try:
        return a_choice(" ".join(words), OUTCOMES)
    except UsageError:
        return plan_day(" ".join(words), call.today())


def _action(call: Call, referral_id: str, what: Moment | str) -> Action:
    note = call.parsed.value("note") or ""
    if what == HELD:
        return hold_appointment(referral_id, on=day_of(call), note=note)
    if what == NO_SHOW:
        return miss_appointment(referral_id, on=day_of(call), note=note)
    if isinstance(what, str):
        if call.parsed.value("date") is not None:
            raise UsageError("an appointment that is called off has no day but its own; leave --date out")
        return cancel_appointment(referral_id, note=note)
    return set_appointment(referral_id, what, agreed=date_of(call), note=note)
