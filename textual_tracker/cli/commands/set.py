"""`tracker set`: any field of a referral, a partner or a day."""

import shlex
from collections.abc import Sequence
from itertools import pairwise

from textual_tracker.analytics.naming import find_record
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.officers import whose_day
from textual_tracker.cli.split import Split
from textual_tracker.cli.when import date_of, named_day
from textual_tracker.cli.whom import meant
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Partner
from textual_tracker.editing.actions.fields import set_fields
from textual_tracker.editing.one_line import parse_assignments
from textual_tracker.editing.one_line.assignments import is_assignment
from textual_tracker.editing.one_line.fields import field_path
from textual_tracker.errors import UsageError
from textual_tracker.reading.excerpt import visible
from textual_tracker.reading.schema import Kind

SETTINGS = ("journal", "journal.yaml", "settings")

KINDS: tuple[Kind, ...] = ("referral", "partner", "activity")
"""The kinds of record that are set field by field."""


def run(call: Call) -> int:
    """Set the fields of what the words before them name."""
    name, fields = _apart(call.words)
    on, day = date_of(call), named_day(name, call.today())
    if day is not None:
        from textual_tracker.workspace.counted import set_on  # noqa: PLC0415 - most set a field of a referral

        workspace = open_workspace(call)
        officer = whose_day(call, workspace.journal.settings)
        assignments = parse_assignments("activity", fields, call.today())
        return carry_out(call, workspace, set_on(assignments, day=day, officer=officer))
    found = meant(call, [Split(name, None)], find_record, instead=lambda _: _no_record(call, name, fields))
    kind: Kind = "partner" if isinstance(found.record, Partner) else "referral"
    assignments = parse_assignments(kind, fields, call.today())
    return carry_out(call, found.workspace, set_fields(found.record.path, assignments, on=on))


def _no_record(call: Call, name: str, fields: Sequence[str]) -> str:
    """The sentence for a name that is that of the settings, or a day in other words; "" for anything else."""
    from textual_tracker.editing.spoken import fact_day  # noqa: PLC0415 - only where a name is nobody's

    if name.lower() in SETTINGS:
        return "the settings are in journal.yaml, and are changed in your editor: tracker edit journal"
    try:
        day, time = fact_day(name, call.today())
    except UsageError:
        return ""
    line = visible(f"tracker set {day} {' '.join(map(shlex.quote, fields))}")
    return "" if time is not None else f"a day is named today, yesterday, or by its date: {line}"


def _unassigned(words: Sequence[str]) -> str:
    """What is wrong with words of which none, or only the first, sets something: `amount=400k dana`."""
    others = [word for word in words if not is_assignment(word)]
    if others and len(others) < len(words):
        line = " ".join((*others, *(shlex.quote(word) for word in words if is_assignment(word))))
        return f"the name comes first: tracker set {visible(line)}"
    for at in range(1, len(words) - 1):
        key, value = words[at].rstrip(":="), [word for word in words[at + 1 :] if word != "="]
        if _is_field(key) and value:
            line = " ".join((*words[:at], shlex.quote(f"{key}={' '.join(value)}")))
            return f"what is set is written KEY=VALUE, without blanks: tracker set {visible(line)}"
    return "write whom, and then KEY=VALUE: tracker set dana ortiz amount=400k"


def _is_field(name: str) -> bool:
    """Whether a record of some kind has a field of that name."""
    for kind in KINDS:
        try:
            field_path(kind, name)
        except UsageError:
            continue
        return True
    return False


def _apart(words: Sequence[str]) -> tuple[str, list[str]]:
    """The name, and the words that set something.

    Raises UsageError where there is no name, nothing is set, or a word behind what is set sets nothing.
    """
    first = next((at for at, word in enumerate(words) if is_assignment(word)), len(words))
    if first in {0, len(words)}:
        raise UsageError(_unassigned(words))
    for before, word in pairwise(words[first:]):
        if not is_assignment(word):
            if before.endswith("="):
                raise UsageError(f"write {visible(before + word)} without a blank")
            raise UsageError(f'"{word}" sets nothing; a value of several words stands in quotes: best_time="after 5pm"')
    return " ".join(words[:first]), list(words[first:])
