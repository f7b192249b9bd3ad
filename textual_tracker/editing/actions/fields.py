"""Any field of a record, set by name: `amount=400k`, `tags+=urgent`, `notes=`."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from textual_tracker.editing.actions.day_file import day_of, write_day
from textual_tracker.editing.actions.field_edits import edits_of, texts_of
from textual_tracker.editing.actions.field_words import as_it_is, said
from textual_tracker.editing.actions.overwriting import refuse_overwriting, refuse_unmaking
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.one_line import Assignment
from textual_tracker.editing.record_file import AnyFile
from textual_tracker.editing.senders import SIGN, known_partner
from textual_tracker.editing.words import day_words
from textual_tracker.errors import RefusedEditError, UsageError
from textual_tracker.reading.paths import dotted
from textual_tracker.store.layout import kind_of

PARTNERS: Final = frozenset({("partner",), ("also_tell",)})


def set_fields(path: str, assignments: Sequence[Assignment], *, on: dt.date | None = None) -> Action:
    """The fields of the referral, the partner or the day whose file lies at `path`; all of them or none.

    Facts that have a day are corrected, but none is made into another. `on` is the day on which a deadline was moved,
    `None`: today. A day that has no file yet gets one.
    """

    def act(draft: Draft) -> str:
        if kind_of(path) == "activity" and not draft.exists(path):
            write_day(draft, path, {})
        name = _name(draft, draft.file(path))
        named = [_with_ids(draft, assignment) for assignment in assignments]
        _refuse_twice(named)
        refuse_overwriting(draft, draft.file(path), named)
        words: list[str] = []
        for assignment in named:
            file = draft.file(path)
            refuse_unmaking(file, assignment)
            edits = list(edits_of(file, assignment, on or draft.today))
            if edits:
                draft.edit(path, *edits)
                words.append(said(file, assignment, draft.today))
        if not words:
            raise RefusedEditError(f"nothing to change: {name} already has {as_it_is(named, draft.today)}")
        return f"{name}: {', '.join(words)}"

    return act


def _name(draft: Draft, file: AnyFile) -> str:
    day = day_of(file.path) if file.kind == "activity" else None
    return str(file.record.name) if day is None else day_words(day, draft.today)


def _with_ids(draft: Draft, assignment: Assignment) -> Assignment:
    """The assignment with partners by their ids, where a part of their name was typed."""
    value = assignment.value
    if assignment.path not in PARTNERS or value is None:
        return assignment
    words = texts_of(value)
    ids = tuple(known_partner(draft.journal, word) or word.removeprefix(SIGN) for word in words)
    return replace(assignment, value=ids[0] if isinstance(value, str) else ids)


def _refuse_twice(assignments: Sequence[Assignment]) -> None:
    """Refuse a field that is said twice; what joins a list and what leaves it may be said one after the other."""
    times = Counter(assignment.path for assignment in assignments)
    whole = {assignment.path for assignment in assignments if assignment.operation in {"put", "remove"}}
    twice = next((path for path in whole if times[path] > 1), None)
    if twice is not None:
        raise UsageError(f"{dotted(twice)} is set twice; which of the two is right?")
