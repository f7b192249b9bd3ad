"""What lies over the views for a moment: its keys are those of the same actions there, the person's own included."""

from typing import ClassVar, Protocol, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.screen import ModalScreen

from textual_tracker.tui.actions import BY_ID

Result = TypeVar("Result")


def bound(action_id: str, does: str) -> Binding:
    """A binding of the action's keys to `does`; its id lets the person's own keys take their place."""
    return Binding(",".join(BY_ID[action_id].keys), does, show=False, id=action_id)


class Moving(Protocol):
    """What the moving keys move: the selection of a list, or a text."""

    @property
    def page(self) -> int:
        """The lines in view."""

    def move(self, lines: int, /) -> None:
        """Go so many lines down, or up."""

    def first(self) -> None:
        """Go to the first line."""

    def last(self) -> None:
        """Go to the last line."""


class Over(ModalScreen[Result]):
    """A screen over the views, in a frame `#over`; the moving keys move `moving`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("back", "leave"),
        bound("down", "move(1)"),
        bound("up", "move(-1)"),
        bound("ten_down", "move(10)"),
        bound("ten_up", "move(-10)"),
        bound("page_down", "page(1)"),
        bound("page_up", "page(-1)"),
        bound("first", "first"),
        bound("last", "last"),
    ]

    def __init__(self, moving: Moving) -> None:
        super().__init__()
        self._moving = moving
        self._closed_for_good = False

    def on_click(self, event: Click) -> None:
        """A click beside it closes it."""
        if not self.query_one("#over").region.contains(event.screen_x, event.screen_y):
            self.action_leave()

    def action_leave(self) -> None:
        """Close it, and nothing else."""
        self.close(None)

    def action_move(self, lines: int) -> None:
        """Go so many lines down, or up."""
        self._moving.move(lines)

    def action_page(self, pages: int) -> None:
        """Go so many pages down, or up."""
        self._moving.move(pages * self._moving.page)

    def action_first(self) -> None:
        """Go to the first line."""
        self._moving.first()

    def action_last(self) -> None:
        """Go to the last line."""
        self._moving.last()

    def close(self, result: Result | None) -> None:
        """Close it with this result; a second key or click in the same moment finds it closed already."""
        if not self._closed_for_good:
            self._closed_for_good = True
            self.dismiss(result)
