"""`tracker reopen`: somebody who was closed, lost or in nurture came back."""

from textual_tracker.cli.call import Call
from textual_tracker.cli.when import date_of
from textual_tracker.cli.whom import named_referral
from textual_tracker.cli.writing import carry_out
from textual_tracker.editing.actions.ending import reopen


def run(call: Call) -> int:
    """Open the referral that the words name again."""
    found = named_referral(call)
    action = reopen(found.record.id, on=date_of(call), note=call.parsed.value("note") or "")
    return carry_out(call, found.workspace, action)
