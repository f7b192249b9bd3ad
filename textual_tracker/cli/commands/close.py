"""`tracker close`: the loan closed."""

from textual_tracker.cli.asking import can_ask, optional
from textual_tracker.cli.call import Call
from textual_tracker.cli.when import date_of
from textual_tracker.cli.whom import named_referral
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Referral
from textual_tracker.editing.actions.ending import close
from textual_tracker.editing.one_line.amounts import amount


def run(call: Call) -> int:
    """Close the referral that the words name."""
    found = named_referral(call)
    funded = _funded(call, found.record)
    missing = funded is None and found.record.loan.amount is None
    later = f"The amount is missing; once it is known: tracker set {found.record.id} outcome.amount=…"
    action = close(found.record.id, amount=funded, on=date_of(call), note=call.parsed.value("note") or "")
    return carry_out(call, found.workspace, action, more=(later,) if missing else ())


def _funded(call: Call, referral: Referral) -> int | None:
    """What was funded, in dollars, as `--amount` says; asked for where nothing else tells it."""
    typed = call.parsed.value("amount")
    if typed is not None:
        return amount(typed)
    if referral.loan.amount is None and can_ask(call):
        return optional(call, f"What was funded for {referral.name}? (empty: not known yet) $", amount)
    return None
