"""A tiny reader, so that the store is tested by itself: a name on the first line, a colon in it is a syntax error."""

import datetime as dt

from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store import layout
from textual_tracker.store.folder import AnyRecord
from textual_tracker.store.kinds import Kind

RECEIVED = dt.date(2026, 3, 2)


class CountingReader:
    """Reads a file's first line as the name; notes which files it read."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def __call__(self, kind: Kind, path: str, data: bytes) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
        self.paths.append(path)
        name = data.decode("utf-8", "replace").partition("\n")[0]
        if ":" in name or not name:
            return None, (Problem(path=path, code="syntax", message=f"no name: {name!r}"),)
        faulty = "?" in name
        problems = (Problem(path=path, code="enum", message="what?"),) if faulty else ()
        return _record(kind, path, name, faulty=faulty), problems


def _record(kind: Kind, path: str, name: str, *, faulty: bool) -> AnyRecord:
    record_id = layout.stem(path)
    if kind == "referral":
        return Referral(id=record_id, path=path, name=name, received=RECEIVED, faulty=faulty)
    if kind == "partner":
        return Partner(id=record_id, path=path, name=name, faulty=faulty)
    if kind == "activity":
        return Day(id=record_id, path=path, date=dt.date.fromisoformat(record_id), comment=name, faulty=faulty)
    return Settings(officer=name, faulty=faulty)
