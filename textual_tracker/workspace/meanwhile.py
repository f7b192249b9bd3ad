"""What other trackers wrote in a file while an editor had it, as far as the undo log tells.

An editor says nothing of its saving, and a foreign program nothing of its own; but each tracker keeps what it replaced
and what it left.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from textual_tracker.store import undo as undo_log


class Noted(Struct, frozen=True):
    """One write of a tracker in a file: its entry in the undo log, and the file's bytes before and after it."""

    entry_id: str
    before: bytes | None
    after: bytes | None


class Meanwhile(Struct, frozen=True):
    """What the file would hold had only trackers written in it; `is_mixed`: something else was saved between them."""

    before: bytes | None
    is_mixed: bool = False


def noted(root: Path, path: str) -> tuple[Noted, ...]:
    """The writes in the file at `path` of which the undo log knows both sides, the oldest first."""
    return tuple(_noted(root, path))[::-1]


def meanwhile(was: bytes | None, known: tuple[Noted, ...], now: tuple[Noted, ...], held: bytes | None) -> Meanwhile:
    """What trackers made of a file that held `was` when `known` was what was noted of it; `now` is noted, it is `held`.

    A write that is not noted any more was undone, or forgotten for its age: that is believed where the file shows it.
    """
    ids, remaining = {one.entry_id for one in known}, {one.entry_id for one in now}
    undone = [one.before for one in known if one.entry_id not in remaining]
    new = [one for one in now if one.entry_id not in ids]
    if not new:
        return Meanwhile(held if held in undone else was)
    starts = [was, *undone]
    is_mixed = new[0].before not in starts or any(later.before != earlier.after for earlier, later in pairwise(new))
    return Meanwhile(new[-1].after, is_mixed)


def _noted(root: Path, path: str) -> Iterator[Noted]:
    for entry in undo_log.entries(root):
        for file in entry.files:
            if file.path == path and (file.after is None) is (file.left is None):
                yield Noted(entry.id, file.before, file.after)
