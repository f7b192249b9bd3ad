"""`tracker done`: the next step was done, and moves to the log."""

from textual_tracker.cli.call import Call
from textual_tracker.cli.when import date_of
from textual_tracker.cli.whom import named_referral
from textual_tracker.cli.writing import carry_out
from textual_tracker.editing.actions.next_step import step_done


def run(call: Call) -> int:
    """Record that the next step of the referral that the words name was done."""
    found = named_referral(call)
    action = step_done(found.record.id, on=date_of(call), note=call.parsed.value("note") or "")
    return carry_out(call, found.workspace, action)
