"""`tracker next`: what is to be done next, and when."""

import datetime as dt
from collections.abc import Sequence

from textual_tracker.analytics.naming import find_referral
from textual_tracker.cli.call import Call
from textual_tracker.cli.officers import known_officer
from textual_tracker.cli.split import splits
from textual_tracker.cli.whom import meant
from textual_tracker.cli.writing import carry_out
from textual_tracker.editing.actions.next_step import set_next_step
from textual_tracker.editing.one_line import parse_next_step
from textual_tracker.editing.repeated import repeated
from textual_tracker.editing.spoken.mistaken import PLANS
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Set the next step of the referral that the words name."""
    today = call.today()
    ways = splits(call.words, lambda words: (parse_next_step(words, today), False))
    if not ways:
        raise UsageError(_wrong(call.words, today))
    found = meant(call, ways, find_referral)
    step = found.rest
    day, time = step.due
    action = step.action if time is None else f"{step.action} ({time:%H:%M})"
    who = None if step.who is None else known_officer(step.who, found.snapshot.journal.settings)
    return carry_out(call, found.workspace, set_next_step(found.record.id, day, action, who=who))


def _wrong(words: Sequence[str], today: dt.date) -> str:
    """What is wrong with words of which none after the first begin a next step: the day is last, no day, or missing."""
    from textual_tracker.cli.misplaced import is_day  # noqa: PLC0415 - only where something is wrong

    for at in range(1, len(words)):
        day = " ".join(words[at:])
        if is_day(day, today, plan=True):
            return f"the day stands right behind the name, and then what is to be done: tracker next REF {day} ACTION"
    for at in range(1, len(words)):
        try:
            parse_next_step(words[at:], today)
        except UsageError as error:
            if not str(error).endswith(PLANS):
                return str(error)
    return f"when? no day stands behind the name in {repeated(' '.join(words))}; write it like {PLANS}"
