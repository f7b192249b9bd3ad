"""What may be chosen while a line is typed, group by group, one of them standing out."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from textual_tracker.tui.widgets.cells import fit, plain, width
from textual_tracker.tui.widgets.ink import Piece, State, ink_of

GAP, MARGIN = 3, 1
SHARE = 0.5
"""As much of the screen's height they take at most."""
LEAST_LINES = 3
MORE = " ▾ "
"""Stands at the end of the last line where more follow."""
MORE_BELOW = Piece(MORE, "quiet")


class Shown(NamedTuple):
    """One that may be chosen, and the heading of its group."""

    label: str
    group: str = ""


class _Placed(NamedTuple):
    """One of them in a line of the widget: its number, and where it begins."""

    number: int
    x: int


_Line: TypeAlias = tuple[str, list[_Placed]]
"""What stands at the beginning of a line, and who is in it."""


class Offers(Widget):
    """The lines of a list to choose from. It scrolls so that the chosen one is in view."""

    DEFAULT_CSS = "Offers { height: auto; }"

    class Pressed(Message):
        """The one of this number was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self._offers: Sequence[Shown] = ()
        self._chosen: int | None = None
        self._flowed: tuple[object, list[_Line]] = (None, [])

    def show(self, offers: Sequence[Shown], chosen: int | None) -> None:
        """Show these, of which the one of the number `chosen` stands out, if any."""
        if (offers, chosen) != (self._offers, self._chosen):
            self._offers, self._chosen = offers, chosen
            self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """The lines that they take, or as many as they get."""
        return min(len(self._lines(width)), self._most)

    def render_line(self, y: int) -> Strip:
        """One line of them."""
        room = self.size.width
        lines, number = self._lines(room), self._top(room) + y
        ink = ink_of(self.app)
        if number >= len(lines):
            return Strip.blank(room)
        group, placed = lines[number]
        segments = ink.segments([Piece(" " * MARGIN), Piece(fit(group, self._indent - GAP), "quiet")])
        x = MARGIN + self._indent - GAP
        for each in placed:
            label = plain(self._offers[each.number].label)
            state: State = "selected" if each.number == self._chosen else ""
            segments += ink.segments([Piece(" " * (each.x - x))]) + ink.segments([Piece(label)], state)
            x = each.x + width(label)
        if y == self.size.height - 1 and number < len(lines) - 1:
            return Strip([*Strip(segments).adjust_cell_length(room - len(MORE)), *ink.segments([MORE_BELOW])])
        return Strip(segments).adjust_cell_length(room)

    def on_click(self, event: Click) -> None:
        """A click on one chooses it."""
        event.stop()
        lines, number = self._lines(self.size.width), self._top(self.size.width) + event.y
        for each in lines[number][1] if number < len(lines) else ():
            if each.x <= event.x < each.x + width(plain(self._offers[each.number].label)):
                self.post_message(self.Pressed(each.number))

    @property
    def _most(self) -> int:
        return max(int(self.app.size.height * SHARE), LEAST_LINES)

    @property
    def _indent(self) -> int:
        return max((width(plain(offer.group)) for offer in self._offers), default=0) + GAP

    def _top(self, room: int) -> int:
        """The number of the first line in view."""
        lines = self._lines(room)
        with_it = [y for y, (_, placed) in enumerate(lines) if any(each.number == self._chosen for each in placed)]
        return max((with_it[0] if with_it else 0) - self._most + 1, 0)

    def _lines(self, room: int) -> list[_Line]:
        """All of them in lines of `room` cells, flowed once."""
        of = self._offers, room
        if self._flowed[0] != of:
            self._flowed = of, list(_flowed(self._offers, MARGIN + self._indent, room - MARGIN))
        return self._flowed[1]


def _flowed(offers: Sequence[Shown], indent: int, room: int) -> Iterator[_Line]:
    """Each group in lines that end before `room`: what stands at their beginning, and who is in them."""
    for group, members in groupby(enumerate(offers), key=lambda pair: pair[1].group):
        head, line, x = plain(group), list[_Placed](), indent
        for number, offer in members:
            size = width(plain(offer.label))
            if line and x + size > room:
                yield head, line
                head, line, x = "", [], indent
            line.append(_Placed(number, x))
            x += size + GAP
        yield head, line
