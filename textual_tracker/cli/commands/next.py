"""`tracker next`: what is to be done next, and when."""

from textual_tracker.analytics.naming import find_referral
from textual_tracker.cli.call import Call
from textual_tracker.cli.officers import known_officer
from textual_tracker.cli.split import splits
from textual_tracker.cli.whom import meant
from textual_tracker.cli.writing import carry_out
from textual_tracker.editing.actions.next_step import set_next_step
from textual_tracker.editing.one_line import parse_next_step


def run(call: Call) -> int:
    """Set the next step of the referral that the words name."""
    today = call.today()
    ways = splits(call.words, lambda words: (parse_next_step(words, today), False))
    if not ways:
        parse_next_step(call.words[1:], today)  # says what is missing
    found = meant(call, ways, find_referral)
    step = found.rest
    day, time = step.due
    action = step.action if time is None else f"{step.action} ({time:%H:%M})"
    who = None if step.who is None else known_officer(step.who, found.snapshot.journal.settings)
    return carry_out(call, found.workspace, set_next_step(found.record.id, day, action, who=who))
