"""What completes a value: closed words, files, referrals, schemas, and the terms of a query."""

import os
from importlib import import_module

from textual_tracker.cli.verbs import GLOBAL_OPTIONS
from textual_tracker.core import vocabulary
from textual_tracker.errors import TrackerError

Candidate = tuple[str, str]
"""(the word, what it is)."""

FILES = ":files"
FOLDERS = ":folders"
WRITING = (
    ":log", ":appt", ":mark", ":set", ":add", ":people", ":partners", ":counters", ":reasons", ":abouts", ":channels",
)  # fmt: skip
"""What completes the words of a command that writes."""
DATE_LENGTH = len("2026-03-02")

STAGES = (
    "received", "attempting", "contacted", "appointment_set", "appointment_held", "application_started",
    "application_submitted", "preapproved", "in_process", "clear_to_close", "closed", "nurture", "lost",
)  # fmt: skip
STATES = ("open", "closed", "lost", "nurture", "stalled", "at_risk", "returned", "faulty")
RULES = (
    "late_closing", "lock_expiring", "preapproval_expiring", "not_closed", "no_attempt", "next_step_overdue",
    "appointment_passed", "close_out", "no_show", "no_answer", "decide", "no_appointment", "no_application",
    "application_unfinished", "no_decision", "preapproved_silent", "process_silent", "revisit_due",
)  # fmt: skip
QUERY_FIELDS: dict[str, tuple[str, ...]] = {
    "stage": STAGES, "furthest": STAGES, "is": STATES, "rule": RULES, "partner": (), "source": vocabulary.SOURCES,
    "officer": (), "received": (), "entered": (), "touched": (), "days": (), "attempts": (), "amount": (),
    "outcome": vocabulary.OUTCOME_STATUSES, "reason": vocabulary.REASONS,
    "cause": tuple(cause.replace("-", "_") for cause in vocabulary.CAUSES), "purpose": vocabulary.PURPOSES,
    "program": vocabulary.PROGRAMS, "tag": (), "name": (), "id": (),
}  # fmt: skip
"""The fields of the query language with their words: the query's own modules would take too long to import here.

A test holds them to `textual_tracker.analytics.query.fields`.
"""


def values_for(values: tuple[str, ...] | str, current: str, before: list[str]) -> list[Candidate] | str:
    """The candidates of one kind, in their order; or `:files`, `:folders`, which the shell knows better.

    `current` is what was typed of the value, `before` the words before it, among them perhaps `-C DIR`.
    """
    if isinstance(values, tuple):
        return [(value, "") for value in values]
    if values in (FILES, FOLDERS):
        return values
    if values == ":referrals":
        return _people("referral", current, before)
    if values == ":officers":
        return [(key, name) for _, key, name in _names("officer", current, before)]
    if values == ":query":
        return _query(current, before)
    if values in WRITING:
        return _writing(values, current, before)
    return [(name, "") for name in import_module("textual_tracker.cli.schema_files").schema_names()] if values else []


def _writing(values: str, current: str, before: list[str]) -> list[Candidate]:
    """What completes the words of a command that writes."""
    found: list[Candidate] | str = import_module("textual_tracker.cli.completion_writing").writing_values(
        values, current, before
    )
    if not isinstance(found, str):
        return found
    sign = "@" if current.startswith("@") or (found == "partner" and values == ":add") else ""
    kind = "partner" if sign or found == "partner" else "referral"
    people = [(f"{sign}{word}", about) for word, about in _people(kind, current.removeprefix("@"), before)]
    if found == "people" and not sign:
        people += [(f"@{word}", about) for word, about in _people("partner", current, before)] if not current else []
    return people


def _query(current: str, before: list[str]) -> list[Candidate]:
    """`sta` -> `stage:`, `stage:con` -> `stage:contacted`, `-is:lost,clo` -> `-is:lost,closed`."""
    dash = "-" if current.startswith("-") else ""
    field, colon, value = current[len(dash) :].partition(":")
    if not colon:
        return [(f"{dash}{name}:", "") for name in QUERY_FIELDS]
    earlier, comma, last = value.rpartition(",")
    words = [(word, "") for word in QUERY_FIELDS.get(field, ())]
    found = _people("partner", last, before) if field == "partner" else words
    return [(f"{dash}{field}:{earlier}{comma}{word}", about) for word, about in found]


def _people(kind: str, current: str, before: list[str]) -> list[Candidate]:
    """The records that could be meant: those whose id, or a word of it, begins with what was typed.

    A word of an id stands for all that follows it, since a unique part names the record: `ort` -> `ortiz`.
    """
    names = [(key, name) for _, key, name in _names(kind, current, before)]
    whole = [(key, name) for key, name in names if current and key.startswith(current)]
    return whole or _tails(names, current)


def _tails(names: list[Candidate], current: str) -> list[Candidate]:
    """The ids from the word on that begins with `current`; whole where nothing was typed and two would look alike."""
    tails: dict[str, list[Candidate]] = {}
    begun = f"-{current}"
    for key, name in names:
        dated = key[DATE_LENGTH : DATE_LENGTH + 1] == "-" and key[:4].isdigit()
        at = f"-{key}".find(begun, DATE_LENGTH + 1 if dated else 0)
        if at > -1:
            tails.setdefault(key[at:], []).append((key, name))
    alike = [key for same in tails.values() if len(same) > 1 for key in same] if not current else []
    return sorted([(tail, same[0][1]) for tail, same in tails.items() if current or len(same) == 1] + alike)


def _names(kind: str, part: str, before: list[str]) -> list[tuple[str, str, str]]:
    """(kind, id, name) of the records of this kind, in the journal that the line means; none without one.

    Those whose id does not contain `part` may be left out.
    """
    try:
        layout = import_module("textual_tracker.store.layout")
        root: str = layout.find_root(_journal(before), os.environ, os.getcwd())  # noqa: PTH109 (pathlib is too slow here)
        store = import_module("textual_tracker.store.names")
        names: list[tuple[str, str, str]] = store.completion_names(root, kind, part)
    except (TrackerError, OSError):
        return []
    return names


def _journal(before: list[str]) -> str | None:
    """The folder after `-C`, if one was typed."""
    flags = next(option.flags for option in GLOBAL_OPTIONS if option.name == "journal")
    for word, value in zip(before, [*before[1:], ""], strict=True):
        if word in flags:
            return value
        flag, equals, written = word.partition("=")
        if equals and flag in flags:
            return written
    return None
