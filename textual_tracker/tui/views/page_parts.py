"""Paragraphs that the pages of a referral and of a partner have in common."""

import datetime as dt
from collections.abc import Iterable, Iterator

from textual_tracker.analytics.wording import clock, day
from textual_tracker.core.problems import Problem
from textual_tracker.tui.views.words import FAULT, problem_role
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph

INDENT = 2
DATE_WIDTH = 12
MOST_NOTES = 8_000
"""Characters of the notes that are shown; the editor shows the rest."""


def line(*pieces: Piece, hang: int = 0) -> Paragraph:
    """One paragraph of these pieces."""
    return Paragraph(tuple(pieces), hang)


def title(text: str, note: str = "") -> Iterator[Paragraph]:
    """A heading, with a blank line above it."""
    yield BLANK
    yield line(Piece(text, "head"), Piece(f"  {note}" if note else "", "quiet"))


def named(facts: dict[str, str]) -> Iterator[Paragraph]:
    """A line for each fact that says something, behind its name."""
    for name, value in facts.items():
        if value:
            yield line(Piece(name.ljust(DATE_WIDTH), "quiet"), Piece(value), hang=DATE_WIDTH)


def dated(date: dt.date, time: dt.time | None, text: str, today: dt.date) -> Paragraph:
    """What happened on a day."""
    when = day(date, today).ljust(DATE_WIDTH)
    hour = f"{clock(time)} " if time else ""
    return line(Piece(when, "quiet"), Piece(hour, "quiet"), Piece(text), hang=DATE_WIDTH)


def faults(problems: Iterable[Problem], *, stale: bool) -> Iterator[Paragraph]:
    """What is wrong in the file, and that an older version of it is shown, where it is."""
    found = list(problems)
    if found or stale:
        yield BLANK
    if stale:
        yield line(
            Piece(f"{FAULT} ", "fault"), Piece("The file cannot be read; this is its last good version."), hang=INDENT
        )
    for problem in found:
        sign = Piece(f"{FAULT} " if problem_role(problem) == "fault" else "  ", problem_role(problem))
        yield line(sign, Piece(f"line {problem.line}: {problem.message}"), hang=INDENT)
        if problem.hint:
            yield line(Piece(f"  {problem.hint}", "quiet"), hang=INDENT)


def notes(text: str, extra: Iterable[tuple[str, str]]) -> Iterator[Paragraph]:
    """The notes, and the person's own keys."""
    shown = "\n".join([text.rstrip(), *(f"{key}: {value}" for key, value in extra)]).strip("\n")
    if shown:
        yield from title("NOTES")
        yield line(Piece(shown[:MOST_NOTES]))
        if len(shown) > MOST_NOTES:
            yield line(Piece("… the rest is in the file", "quiet"))
