"""`tracker appt`: an appointment, and what came of it."""

import shlex
from collections.abc import Sequence

from textual_tracker.analytics.naming import find_referral
from textual_tracker.cli.call import Call
from textual_tracker.cli.split import Names, pieces, splits
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
from textual_tracker.editing.repeated import repeated
from textual_tracker.editing.spoken import plan_day, split_ref_and_moment
from textual_tracker.editing.spoken.mistaken import PLANS
from textual_tracker.errors import UsageError

HELD, NO_SHOW, CANCELLED = OUTCOMES = ("held", "no_show", "cancelled")
"""What may be typed instead of a day."""
NO_DAY = "does not end with a day"


def run(call: Call) -> int:
    """Record the appointment of the referral that the words name."""
    ways = splits(call.words, lambda words: (_what(call, words), False))
    if not ways:
        raise UsageError(_wrong(call))
    found = meant(call, ways, find_referral, instead=lambda names: _misplaced_day(call, names))
    return carry_out(call, found.workspace, _action(call, found.record.id, found.rest))


def _what(call: Call, words: Sequence[str]) -> Moment | str:
    """The day, or the word for what came of it."""
    try:
        return a_choice(" ".join(words), OUTCOMES)
    except UsageError:
        return plan_day(" ".join(words), call.today())


def _wrong(call: Call) -> str:
    """What is wrong with words that end with no day, and with nothing that came of the appointment."""
    from textual_tracker.reading.nearest import nearest  # noqa: PLC0415 - only where something is wrong

    words = call.words
    for at in range(1, len(words)):
        near = nearest(" ".join(words[at:]), OUTCOMES)
        if near is not None:
            return f"{repeated(' '.join(words[at:]))} is no day; did you mean {near.replace('_', '-')}?"
    for at in range(len(words) - 1, 0, -1):
        if _is_what(call, words[:at]):
            return f"the name comes first: tracker appt {' '.join((*words[at:], *words[:at]))}"
    try:
        split_ref_and_moment(words, call.today())
    except UsageError as error:
        return f"{error}; or what came of it: held, no-show, cancelled" if NO_DAY in str(error) else str(error)
    return f"of whom? tracker appt REF {' '.join(words)}"


def _is_what(call: Call, words: Sequence[str]) -> bool:
    try:
        _what(call, words)
    except UsageError:
        return False
    return True


def _misplaced_day(call: Call, names: Names) -> str:
    """The sentence for a day beside what came of the appointment, `ortiz held fri`, or one with a slip; "" else."""
    from textual_tracker.cli.misplaced import cut_off, is_day  # noqa: PLC0415 - only where something is wrong

    for name, *parts in pieces(call.words, names):
        for day, what in (parts, reversed(parts)):
            if quoted := cut_off(call, day):
                return quoted
            outcome = _outcome(what)
            if outcome is not None and is_day(day, call.today(), plan=False):
                line = f"tracker appt {name} {what}"
                if outcome == CANCELLED:
                    return f"an appointment that is called off has no day but its own: {line}"
                return f"when that was, --date says: {line} --date {shlex.quote(day)}"
        try:
            plan_day(" ".join(parts), call.today())
        except UsageError as error:
            if not str(error).endswith(PLANS):
                return str(error)
    return ""


def _outcome(typed: str) -> str | None:
    try:
        return a_choice(typed, OUTCOMES)
    except UsageError:
        return None


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
