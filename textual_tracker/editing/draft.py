"""What an action writes on: the journal's files as they are on the disk now, with the edits made so far.

An action is a function that opens records on a draft, says what to edit in them, and gives the sentence that tells
a person what was done. It does not write; `textual_tracker.workspace` plans with it, and performs the plan.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.editing.edits import Edit
from textual_tracker.editing.plan import FileChange
from textual_tracker.editing.record_file import AnyFile, DayFile, PartnerFile, RecordFile, ReferralFile, open_file
from textual_tracker.editing.splicing.splice import splice
from textual_tracker.errors import FileChangedError, RefusedEditError
from textual_tracker.reading.names import stem
from textual_tracker.reading.paths import dotted
from textual_tracker.reading.schema import Kind
from textual_tracker.store.layout import kind_of

Action: TypeAlias = "Callable[[Draft], str]"
"""Edits records on a draft; the result is a sentence: `Dana Ortiz: contacted (text, reached)`."""


R = TypeVar("R")


class Draft:
    """The changes of one action, in the journal as of `today`. `time` is the hour, `None` where the clock is set.

    `read` gives a file's bytes as they are now, `None` where there is none. `needs` are the files that are relied on,
    changed or not.
    """

    def __init__(
        self, journal: Journal, today: dt.date, time: dt.time | None, read: Callable[[str], bytes | None]
    ) -> None:
        self.journal = journal
        self.today = today
        self.time = time
        self._read = read
        self._before: dict[str, bytes | None] = {}
        self._now: dict[str, bytes | None] = {}
        self.needs: tuple[str, ...] = ()

    def referral(self, referral_id: str) -> ReferralFile:
        """The file of a referral of the journal.

        Raises:
            FileChangedError: there is none of this id any more.
        """
        return self.file(_known(self.journal.referrals, referral_id).path)

    def partner(self, partner_id: str) -> PartnerFile:
        """The file of a partner of the journal.

        Raises:
            FileChangedError: there is none of this id any more.
        """
        return self.file(_known(self.journal.partners, partner_id).path)

    def day(self, path: str) -> DayFile | None:
        """The file of a day at `path`, `None` where there is none yet."""
        return self.file(path) if self._content(path) is not None else None

    def file(self, path: str) -> RecordFile[Any]:
        """The file at `path` with the edits made so far.

        Raises:
            RefusedEditError: it cannot be read.
            FileChangedError: it is gone.
        """
        data = self._there(path)
        return open_file(_kind(path), path, data)

    def edit(self, path: str, *edits: Edit) -> None:
        """Make these edits in the file at `path`, one after the other.

        Raises:
            RefusedEditError: one of them cannot be made without touching anything else.
        """
        data = self._there(path)
        try:
            self._now[path] = splice(_kind(path), data, edits)
        except RefusedEditError as error:
            raise _refused(self.file(path), edits, error) from None

    def write(self, path: str, data: bytes) -> None:
        """Let the file at `path`, which may be a new one, hold `data`."""
        self._content(path)
        self._now[path] = data

    def data(self, path: str) -> bytes | None:
        """What the file at `path` holds, readable or not; `None` where there is none."""
        return self._content(path)

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path` now, or will be."""
        return self._content(path) is not None

    def look_for(self, path: str) -> None:
        """Rely on the file at `path`, whatever it holds.

        Raises:
            FileChangedError: it is gone.
        """
        self._there(path)
        self.needs = tuple(dict.fromkeys((*self.needs, path)))

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """What is other than before, in the order in which it was first touched."""
        return tuple(
            FileChange(path, before, self._now[path])
            for path, before in self._before.items()
            if before != self._now[path]
        )

    def opened_before(self, path: str) -> AnyFile | None:
        """The file at `path` without any of the edits; `None` for a new one, or one that could not be read."""
        data = self._before.get(path)
        try:
            return None if data is None else open_file(_kind(path), path, data)
        except RefusedEditError:
            return None

    def _there(self, path: str) -> bytes:
        data = self._content(path)
        if data is None:
            raise FileChangedError(f"{path} is not there any more; nothing was written")
        return data

    def _content(self, path: str) -> bytes | None:
        if path not in self._now:
            self._before[path] = self._now[path] = self._read(path)
        return self._now[path]


def _refused(file: RecordFile[Any], edits: Sequence[Edit], error: RefusedEditError) -> RefusedEditError:
    """The refusal with its file; where an error of the file stands in the way, that is what is said, and what to do."""
    above = {dotted(edit.path[:length]) for edit in edits for length in range(1, len(edit.path))}
    fault = next((one for one in file.problems if one.severity == ERROR and one.field in above), None)
    if fault is None:
        return RefusedEditError(f"{file.path}: {error}", problems=error.problems)
    return in_the_way(fault)


def in_the_way(fault: Problem) -> RefusedEditError:
    """The refusal to write where an error of the file stands."""
    hint = f"; {fault.hint}" if fault.hint else ""
    place = f"{fault.path}:{fault.line}:{fault.column}"
    mended = f"That is to be mended first: tracker edit {stem(fault.path)}"
    return RefusedEditError(f"{place}: {fault.message}{hint}\n{mended}", problems=(fault,))


def _known(records: Mapping[str, R], record_id: str) -> R:
    """The record of this id. Between a look at the journal and a key its file may have gone, or got another name."""
    found = records.get(record_id)
    if found is None:
        raise FileChangedError(f"{record_id} is not in the journal any more; nothing was written")
    return found


def _kind(path: str) -> Kind:
    kind = kind_of(path)
    if kind is None:
        raise RefusedEditError(f"{path} is no record of this journal")
    return kind
