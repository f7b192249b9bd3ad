"""`tracker lose`: the referral is lost, and why."""

from textual_tracker.cli.asking import ask, can_ask, pick
from textual_tracker.cli.call import Call
from textual_tracker.cli.when import date_of, planned_date
from textual_tracker.cli.whom import named_referral
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Referral
from textual_tracker.core.vocabulary import CAUSES, REASONS
from textual_tracker.editing.actions.ending import OTHER, lose
from textual_tracker.editing.one_line import a_choice
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Close the referral that the words name out as lost."""
    given = call.parsed.value("reason")
    reason = None if given is None else a_choice(given, REASONS, "a reason")
    on, revisit, note = date_of(call), planned_date(call, "revisit"), call.parsed.value("note") or ""
    found = named_referral(call)
    reason = reason or _asked(call, found.record)
    if reason == OTHER and not note and can_ask(call):
        note = ask("What was it?")
    return carry_out(call, found.workspace, lose(found.record.id, reason, on=on, note=note, revisit=revisit))


def _asked(call: Call, referral: Referral) -> str:
    """The reason as a person chooses it from the list.

    Raises UsageError where nobody is there to ask.
    """
    if can_ask(call):
        question = f"Why was {referral.name} lost? (a number, or a word)"
        reason = pick(call, question, list(CAUSES.items()), lambda answer: a_choice(answer, REASONS, "a reason"))
        if reason is None:
            raise UsageError("no reason was given, so nothing was written")
        return reason
    lines = [f"  {cause:<{_WIDTH}}  {', '.join(reasons)}" for cause, reasons in CAUSES.items()]
    raise UsageError("\n".join(["why was it lost? give --reason, one of", *lines]))


_WIDTH = max(map(len, CAUSES))
