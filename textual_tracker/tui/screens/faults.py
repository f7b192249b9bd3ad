"""What is wrong in a file that a person has just edited, and what is to become of it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from textual_tracker.core.problems import Problem
from textual_tracker.tui.screens.over import Over, bound
from textual_tracker.tui.views.words import place
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph, Pointed, TextPane

AGAIN, KEEP, DISCARD = "again", "keep", "discard"
CHOICES = (
    ("e", "edit it again, at the first of these"),
    ("k", "keep it as it was typed; so does esc"),
    ("d", "discard: the file as it was before; what was typed is kept beside the journal"),
)


class FaultsScreen(Over[str], inherit_bindings=False):
    """The new errors of a file with their lines; the result is `AGAIN`, `KEEP` or `DISCARD`, None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("back", "leave"),
        bound("edit", f"choose('{AGAIN}')"),
        Binding("e", f"choose('{AGAIN}')", show=False),
        Binding("k", f"choose('{KEEP}')", show=False),
        Binding("d", f"choose('{DISCARD}')", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        bound("page_down", "page(1)"),
        bound("page_up", "page(-1)"),
    ]

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._pane = TextPane(id="over")
        super().__init__(self._pane)
        self._problems = problems

    def compose(self) -> ComposeResult:
        """One page of text."""
        yield self._pane

    def on_mount(self) -> None:
        """Write the page."""
        self._pane.border_title = "Not in order yet"
        self._pane.border_subtitle = "e again · k keep · d discard"
        self._pane.show("faults", tuple(faults_text(self._problems)))
        self._pane.focus()

    def action_choose(self, answer: str) -> None:
        """This is to become of it."""
        self.close(answer)


def faults_text(problems: Sequence[Problem]) -> Iterator[Paragraph | Pointed]:
    """The keys there are, then each problem with its place, its line and what to do."""
    for key, does in CHOICES:
        yield Paragraph((Piece(f"{key}  ", "accent"), Piece(does)), hang=3)
    for problem in problems:
        yield BLANK
        yield Paragraph((Piece("✗ ", "fault"), Piece(place(problem), "quiet")))
        yield Paragraph((Piece(problem.message),))
        if problem.excerpt:
            yield Pointed(f"{problem.line:>4} │ ", problem.excerpt, problem.excerpt_column - 1, problem.width)
        if problem.hint:
            yield Paragraph((Piece(problem.hint, "strong"),))
