"""`tracker mark`: a milestone or a deadline of the loan application."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.analytics.naming import find_referral
from textual_tracker.cli.call import Call
from textual_tracker.cli.split import Names, pieces, splits
from textual_tracker.cli.when import date_of
from textual_tracker.cli.whom import meant
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.vocabulary import REASONS
from textual_tracker.editing.actions.milestone import FELL_THROUGH, MILESTONES, mark
from textual_tracker.editing.one_line import a_choice
from textual_tracker.editing.repeated import repeated
from textual_tracker.editing.spoken import fact_day, plan_day
from textual_tracker.errors import UsageError
from textual_tracker.reading.nearest import spelled

ELSEWHERE = {
    "closed": "close REF",
    "funded": "close REF",
    "lost": "lose REF",
    "nurture": "nurture REF",
    "open": "reopen REF",
    "held": "appt REF held",
    "no_show": "appt REF no-show",
    "cancelled": "appt REF cancelled",
    "contacted": "log REF CONTACT",
    "told": "tell REF",
}
"""What is marked by another command, and by which."""


class Marked(NamedTuple):
    """A milestone as typed, and its day; `None`: it was not typed."""

    milestone: str
    day: dt.date | None


def run(call: Call) -> int:
    """Mark what the words say, of the referral that they name."""
    today = call.today()
    reason = call.parsed.value("reason")
    reason = None if reason is None else a_choice(reason, REASONS, "a reason")
    ways = splits(call.words, lambda words: (_marked(words, today), False))
    if not ways:
        raise UsageError(_wrong(call.words, today))
    found = meant(call, ways, find_referral, instead=lambda names: _misplaced(call.words, names, today))
    milestone, day = found.rest
    if reason is not None and milestone != FELL_THROUGH:
        raise UsageError(f"--reason goes with {FELL_THROUGH}; a referral is lost with: tracker lose --reason")
    note = call.parsed.value("note") or ""
    action = mark(found.record.id, milestone, on=date_of(call), day=day, note=note, reason=reason)
    return carry_out(call, found.workspace, action)


def _marked(words: Sequence[str], today: dt.date) -> Marked:
    """What these words mark; raises UsageError where they are no milestone, or no day stands behind it."""
    refusal = UsageError(f'"{words[0]}" is not a milestone')
    for cut in range(1, len(words) + 1):
        try:
            milestone = a_choice(" ".join(words[:cut]), list(MILESTONES), "a milestone")
            return Marked(milestone, _day(milestone, words[cut:], today))
        except UsageError as error:
            refusal = error
    raise refusal


def _day(milestone: str, words: Sequence[str], today: dt.date) -> dt.date | None:
    """The milestone's day: a deadline lies ahead, anything else behind."""
    if not words:
        return None
    said = plan_day if MILESTONES[milestone].deadline else fact_day
    day, time = said(" ".join(words), today)
    if time is not None:
        raise UsageError(f"{milestone} has a day, and no time of day")
    return day


def _wrong(words: Sequence[str], today: dt.date) -> str:
    """What is wrong with words that mark nothing: no name, or the day behind a milestone, or else the milestone."""
    if _marks(words, today):
        return f"of whom? tracker mark REF {' '.join(words)}"
    for at in range(1, len(words)):
        line = ELSEWHERE.get(spelled(words[at]))
        if line is not None:
            return f"{repeated(words[at])} is not a milestone of the application; write tracker {line}"
    for at in range(len(words) - 1, 0, -1):
        if _marks(words[:at], today):
            return f"the name comes first: tracker mark {' '.join((*words[at:], *words[:at]))}"
    for at in range(1, len(words)):
        try:
            milestone = a_choice(words[at], list(MILESTONES))
        except UsageError:
            continue
        try:
            _day(milestone, words[at + 1 :], today)
        except UsageError as error:
            return str(error)
    try:
        return f"of whom? tracker mark REF {a_choice(_no_milestone(words, today), list(MILESTONES), 'a milestone')}"
    except UsageError as error:
        return str(error)


def _misplaced(words: Sequence[str], names: Names, today: dt.date) -> str:
    """The sentence for `ortiz fri started`, and for two milestones at once; "" for anything else."""
    for name, first, last in pieces(words, names):
        if not _marks(last.split(), today):
            continue
        if _marks(first.split(), today):
            each = f"tracker mark {name} {first}, then tracker mark {name} {last}"
            return f"{repeated(first)} and {repeated(last)} are two milestones; mark one after the other: {each}"
        if _marks([*last.split(), *first.split()], today):
            return f"the day stands behind the milestone: tracker mark {name} {last} {first}"
    return ""


def _marks(words: Sequence[str], today: dt.date) -> bool:
    try:
        _marked(words, today)
    except UsageError:
        return False
    return True


def _no_milestone(words: Sequence[str], today: dt.date) -> str:
    """The word that stands where the milestone should: the last before a day."""
    for at in range(2, len(words)):
        try:
            fact_day(" ".join(words[at:]), today)
        except UsageError:
            continue
        return words[at - 1]
    return words[-1]
