"""Reading a text as the file of one kind, and what the tests look at in the problems."""

from typing import Any

from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.reading.reader import Reading, read
from textual_tracker.reading.schema import Kind

PATH_OF: dict[Kind, str] = {
    "referral": "referrals/2026/2026-03-02-dana-ortiz.yaml",
    "activity": "activity/2026/2026-03-02.yaml",
    "partner": "partners/sarah-chen.yaml",
    "journal": "journal.yaml",
}


def reading(kind: Kind, text: str | bytes, path: str | None = None) -> Reading:
    return read(kind, path or PATH_OF[kind], text if isinstance(text, bytes) else text.encode())


def clean(kind: Kind, text: str, path: str | None = None) -> Any:
    """The record of a text in which there is no problem."""
    found = reading(kind, text, path)
    assert found.problems == ()
    return found.record


def referral(text: str, path: str | None = None) -> Referral:
    record = reading("referral", text, path).record
    assert isinstance(record, Referral)
    return record


def day(text: str, path: str | None = None) -> Day:
    record = reading("activity", text, path).record
    assert isinstance(record, Day)
    return record


def partner(text: str, path: str | None = None) -> Partner:
    record = reading("partner", text, path).record
    assert isinstance(record, Partner)
    return record


def settings(text: str) -> Settings:
    record = reading("journal", text).record
    assert isinstance(record, Settings)
    return record


def problems(text: str | bytes, kind: Kind = "referral", path: str | None = None) -> tuple[Problem, ...]:
    return reading(kind, text, path).problems


def problem(text: str | bytes, kind: Kind = "referral", path: str | None = None) -> Problem:
    """The only problem of a text."""
    found = problems(text, kind, path)
    assert len(found) == 1, found
    return found[0]


def codes(text: str | bytes, kind: Kind = "referral", path: str | None = None) -> list[str]:
    return [found.code for found in problems(text, kind, path)]


def place(found: Problem) -> tuple[int, int]:
    return found.line, found.column


def marked(found: Problem) -> str:
    """The part of the excerpt over the carets."""
    return found.excerpt[found.excerpt_column - 1 :][: found.width]
