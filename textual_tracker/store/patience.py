"""What a running program shows of a file that broke or went, and how long it waits before it believes so.

Editors write in steps: a file is half there, or gone for a moment. So what looks like a loss is held back, and
shown as it was, until a second look finds the same. What then is broken keeps its last good record, marked stale.
On the command line there is no second look: what the disk holds is what is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.store.assemble import Instead
from textual_tracker.store.folder import AnyFolder, AnyRecord
from textual_tracker.store.layout import SETTINGS_FILE
from textual_tracker.store.scan import Listing, Mark, join, split

DELETION_SECONDS: Final = 0.3
BREAKAGE_SECONDS: Final = 0.3
"""Some programs write a file piece by piece; each piece begins this time anew."""
EMPTYING_SECONDS: Final = 1.0
"""A file without anything in it was emptied in order to be written."""
LONGEST_SECONDS: Final = 1.0
"""A file that breaks anew at every look is shown broken after this long."""
MANY_FILES: Final = 5
"""As many files as this, if they are more than half of what is shown, are no deletion like others: the whole journal
may be going, a folder after the other."""
MANY_SECONDS: Final = 1.0
"""Many files are gone when for so long no further one went."""

Sight: TypeAlias = Mark | Problem | None
"""What a look found of a file: its mark, why it has none, or that it is gone."""


class Doubt(Struct, frozen=True):
    """A loss not believed yet: what was seen, at which moments (monotonic seconds) first so, and first at all."""

    sight: Sight
    since: float
    first: float
    together: float | None = None
    """Where it went with many others: when the last of them did."""

    @property
    def until(self) -> float:
        """When another look that finds the same will settle it, in monotonic seconds."""
        if self.together is not None:
            return self.together + MANY_SECONDS
        return min(self.since + _seconds(self.sight), self.first + LONGEST_SECONDS)


def _seconds(sight: Sight) -> float:
    """How long a loss is not believed while it looks the same."""
    if sight is None:
        return DELETION_SECONDS
    return EMPTYING_SECONDS if isinstance(sight, Mark) and not sight.size else BREAKAGE_SECONDS


class Verdict(Struct, frozen=True):
    """What to show instead of what the disk holds, and which losses are still in doubt; both by path."""

    instead: Mapping[str, Instead] = MappingProxyType({})
    doubts: Mapping[str, Doubt] = MappingProxyType({})


class State(Struct, frozen=True):
    """The folders as one look found them."""

    listings: Mapping[str, Listing]
    folders: Mapping[str, AnyFolder]


def judge(before: State, now: State, earlier: Verdict, moment: float | None) -> Verdict:
    """Compare what a look found with the look before it and the verdict of that one.

    `moment` is the time of the look in monotonic seconds; None: every loss is believed at once.
    """
    return _Judge(before, now, earlier, moment).verdict()


class _File(Struct, frozen=True):
    """One file as shown or as found: without a record it cannot be read; without a sight it is gone."""

    record: AnyRecord | None
    problems: tuple[Problem, ...]
    sight: Sight

    @property
    def is_stale(self) -> bool:
        return self.record is not None and self.record.stale

    @property
    def has_errors(self) -> bool:
        return any(problem.severity == ERROR for problem in self.problems)


_GONE: Final = _File(None, (), None)


class _Judge:
    """One look, being judged."""

    def __init__(self, before: State, now: State, earlier: Verdict, moment: float | None) -> None:
        self.before = before
        self.now = now
        self.earlier = earlier
        self.moment = moment
        self.strange = {
            problem.path: problem
            for listing in now.listings.values()
            for problem in listing.problems
            if problem.severity == ERROR
        }
        self.dark = [listing.path for listing in now.listings.values() if not listing.whole]
        self.arrived: set[bytes] = set()
        self.together: float | None = None
        self.instead: dict[str, Instead] = {}
        self.doubts: dict[str, Doubt] = {}

    def verdict(self) -> Verdict:
        both = [(path, self.shown(path), self.found(path)) for path in self.concerned()]
        lost = [(path, shown, found) for path, shown, found in both if _is_lost(shown, found)]
        self.together = self.last_of_many([path for path, _, found in lost if found.sight is None])
        for path, shown, found in lost:
            self.lose(path, shown, found)
        return Verdict(self.instead, self.doubts)

    def last_of_many(self, gone: Sequence[str]) -> float | None:
        """When the last of these files went, if so many went together that the whole journal may be going."""
        if self.moment is None or len(gone) < MANY_FILES:
            return None
        earlier = self.earlier.doubts
        stayed = sum(len(folder.marks) for folder in self.now.folders.values())
        if len(gone) <= stayed or sum(not self.was_renamed(path) for path in gone) <= stayed:
            return None
        return max(earlier[path].since if path in earlier else self.moment for path in gone)

    def concerned(self) -> list[str]:
        """Every file that may have been lost since, or was before."""
        paths = dict.fromkeys(self.earlier.instead)
        for path in {**self.before.folders, **self.now.folders}:
            old, new = self.before.folders.get(path), self.now.folders.get(path)
            if old is not new:
                paths.update(dict.fromkeys(self.losses(path, old, new)))
        return list(paths)

    def losses(self, folder: str, old: AnyFolder | None, new: AnyFolder | None) -> Iterator[str]:
        """The files of one folder that went, or have problems that they did not have."""
        old_names = _names(old)
        new_names = _names(new)
        yield from (join(folder, name) for name in old_names if name not in new_names)
        if new is not None:
            self.arrived.update(new.digest(place) for name, place in new_names.items() if name not in old_names)
            old_problems = old.problems if old is not None else {}
            yield from (join(folder, name) for name, found in new.problems.items() if found != old_problems.get(name))

    def shown(self, path: str) -> _File:
        """The file as the look before this one left it on show."""
        truth = _find(self.before, path)
        instead = self.earlier.instead.get(path)
        if instead is None:
            return truth
        return _File(instead.record, truth.problems if instead.problems is None else instead.problems, truth.sight)

    def found(self, path: str) -> _File:
        """The file as it is now."""
        truth = _find(self.now, path)
        if truth.sight is not None:
            return truth
        blocked = self.strange.get(path) or self.darkness(path)
        return truth if blocked is None else _File(None, (blocked,), blocked)

    def darkness(self, path: str) -> Problem | None:
        """Why nothing is known of the files in the folder of `path`, where it or one above it could not be listed."""
        for folder in self.dark:
            if not folder or path.startswith(f"{folder}/"):
                return self.now.listings[folder].problems[0]
        return None

    def lose(self, path: str, shown: _File, found: _File) -> None:
        """Hold a loss back, or show the last good record in its place; or let it go."""
        doubt = self.doubt(path, shown, found)
        if doubt is not None:
            self.instead[path] = Instead(shown.record, shown.problems)
            self.doubts[path] = doubt
        elif shown.record is not None and found.record is None and (found.sight or path == SETTINGS_FILE):
            self.instead[path] = Instead(_stale(shown.record))

    def doubt(self, path: str, shown: _File, found: _File) -> Doubt | None:
        """The doubt about a loss, unless it is none, is believed at once, or has been waited for long enough."""
        if self.moment is None or shown.is_stale or (found.sight is not None and shown.has_errors):
            return None
        if found.sight is None and self.was_renamed(path):
            return None
        earlier = self.earlier.doubts.get(path)
        first = self.moment if earlier is None else earlier.first
        since = earlier.since if earlier is not None and earlier.sight == found.sight else self.moment
        doubt = Doubt(found.sight, since, first, self.together if found.sight is None else None)
        return doubt if self.moment < doubt.until else None

    def was_renamed(self, path: str) -> bool:
        """Whether a file that is gone turned up under another name."""
        folder, name = split(path)
        old = self.before.folders.get(folder)
        place = old.place(name) if old is not None else None
        return old is not None and place is not None and old.digest(place) in self.arrived


def _is_lost(shown: _File, found: _File) -> bool:
    """Whether a file is less than it was: gone, unreadable, or in error for the first time."""
    if found.sight is None:
        return shown != _GONE
    return found.record is None or (found.has_errors and not shown.has_errors)


def _find(state: State, path: str) -> _File:
    """One file as a look found it."""
    folder, name = split(path)
    content = state.folders.get(folder)
    place = content.place(name) if content is not None else None
    if content is None or place is None:
        return _GONE
    return _File(content.records[place], tuple(content.problems.get(name, ())), content.marks[place])


def _names(folder: AnyFolder | None) -> dict[str, int]:
    return {} if folder is None else {mark.name: place for place, mark in enumerate(folder.marks)}


def _stale(record: AnyRecord) -> AnyRecord:
    return record if record.stale else msgspec.structs.replace(record, stale=True, faulty=True)
