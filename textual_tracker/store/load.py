"""Loading a journal: scan, read what changed, put together. Bad data becomes problems, never an exception."""

import datetime as dt
import gc
import os
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.store import cachefolder
from textual_tracker.store.assemble import Parts, assemble
from textual_tracker.store.content import read_record
from textual_tracker.store.folder import AnyFolder
from textual_tracker.store.index import open_index, save_index
from textual_tracker.store.kept import AnyKept
from textual_tracker.store.names import format_names, names_of, officers_of
from textual_tracker.store.patience import State, Verdict, judge
from textual_tracker.store.reread import Source, read_folders
from textual_tracker.store.scan import Listing, scan
from textual_tracker.store.vanishing import EVE_SECONDS, Absence, Eve, absence, change


class Loaded(Struct, frozen=True):
    """A journal as loaded from `root`, with what the next load needs so as to read only what changed.

    `state` is what the disk held; `verdict` what the journal shows instead of it. `settled` has those who were left
    out. `absence` is what the last look missed of the journal at `root`: if anything, this is what it said last. `eve`
    is how it was before files began to go, where they did so just now.
    """

    root: Path
    journal: Journal
    state: State
    verdict: Verdict = Verdict()
    settled: tuple[AnyKept, ...] = ()
    absence: Absence = ""
    eve: Eve | None = None

    @property
    def whole(self) -> bool:
        """Whether no settled referral was left out."""
        return not self.settled

    @property
    def names_left_out(self) -> str:
        """Ids and names of those who were left out (`textual_tracker.core.letters.listed`)."""
        return "".join(kept.names for kept in self.settled)

    def settles_at(self) -> float | None:
        """When another look will tell whether what seems lost is lost (monotonic seconds); None: nothing seems so."""
        if self.absence:
            return None
        return min((doubt.until for doubt in self.verdict.doubts.values()), default=None)


def load(
    root: Path,
    *,
    cache: Path | None,
    previous: Loaded | None = None,
    settled_by: dt.date | None = None,
    spare: int = 0,
    staying: bool = False,
) -> Loaded:
    """The journal at `root` as it is now.

    `cache` is the index file; None: none is read or written. With `previous` it is `reload`, which believes what it
    sees. With `settled_by` referrals that were settled by that day (`textual_tracker.store.settled`) may be left
    out, where that saves time: enough for a look at who is stalled, on that day or later. An index from which no more
    than `spare` files differ is not written again: it would cost more than to read them once more. `staying`: for a
    program that stays, in as little memory as may be.
    """
    if previous is not None:
        return reload(previous)
    with _bulk():
        with open_index(cache, root) as index:
            moment_ns = time.time_ns()  # before the scan: what changes during it is not trusted
            listings = scan(root)
            known = index.folders(listings, settled_by, spare, staying=staying)
        state = _read_folders(root, moment_ns, listings, known.folders)
        journal = assemble(Parts(state.listings, state.folders), Journal())
        loaded = Loaded(root, journal, state, settled=known.left_out)
        if cache is not None and known.stale and not _is_same(state.folders, known.folders):
            save(loaded, cache)
    return loaded


def reload(
    previous: Loaded,
    *,
    moment: float | None = None,
    only: Collection[str] | None = None,
    cache: Path | None = None,
) -> Loaded:
    """The journal as it is now, for a running program.

    Only files that changed since `previous` are read, and unchanged records stay the same objects; so does the
    journal, where nothing changed. A file that cannot be read any more keeps its last good record, marked stale.
    With `moment` (now, in monotonic seconds) losses are believed only when a later look confirms them, see
    `Loaded.settles_at`. `only` names the folders to look at; None: all. `cache` is the index
    file, for what was left out of `previous`. Where no journal is at its place any more,
    everything stays as it was before it began to go.
    """
    if not previous.whole:
        return load(previous.root, cache=cache)
    now = time.monotonic() if moment is None else moment
    with _bulk():
        before = previous.state
        moment_ns = time.time_ns()
        listings = scan(previous.root, _not_looked_at(previous, only))
        state = _read_folders(previous.root, moment_ns, listings, before.folders)
        if missing := absence(previous.root):  # asked last: what was found while it went is not believed
            return _gone(previous, missing, now)
        verdict = judge(before, state, previous.verdict, moment)
        journal = previous.journal
        if verdict != previous.verdict or not _is_same_state(state, before):
            earlier = Parts(before.listings, before.folders, previous.verdict.instead)
            journal = assemble(Parts(state.listings, state.folders, verdict.instead), journal, earlier)
    return Loaded(previous.root, journal, state, verdict, eve=_eve(previous, state, now))


def _gone(previous: Loaded, missing: Absence, now: float) -> Loaded:
    """The journal as it was before it began to go."""
    if previous.absence:
        return msgspec.structs.replace(previous, absence=missing)
    eve = previous.eve
    last = previous if eve is None or now > eve.until else eve
    return Loaded(previous.root, last.journal, last.state, last.verdict, absence=missing)


def _eve(previous: Loaded, state: State, now: float) -> Eve | None:
    """What is remembered for the case that losses end with the journal itself."""
    what = change(previous.state.folders, state.folders)
    eve = None if previous.eve is None or now > previous.eve.until or what == "news" else previous.eve
    if what != "losses":
        return eve
    last = eve or previous
    return Eve(last.journal, last.state, last.verdict, now + EVE_SECONDS)


def save(loaded: Loaded, cache: Path) -> bool:
    """Write the index of what the disk held at the last look, and beside it the names for completion.

    False: they could not be written, and nothing is lost.
    """
    written = save_index(cache, loaded.root, loaded.state.folders)
    names = [*names_of(loaded.journal), *officers_of(loaded.journal)]
    return written and cachefolder.write(cache.with_suffix(".names"), format_names(names))


def _read_folders(root: Path, moment_ns: int, listings: Mapping[str, Listing], known: Mapping[str, AnyFolder]) -> State:
    """Read what was found at `moment_ns` and differs from what is known."""
    folders = read_folders(listings, known, Source(os.fspath(root), moment_ns, read_record))
    return State({path: _sharing(listing, folders[path]) for path, listing in listings.items()}, folders)


def _sharing(listing: Listing, folder: AnyFolder) -> Listing:
    """The listing with the very marks of its folder, so that the next look tells at a glance that they are the same."""
    return listing if listing.marks is folder.marks else msgspec.structs.replace(listing, marks=folder.marks)


def _not_looked_at(previous: Loaded, only: Collection[str] | None) -> dict[str, Listing]:
    """The folders that are taken as they were: all but `only`, and never one with a file in doubt, or above one."""
    if only is None or previous.absence:
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
