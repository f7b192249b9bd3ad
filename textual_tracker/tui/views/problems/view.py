"""Problems: everything that is wrong in the journal's files, with its place."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from textual_tracker.analytics.wording import count
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.listing import ListView
from textual_tracker.tui.views.problems.page import problem_page
from textual_tracker.tui.views.sorting import Order, Sorting, SortingView
from textual_tracker.tui.views.target import Target, target_of_problem
from textual_tracker.tui.views.view import Page
from textual_tracker.tui.views.words import FAULT, place, problem_role
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.row import Row

COLUMNS = (
    Column("", 1, gap=1),
    Column("", 7, priority=3),
    Column("where", 24, 50, keep="tail"),
    Column("what is wrong", 20, 70),
    Column("what to do", 30, 60, priority=4),
)


WORST = Order("errors first")
PLACE = Order("place", lambda _, problem: problem.sort_key, "where")
SENTENCE = Order("what is wrong", lambda _, problem: (problem.code, problem.message, problem.path), "what is wrong")
OWN: Sorting[Problem] = Sorting(WORST)


class ProblemList(NamedTuple):
    """What the view shows: the problems that match, and how many there are."""

    problems: tuple[Problem, ...]
    of: int


def problem_list(look: Look, words: tuple[str, ...], sorting: Sorting[Problem] = OWN) -> ProblemList:
    """The problems in whose place, sentence or code every word is found: the errors first, each kind by place."""
    found = [problem for problem in look.problems if _matches(problem, words)]
    found.sort(key=lambda problem: problem.severity != ERROR)  # those of a look stand by place already
    return ProblemList(tuple(sorting.apply(look.snapshot, found)), len(look.problems))


class ProblemsView(ListView[ProblemList], SortingView[ProblemList]):
    """The list of problems, with each explained beside or below it."""

    TITLE = "Problems"
    COLUMNS = COLUMNS
    EXAMPLE = "words of the path, the sentence or the code"
    ORDERS = (WORST, PLACE, SENTENCE)

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._words: tuple[str, ...] = ()
        self._problems: tuple[Problem, ...] = ()

    def question(self, look: Look) -> Callable[[], ProblemList]:
        """Find the problems that match."""
        words, sorting = self._words, self.sorting
        return lambda: problem_list(look, words, sorting)

    def ask(self, text: str) -> None:
        """Filter by words; problems have no fields that a query could name."""
        self._words = tuple(text.casefold().split())
        self.query_text = text.strip()

    def answer(self) -> str:
        """`2 of 5`."""
        return "" if self.found is None else f"{len(self.found.problems)} of {self.found.of}"

    def draw(self, _look: Look, found: ProblemList) -> None:
        """The list, what is an error before what is only a warning."""
        self._problems = found.problems
        self.set_class(not found.problems, "-empty")
        self._table.show(_keys(found.problems), lambda number: _row(found.problems[number]), self._notice())
        self.mark_head(self._table)
        self.say(_headline(found.problems), self.sorted_by)

    def do_detail(self) -> None:
        """The problem is explained already: go and mend it."""
        self.post_message(self.Opened())

    def target(self) -> Target | None:
        """The place of the problem."""
        return target_of_problem(self._problems[self._table.index]) if self._problems else None

    def page(self) -> Page:
        """The problem explained."""
        if not self._problems:
            return Page()
        return Page(self._table.key or "", tuple(problem_page(self._problems[self._table.index])))

    def _notice(self) -> tuple[Line, ...]:
        if self.query_text:
            return ((), (Piece("No problem matches. "), Piece("esc clears the query.", "quiet")))
        where = f"{BY_ID['pipeline'].shown_key} shows the pipeline, {BY_ID['stalled'].shown_key} who waits."
        return ((), (Piece("Nothing is wrong in any file. "), Piece(where, "quiet")))


def _matches(problem: Problem, words: tuple[str, ...]) -> bool:
    text = f"{problem.path} {problem.severity} {problem.code} {problem.message}".casefold()
    return all(word in text for word in words)


def _keys(problems: Iterable[Problem]) -> list[str]:
    """A key for each that stays while lines move: its file, what it is, and which of these it is there."""
    seen: dict[str, int] = {}
    keys = []
    for problem in problems:
        same = f"{problem.path}\0{problem.code}\0{problem.message}"
        seen[same] = seen.get(same, 0) + 1
        keys.append(f"{same}\0{seen[same]}")
    return keys


def _row(problem: Problem) -> Row:
    role = problem_role(problem)
    return Row(
        (
            Piece(FAULT if problem.severity == ERROR else "", role),
            Piece(problem.severity, role),
            Piece(place(problem)),
            Piece(problem.message),
            Piece(problem.hint, "quiet"),
        )
    )


def _headline(problems: tuple[Problem, ...]) -> Line:
    """`1 error, 2 warnings`."""
    errors = sum(problem.severity == ERROR for problem in problems)
    warnings = len(problems) - errors
    says = Piece(count(errors, "error") if errors else "no errors", "fault" if errors else "strong")
    return (says, Piece(f", {count(warnings, 'warning')}" if warnings else "", "quiet"))
