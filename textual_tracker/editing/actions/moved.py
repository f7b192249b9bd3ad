"""Days that are agreed with others. One that becomes another goes to `application.moved`, as it was typed."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from textual_tracker.editing.actions.course import without_empty
from textual_tracker.editing.edits import Append
from textual_tracker.editing.record_file import AnyFile
from textual_tracker.reading.paths import Path

AGREED: Final[Mapping[Path, str]] = MappingProxyType({
    ("application", "expected_close"): "expected_close",
    ("application", "lock_expires"): "lock_expires",
    ("application", "expires"): "expires",
    ("appointment", "date"): "appointment",
})  # fmt: skip
"""The days that are agreed, and what each is called in `application.moved`."""


def moved(file: AnyFile, path: Path, on: dt.date, note: str = "") -> Append:
    """The entry for the day that is typed at `path`, one of `AGREED`, and on `on` became another.

    It is to be made before the other day is written, while the old one still stands there.
    """
    entry = {"date": on.isoformat(), "what": AGREED[path], "from": file.at(*path), "note": note}
    return Append(("application", "moved"), without_empty(entry), takes=(path,))
