"""Loading a journal: scan, read what changed, put together. Bad data becomes problems, never an exception."""

import gc
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.store.assemble import Parts, assemble
from textual_tracker.store.folder import AnyFolder, AnyRecord, Source, read_folder
from textual_tracker.store.index import load_index, save_index
from textual_tracker.store.kinds import Kind
from textual_tracker.store.scan import Listing, scan


class Loaded(Struct, frozen=True):
    """A journal as loaded from `root`, with what the next load needs so as to read only what changed."""

    root: Path
    journal: Journal
    listings: Mapping[str, Listing]
    folders: Mapping[str, AnyFolder]


def load(root: Path, *, cache: Path | None, previous: Loaded | None = None) -> Loaded:
    """The journal at `root` as it is now.

    `cache` is the index file; None: none is read or written. With `previous` only files that changed since are
    read, unchanged records are the same objects, and a file that cannot be read any more keeps its last good
    record, marked stale.
    """
    with _bulk():
        known = previous.folders if previous is not None else load_index(cache, root) if cache is not None else {}
        source = Source(os.fspath(root), time.time_ns(), _read)
        listings = scan(root)
        folders = {path: read_folder(listing, known.get(path), source) for path, listing in listings.items()}
        before = previous.journal if previous is not None else Journal()
        journal = assemble(Parts(listings, folders), before)
        if journal == before:
            journal = before
        if cache is not None and not _is_same(folders, known):
            save_index(cache, root, folders)
    return Loaded(root, journal, MappingProxyType(listings), MappingProxyType(folders))


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
