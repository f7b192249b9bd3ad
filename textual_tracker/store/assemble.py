"""From the folders as they were read to one journal: ids made unique, problems in order."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

import msgspec
from msgspec import Struct

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store import faults, layout
from textual_tracker.store.folder import AnyFolder, AnyRecord
from textual_tracker.store.kinds import Kind
from textual_tracker.store.scan import Listing, join, split

RecordT = TypeVar("RecordT", Referral, Partner, Day)
NamedT = TypeVar("NamedT", Referral, Partner)


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


def assemble(parts: Parts, before: Journal) -> Journal:
    """The journal that the parts make; a record that is the same as in `before` is the same object."""
    clashes: list[Problem] = []
    referrals = _by_id(_records(parts, "referral", Referral), before.referrals, clashes)
    partners = _by_id(_records(parts, "partner", Partner), before.partners, clashes)
    days = _by_day(_records(parts, "activity", Day), clashes)
    problems = sorted([*_problems(parts), *clashes], key=_place)
    return Journal(
        settings=_settings(parts),
        referrals=MappingProxyType(referrals),
        partners=MappingProxyType(partners),
        days=MappingProxyType(days),
        problems=tuple(problems),
        unreadable=tuple(sorted(_unreadable(parts), key=_place)),
    )


def _records(parts: Parts, kind: Kind, form: type[RecordT]) -> list[RecordT]:
    """Every record of one kind that is shown, in the order of the paths."""
    own = [folder for folder in parts.folders.values() if folder.kind == kind]
    if not parts.instead:
        return [record for folder in own for record in folder.records if record is not None]
    records = [
        record for folder in own for record in folder.records if record is not None and record.path not in parts.instead
    ]
    records += [shown.record for shown in parts.instead.values() if isinstance(shown.record, form)]
    records.sort(key=_folder_and_name)
    return records


def _by_id(records: list[NamedT], before: Mapping[str, NamedT], clashes: list[Problem]) -> dict[str, NamedT]:
    """Records by id. Of two with one id both stay: the later goes by its path below the top folder, and is told."""
    found = {record.id: record for record in records}
    if len(found) == len(records):
        return found
    found = {}
    for record in records:
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


def _by_day(records: list[Day], clashes: list[Problem]) -> dict[tuple[str, str], Day]:
    """Days by officer and ISO date. A second file for a day is told, and does not count."""
    found: dict[tuple[str, str], Day] = {}
    for record in records:
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


def _problems(parts: Parts) -> Iterator[Problem]:
    """What is wrong with the folders, and with every file as it is shown."""
    held = _held(parts.instead)
    for problem in _found_problems(parts):
        if problem.path not in held:
            yield problem
    for instead in held.values():
        yield from instead


def _unreadable(parts: Parts) -> Iterator[Problem]:
    """For each record file that cannot be read at all, why."""
    held = _held(parts.instead)
    for listing in parts.listings.values():
        for problem in listing.problems:
            if problem.severity == ERROR and listing.path and problem.path not in held:
                yield problem
    for folder in parts.folders.values():
        for name, problems in folder.unreadable() if folder.path else ():
            if join(folder.path, name) not in held:
                yield min(problems, key=_gravity)
    for path, found in held.items():
        if found and parts.instead[path].record is None and path != layout.SETTINGS_FILE:
            yield min(found, key=_gravity)


def _found_problems(parts: Parts) -> Iterator[Problem]:
    """Every problem as it is on the disk."""
    settings = parts.listings[""]
    if (
        settings.whole
        and not settings.marks
        and all(problem.path != layout.SETTINGS_FILE for problem in settings.problems)
    ):
        yield faults.no_settings(layout.SETTINGS_FILE)
    for listing in parts.listings.values():
        yield from listing.problems
    for folder in parts.folders.values():
        for problems in folder.problems.values():
            yield from problems


def _lacks_settings(own: Listing) -> bool:
    """Whether the journal's own folder has no journal.yaml, not even a strange one."""
    strange = any(problem.path == layout.SETTINGS_FILE for problem in own.problems)
    return own.whole and not own.marks and not strange


def _held(instead: Mapping[str, Instead]) -> dict[str, tuple[Problem, ...]]:
    """By path, the problems that are shown instead of those on the disk."""
    return {path: shown.problems for path, shown in instead.items() if shown.problems is not None}


def _gravity(problem: Problem) -> tuple[bool, int, int]:
    return (problem.severity != ERROR, problem.line, problem.column)


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.sort_key


def _folder_and_name(record: Referral | Day | Partner) -> tuple[str, str]:
    return split(record.path)
