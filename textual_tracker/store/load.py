"""Loading a journal: scan, read what changed, put together. Bad data becomes problems, never an exception."""

import gc
import os
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.store import cachefolder
from textual_tracker.store.assemble import Parts, assemble
from textual_tracker.store.folder import AnyFolder, AnyRecord, Source, read_folder
from textual_tracker.store.index import load_index, save_index
from textual_tracker.store.kinds import Kind
from textual_tracker.store.names import format_names, names_of
from textual_tracker.store.patience import State, Verdict, judge
from textual_tracker.store.scan import Listing, scan


class Loaded(Struct, frozen=True):
    """A journal as loaded from `root`, with what the next load needs so as to read only what changed.

    `state` is what the disk held; `verdict` what the journal shows instead of it.
    """

    root: Path
    journal: Journal
    state: State
    verdict: Verdict = Verdict()

    def settles_at(self) -> float | None:
        """When another look will tell whether what seems lost is lost (monotonic seconds); None: nothing seems so."""
        return min((doubt.until for doubt in self.verdict.doubts.values()), default=None)


def load(root: Path, *, cache: Path | None, previous: Loaded | None = None) -> Loaded:
    """The journal at `root` as it is now.

    `cache` is the index file; None: none is read or written. With `previous` it is `reload`, which believes what it
    sees.
    """
    if previous is not None:
        return reload(previous)
    with _bulk():
        known = load_index(cache, root) if cache is not None else {}
        state = _look(root, known)
        loaded = Loaded(root, assemble(Parts(state.listings, state.folders), Journal()), state)
        if cache is not None and not _is_same(state.folders, known):
            save(loaded, cache)
    return loaded


def reload(previous: Loaded, *, moment: float | None = None, only: Collection[str] | None = None) -> Loaded:
    """The journal as it is now, for a running program.

    Only files that changed since `previous` are read, and unchanged records stay the same objects; so does the
    journal, where nothing changed. A file that cannot be read any more keeps its last good record, marked stale.
    With `moment` (now, in monotonic seconds) losses are believed only when a later look confirms them, see
    `Loaded.settles_at`. `only` names the folders to look at; None: all.
    """
    with _bulk():
        before = previous.state
        state = _look(previous.root, before.folders, _not_looked_at(previous, only))
        verdict = judge(before, state, previous.verdict, moment)
        if (
            _is_same(state.folders, before.folders)
            and _faults(state) == _faults(before)
            and verdict == previous.verdict
        ):
            return Loaded(previous.root, previous.journal, state, verdict)
        journal = assemble(Parts(state.listings, state.folders, verdict.instead), previous.journal)
    return Loaded(previous.root, previous.journal if journal == previous.journal else journal, state, verdict)


def save(loaded: Loaded, cache: Path) -> bool:
    """Write the index of what the disk held at the last look, and beside it the names for completion.

    False: they could not be written, and nothing is lost.
    """
    written = save_index(cache, loaded.root, loaded.state.folders)
    return written and cachefolder.write(cache.with_suffix(".names"), format_names(names_of(loaded.journal)))


def _look(root: Path, known: Mapping[str, AnyFolder], listings: Mapping[str, Listing] | None = None) -> State:
    """Scan all folders but those in `listings`, and read what differs from what is known."""
    source = Source(os.fspath(root), time.time_ns(), _read)  # before the scan: what changes during it is not trusted
    found = scan(root, listings)
    return State(found, {path: read_folder(listing, known.get(path), source) for path, listing in found.items()})


def _not_looked_at(previous: Loaded, only: Collection[str] | None) -> dict[str, Listing]:
    """The folders that are taken as they were: all but `only`, and never one with a file in doubt, or above one."""
    if only is None:
        return {}
    looked_at = set(only)
    for path in previous.verdict.doubts:
        folders = path.split("/")[:-1]
        looked_at.update("/".join(folders[:depth]) for depth in range(len(folders) + 1))
    return {path: listing for path, listing in previous.state.listings.items() if path not in looked_at}


def _is_same_state(state: State, before: State) -> bool:
    return _is_same(state.folders, before.folders) and _faults(state) == _faults(before)


def _faults(state: State) -> list[Problem]:
    return [problem for listing in state.listings.values() for problem in listing.problems]


def _read(kind: Kind, path: str, data: bytes) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
    """Read one file. The reader brings in the YAML parser and the schemas: it is imported when a file changed."""
    from textual_tracker.reading.reader import read  # noqa: PLC0415 - a load in which nothing changed does without

    reading = read(kind, path, data)
    return reading.record, reading.problems


def _is_same(folders: Mapping[str, AnyFolder], known: Mapping[str, AnyFolder]) -> bool:
    """Whether the very folders that were known are all there is."""
    return folders.keys() == known.keys() and all(folders[path] is known[path] for path in known)


@contextmanager
def _bulk() -> Iterator[None]:
    """No garbage collection while thousands of records, none of them garbage, are made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
