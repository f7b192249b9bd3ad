"""The detail of one problem: where, what, what to do, and the line itself with a caret."""

from collections.abc import Iterator

from textual_tracker.core.problems import Problem
from textual_tracker.tui.views.words import FAULT, place, problem_role
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph, Pointed


def problem_page(problem: Problem) -> Iterator[Paragraph | Pointed]:
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
        yield Pointed(f"{problem.line:>4} │ ", problem.excerpt, problem.excerpt_column - 1, problem.width)
