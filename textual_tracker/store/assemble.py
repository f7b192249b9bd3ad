"""From the folders as they were read to one journal: ids made unique, problems in order.

A running program does so after each save, so each folder is asked for what it found before, and only those that
changed are gone through again.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import TypeVar

import msgspec
from msgspec import Struct

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store import faults, layout
from textual_tracker.store.folder import AnyFolder, AnyRecord, Folder, gravity
from textual_tracker.store.kinds import Kind
from textual_tracker.store.scan import Listing, split

RecordT = TypeVar("RecordT", Referral, Partner, Day)
NamedT = TypeVar("NamedT", Referral, Partner)
K = TypeVar("K", str, tuple[str, str])


class Instead(Struct, frozen=True):
    """What is shown of a file instead of what it holds now: its last good record, or nothing changed yet.

    `problems` None: those that it has now.
    """

    record: AnyRecord | None
    problems: tuple[Problem, ...] | None = None


class Parts(Struct, frozen=True):
    """All that a journal is put together from. `instead` is by path."""

    listings: Mapping[str, Listing]
    folders: Mapping[str, AnyFolder]
    instead: Mapping[str, Instead] = MappingProxyType({})


def assemble(parts: Parts, before: Journal, earlier: Parts | None = None) -> Journal:
    """The journal that the parts make; a record that is the same as in `before` is the same object.

    It is `before` itself, where all of it is the same. `earlier` are the parts that `before` was made from.
    """
    if earlier is not None and (found := _edited(parts, before, earlier)) is not None:
        return found
    clashes: list[Problem] = []
    referrals = _by_id(_shown(parts, "referral", Referral), before.referrals, clashes)
    partners = _by_id(_shown(parts, "partner", Partner), before.partners, clashes)
    days = _by_day(_shown(parts, "activity", Day), clashes)
    found = Journal(
        settings=_settings(parts),
        referrals=MappingProxyType(referrals),
        partners=MappingProxyType(partners),
        days=MappingProxyType(days),
        problems=_in_order(parts, clashes),
        unreadable=tuple(sorted(_unreadable(parts), key=_place)),
    )
    return before if found == before else found


def _edited(parts: Parts, before: Journal, earlier: Parts) -> Journal | None:
    """The journal before with the records that were edited since, which is all that happens to it on most days.

    None where that is not all: where files came or went, or one is not shown as it is, or is at odds with another.
    """
    if parts.instead or earlier.instead or any(problem.code in faults.CLASHES for problem in before.problems):
        return None
    referrals = _edited_records(parts, earlier, before.referrals, "referral", attrgetter("by_id"))
    partners = _edited_records(parts, earlier, before.partners, "partner", attrgetter("by_id"))
    days = _edited_records(parts, earlier, before.days, "activity", attrgetter("by_day"))
    if referrals is None or partners is None or days is None:
        return None
    found = Journal(
        settings=_settings(parts),
        referrals=referrals,
        partners=partners,
        days=days,
        problems=_in_order(parts, []),
        unreadable=tuple(sorted(_unreadable(parts), key=_place)),
    )
    is_same = referrals is before.referrals and partners is before.partners and days is before.days
    return before if is_same and found == before else found


def _edited_records(
    parts: Parts,
    earlier: Parts,
    before: Mapping[K, RecordT],
    kind: Kind,
    table: Callable[[AnyFolder], dict[K, RecordT]],
) -> Mapping[K, RecordT] | None:
    """The records of one kind with those that were edited, `before` itself where none was; None: some came or went."""
    new, old = ({path: one for path, one in of.folders.items() if one.kind == kind} for of in (parts, earlier))
    if new.keys() != old.keys():
        return None
    edited: dict[K, RecordT] = {}
    for path, folder in new.items():
        if folder is old[path] or folder.records == old[path].records:
            continue
        now = table(folder)
        if len(now) < len(folder.found) or list(now) != list(table(old[path])):
            return None
        edited.update(now)
    if not edited:
        return before
    # In C, and all at once: to go through a hundred thousand takes fifty times as long.
    records = before.copy() if isinstance(before, MappingProxyType) else dict(before)
    records.update(edited)
    return MappingProxyType(records)


def _shown(parts: Parts, kind: Kind, form: type[RecordT]) -> list[Folder[RecordT]]:
    """The folders of one kind in the order of their paths, each with the records that are shown of it."""
    own = {path: folder for path, folder in parts.folders.items() if folder.kind == kind}
    instead: dict[str, list[RecordT]] = {split(path)[0]: [] for path in parts.instead}
    for path, shown in parts.instead.items():
        if isinstance(shown.record, form):
            instead[split(path)[0]].append(shown.record)
    for place, records in instead.items():
        if place in own:
            records += [record for record in own[place].found if record.path not in parts.instead]
        if place in own or records:
            own[place] = Folder(place, kind, [], sorted(records, key=attrgetter("path")), b"", {}, [])
    return [own[path] for path in sorted(own)]


def _by_id(folders: list[Folder[NamedT]], before: Mapping[str, NamedT], clashes: list[Problem]) -> dict[str, NamedT]:
    """Records by id. Of two with one id both stay: the later goes by its path below the top folder, and is told."""
    found: dict[str, NamedT] = {}
    for folder in folders:
        found.update(folder.by_id)
    records = [folder.found for folder in folders]
    if len(found) == sum(map(len, records)):
        return found
    found = {}
    for record in chain.from_iterable(records):
        first = found.get(record.id)
        if first is None:
            found[record.id] = record
            continue
        long = layout.long_id(record.path)
        given = long if long not in found else record.path
        clashes.append(faults.duplicate_id(record.path, first.path, given))
        renamed = msgspec.structs.replace(record, id=given)
        same = before.get(given)
        found[given] = same if same is not None and same == renamed else renamed
    return found


def _by_day(folders: list[Folder[Day]], clashes: list[Problem]) -> dict[tuple[str, str], Day]:
    """Days by officer and ISO date. A second file for a day is told, and does not count."""
    found: dict[tuple[str, str], Day] = {}
    for folder in folders:
        found.update(folder.by_day)
    records = [folder.found for folder in folders]
    if len(found) == sum(map(len, records)):
        return found
    found = {}
    for record in chain.from_iterable(records):
        first = found.setdefault((record.officer, record.date.isoformat()), record)
        if first is not record:
            clashes.append(faults.duplicate_day(record.path, first.path))
    return found


def _settings(parts: Parts) -> Settings:
    """journal.yaml as it is shown; the defaults where nothing can be read."""
    shown = parts.instead.get(layout.SETTINGS_FILE)
    own = parts.folders.get("")
    candidates = [shown.record if shown is not None else None, *(own.records if own is not None else [])]
    return next((found for found in candidates if isinstance(found, Settings)), Settings())


def _in_order(parts: Parts, clashes: list[Problem]) -> tuple[Problem, ...]:
    """What is wrong with the folders, with every file as it is shown, and between files, in the order of its place."""
    held = _held(parts.instead)
    runs = [folder.in_order for folder in parts.folders.values() if folder.problems]
    if held:
        runs = [[pair for pair in run if pair[1].path not in held] for run in runs]
    others = [problem for problem in _of_listings(parts) if problem.path not in held]
    others += chain(clashes, *held.values())
    runs.append([(problem.sort_key, problem) for problem in others])
    return tuple(problem for _, problem in sorted(chain.from_iterable(runs), key=itemgetter(0)))


def _unreadable(parts: Parts) -> Iterator[Problem]:
    """For each record file that cannot be read at all, why."""
    held = _held(parts.instead)
    for listing in parts.listings.values():
        for problem in listing.problems:
            if problem.severity == ERROR and listing.path and problem.path not in held:
                yield problem
    for folder in parts.folders.values():
        if folder.path and folder.problems:
            yield from (problem for problem in folder.unreadable if problem.path not in held)
    for path, found in held.items():
        if found and parts.instead[path].record is None and path != layout.SETTINGS_FILE:
            yield min(found, key=gravity)


def _of_listings(parts: Parts) -> Iterator[Problem]:
    """What is wrong with folders, and with files that could not be opened to be read."""
    if _lacks_settings(parts.listings[""]):
        yield faults.no_settings(layout.SETTINGS_FILE)
    for listing in parts.listings.values():
        yield from listing.problems


def _lacks_settings(own: Listing) -> bool:
    """Whether the journal's own folder has no journal.yaml, not even a strange one."""
    strange = any(problem.path == layout.SETTINGS_FILE for problem in own.problems)
    return own.whole and not own.marks and not strange


def _held(instead: Mapping[str, Instead]) -> dict[str, tuple[Problem, ...]]:
    """By path, the problems that are shown instead of those on the disk."""
    return {path: shown.problems for path, shown in instead.items() if shown.problems is not None}


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.sort_key
