"""What is wrong in a file that a person has just edited, and what is to become of it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click, Resize

from textual_tracker.core.problems import Problem
from textual_tracker.tui.screens.over import Over, bound
from textual_tracker.tui.views.words import place
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.strip import ChoiceStrip, Option, Said
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph, Pointed, TextPane

AGAIN, KEEP, DISCARD = "e", "k", "d"
CHOICES = (
    Option(AGAIN, "edit again"),
    Option(KEEP, "keep it"),
    Option(DISCARD, "discard it"),
)
LEAVING = "Leaving keeps what you typed."


class FaultsScreen(Over[str], inherit_bindings=False):
    """The new errors of a file with their lines; the result is `AGAIN`, `KEEP` or `DISCARD`, None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("back", "leave"),
        bound("edit", f"choose('{AGAIN}')"),
        *(Binding(option.key, f"choose('{option.key}')", show=False) for option in CHOICES),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        bound("page_down", "page(1)"),
        bound("page_up", "page(-1)"),
    ]

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._pane = TextPane()
        super().__init__(self._pane)
        self._problems = problems
        self._strip = ChoiceStrip()

    def compose(self) -> ComposeResult:
        """The errors, and the keys that there are."""
        with Vertical(id="over"):
            yield self._pane
            yield self._strip

    def on_mount(self) -> None:
        """Write the page."""
        self.query_one("#over").border_title = "Not in order yet"
        self._pane.show("faults", tuple(faults_text(self._problems))[1:])
        self._strip.show(Said(LEAVING, CHOICES))
        self._pane.focus()

    def on_resize(self, _event: Resize) -> None:
        """Keep the choices in sight below what is said for a moment."""
        self.call_after_refresh(self._lift_toasts)

    def on_click(self, event: Click) -> None:
        """A click beside it decides nothing, other than on what lies over the views elsewhere."""
        event.prevent_default()

    def on_choice_strip_pressed(self, event: ChoiceStrip.Pressed) -> None:
        """A click on an option is its key."""
        event.stop()
        self.close(event.key if event.key in {option.key for option in CHOICES} else None)

    def _lift_toasts(self) -> None:
        for rack in self.query("ToastRack"):
            rack.styles.margin = (0, 0, self.size.height - self._strip.region.y, 0)

    def action_choose(self, answer: str) -> None:
        """This is to become of it."""
        self.close(answer)


def faults_text(problems: Sequence[Problem]) -> Iterator[Paragraph | Pointed]:
    """Each problem with its place, its line and what to do, and a blank line before it."""
    for problem in problems:
        yield BLANK
        yield Paragraph((Piece("✗ ", "fault"), Piece(place(problem), "quiet")), hang=2)
        yield Paragraph((Piece(problem.message),))
        if problem.excerpt:
            yield Pointed(f"{problem.line:>4} │ ", problem.excerpt, problem.excerpt_column - 1, problem.width)
        if problem.hint:
            yield Paragraph((Piece(problem.hint, "strong"),))
