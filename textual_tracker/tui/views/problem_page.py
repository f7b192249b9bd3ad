"""The detail of one problem: where, what, what to do, and the line itself with a caret."""

from collections.abc import Iterator

from textual_tracker.core.problems import Problem
from textual_tracker.tui.views.words import FAULT, place, problem_role
from textual_tracker.tui.widgets.cells import plain, width
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph


def problem_page(problem: Problem) -> Iterator[Paragraph]:
    """Everything about `problem`."""
    sign = f"{FAULT} " if problem_role(problem) == "fault" else ""
    yield Paragraph((Piece(f"{sign}{problem.severity}", problem_role(problem)), Piece(f"  {problem.code}", "quiet")))
    yield Paragraph((Piece(place(problem), "quiet"),))
    yield BLANK
    yield Paragraph((Piece(problem.message),))
    if problem.hint:
        yield Paragraph((Piece(problem.hint, "strong"),))
    if problem.excerpt:
        yield BLANK
        yield from _excerpt(problem)


def _excerpt(problem: Problem) -> Iterator[Paragraph]:
    """The line as it stands, and below it a caret under what is meant; characters that are escaped are wider."""
    number = f"{problem.line:>4} │ "
    before = problem.excerpt[: problem.excerpt_column - 1]
    meant = problem.excerpt[len(before) : len(before) + problem.width]
    yield Paragraph((Piece(number, "quiet"), Piece(problem.excerpt)), hang=len(number))
    caret = " " * width(plain(before)) + "^" * max(width(plain(meant)), 1)
    yield Paragraph((Piece("     │ ", "quiet"), Piece(caret, "stalled")), hang=len(number))
