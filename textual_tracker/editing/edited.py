"""What a person changed in a file with their own editor, in a sentence."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.editing.plan import FileChange
from textual_tracker.editing.record_file import AnyFile, open_file
from textual_tracker.editing.splicing.typed import Typed
from textual_tracker.editing.words import day_words, plain_word
from textual_tracker.errors import RefusedEditError
from textual_tracker.store.layout import kind_of

NAMED: Final = 4
"""As many of the fields are named."""


def edited(change: FileChange, today: dt.date) -> str:
    """`Dana Ortiz: edited (loan amount, tags)`; the file's name where nobody's is known."""
    before, after = _opened(change.path, change.before), _opened(change.path, change.after)
    name = _name(change.path, after or before, today)
    if change.after is None:
        return f"{name}: file deleted"
    if change.before is None:
        return f"{name}: new file"
    if before is None or after is None:
        return f"{name}: edited"
    fields = list(dict.fromkeys(_changed(before.typed, after.typed)))
    if not fields:
        return f"{name}: edited (comments, spacing or order)"
    more = f" and {len(fields) - NAMED} more" if len(fields) > NAMED else ""
    return f"{name}: edited ({', '.join(fields[:NAMED])}{more})"


def _opened(path: str, data: bytes | None) -> AnyFile | None:
    kind = kind_of(path)
    try:
        return None if data is None or kind is None else open_file(kind, path, data)
    except RefusedEditError:
        return None


def _name(path: str, file: AnyFile | None, today: dt.date) -> str:
    record = None if file is None else file.record
    if isinstance(record, Referral | Partner):
        return record.name
    return day_words(record.date, today) if isinstance(record, Day) else path.rpartition("/")[2]


def _changed(before: dict[str, Typed], after: dict[str, Typed]) -> Iterator[str]:
    """What is other than before, in the order of the file: a field of a group with the group's name before it."""
    for name in dict.fromkeys([*after, *before]):
        was, now = before.get(name), after.get(name)
        if name in before and name in after and was == now:
            continue
        if isinstance(was, dict) and isinstance(now, dict):
            inner = [field for field in dict.fromkeys([*now, *was]) if was.get(field) != now.get(field)]
            yield from (f"{plain_word(name)} {plain_word(field)}" for field in inner)
        else:
            yield plain_word(name)
