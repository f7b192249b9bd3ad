"""A journal that goes away while it is shown: whether it is there, and how it was before it began to go.

`rm -rf` takes its time, and what a look finds in the middle of it is no journal that anybody wrote. So the journal as
it was before files began to go is remembered for a while; where the folder itself goes then, that is what it said last.
"""
# ruff: noqa: PTH116, PTH118 - os.path, because every look asks

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from textual_tracker.core.journal import Journal
from textual_tracker.store import layout
from textual_tracker.store.folder import AnyFolder
from textual_tracker.store.patience import State, Verdict

EVE_SECONDS: Final = 5.0
"""Losses that follow each other within this time, and the end of the folder after them, are one deletion."""

Absence: TypeAlias = Literal["", "folder", "content"]
"""What is missing of a journal: nothing; its folder; or in it journal.yaml and every folder of records."""

Change: TypeAlias = Literal["none", "losses", "news"]
"""What one look found since the look before: nothing, only files that are gone, or something else."""


class Eve(Struct, frozen=True):
    """A journal as it was before files began to go; worth something until a moment in monotonic seconds."""

    journal: Journal
    state: State
    verdict: Verdict
    until: float


def absence(root: Path) -> Absence:
    """What is missing of the journal at `root`. What may not be looked at is there all the same."""
    try:
        os.stat(root)
    except OSError:
        return "folder"
    names = (layout.SETTINGS_FILE, *layout.RECORD_FOLDERS)
    return "" if any(_exists(os.path.join(root, name)) for name in names) else "content"


def change(before: Mapping[str, AnyFolder], now: Mapping[str, AnyFolder]) -> Change:
    """What happened to the files between two looks."""
    found: Change = "none"
    for path in {**before, **now}:
        old, new = before.get(path), now.get(path)
        if old is new:
            continue
        marks = set() if new is None else set(new.marks)
        known = set() if old is None else set(old.marks)
        if marks - known:
            return "news"
        if known - marks:
            found = "losses"
    return found


def _exists(path: str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
