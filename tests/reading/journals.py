"""Journals of files given as text."""

from collections.abc import Mapping

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.reading.reader import read
from textual_tracker.reading.schema import Kind

FOLDERS: dict[str, Kind] = {"referrals": "referral", "activity": "activity", "partners": "partner"}


def kind_of(path: str) -> Kind:
    return FOLDERS.get(path.partition("/")[0], "journal")


def journal_of(files: Mapping[str, str]) -> Journal:
    """The journal that these files make, each path with its text."""
    readings = [read(kind_of(path), path, text.encode()) for path, text in files.items()]
    records = [reading.record for reading in readings]
    return Journal(
        settings=next((record for record in records if isinstance(record, Settings)), Settings()),
        referrals={record.id: record for record in records if isinstance(record, Referral)},
        partners={record.id: record for record in records if isinstance(record, Partner)},
        days={(record.officer, record.date.isoformat()): record for record in records if isinstance(record, Day)},
        problems=tuple(problem for reading in readings for problem in reading.problems),
    )
