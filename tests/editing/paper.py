"""A journal on paper: actions tried on files that are in memory, judged as they are before a real write."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.judging import judge
from textual_tracker.editing.plan import diff
from textual_tracker.reading.reader import read
from textual_tracker.store.layout import kind_of

TODAY = dt.date(2026, 3, 10)
"""A Tuesday."""


class Paper:
    """Files by path; `do` writes on them."""

    def __init__(self, files: Mapping[str, str], settings: Settings | None = None) -> None:
        self.files = {path: text.encode() for path, text in files.items()}
        self.settings = settings or Settings()
        self.remarks: tuple[Problem, ...] = ()
        self.diff = ""

    @property
    def journal(self) -> Journal:
        """What the files say."""
        records: list[Any] = [self.record(path) for path in self.files]
        return Journal(
            settings=self.settings,
            referrals={record.id: record for record in records if isinstance(record, Referral)},
            partners={record.id: record for record in records if isinstance(record, Partner)},
            days={(record.officer, record.id): record for record in records if isinstance(record, Day)},
        )

    def record(self, path: str) -> Any:
        """The record that the file at `path` makes."""
        kind = kind_of(path)
        assert kind is not None
        return read(kind, path, self.files[path]).record

    def text(self, path: str) -> str:
        """What stands in the file at `path`."""
        return self.files[path].decode()

    def do(self, action: Action, *, today: dt.date = TODAY, time: dt.time | None = None) -> str:
        """Write what the action says, if it may be written; the result is its sentence."""
        draft = Draft(self.journal, today, time, self.files.get)
        says = action(draft)
        self.remarks = judge(draft)
        self.diff = diff(draft.changes)
        for change in draft.changes:
            assert change.after is not None
            self.files[change.path] = change.after
        return says
