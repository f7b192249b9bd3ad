"""`tracker nurture`: left alone until a day."""

import datetime as dt

from textual_tracker.cli.asking import can_ask, optional
from textual_tracker.cli.call import Call
from textual_tracker.cli.when import date_of, planned_date
from textual_tracker.cli.whom import named_referral
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Referral
from textual_tracker.editing.actions.ending import nurture
from textual_tracker.editing.spoken import plan_day
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Put the referral that the words name into nurture."""
    on, revisit = date_of(call), planned_date(call, "revisit")
    found = named_referral(call)
    revisit = revisit or _asked(call, found.record)
    action = nurture(found.record.id, revisit, on=on, note=call.parsed.value("note") or "")
    return carry_out(call, found.workspace, action)


def _asked(call: Call, referral: Referral) -> dt.date:
    """The day as a person says it; raises UsageError where nobody is there to ask."""
    if not can_ask(call):
        raise UsageError("until when? give --revisit, such as 2w, eom or 2026-09-01")
    question = f"When do you get in touch with {referral.name} again?"
    day = optional(call, question, lambda answer: plan_day(answer, call.today()))
    if day is None:
        raise UsageError("no day was given, so nothing was written")
    return day[0]
