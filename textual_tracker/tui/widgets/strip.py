"""A few lines above the keys that say which keys there are next: a title, and choices that flow over the width."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from textual_tracker.tui.widgets.cells import cut, cut_name, plain, width
from textual_tracker.tui.widgets.ink import Line, Piece, ink_of
from textual_tracker.tui.widgets.text_pane import Paragraph, flow

GAP, MARGIN, HANG = 2, 1, 3
MOST_LINES = 3
"""Where the choices take more lines than these, they are called by their short names."""
SHARE, LEAST_QUOTED = 0.5, 3
"""As much of the screen's height it takes at most, and the lines of a text to read that it has at least."""
SCROLLS = {"down": 1, "up": -1}
"""Keys that scroll a text longer than that by a line; `PAGES` do by all that is in view."""
PAGES = {"pagedown": 1, "pageup": -1}
ESCAPE = "escape"


class Option(NamedTuple):
    """A key of the strip, and what it does in one to three words; `short`, where it is given, in fewer."""

    key: str
    label: str
    short: str = ""


class Said(NamedTuple):
    """What the strip says: its title, its options, a text to read above them, and what was wrong with the last key."""

    title: str = ""
    options: Sequence[Option] = ()
    quoted: str = ""
    wrong: str = ""


class _Placed(NamedTuple):
    """A part of a line: where it begins, what it is, and the key that a click on it presses."""

    x: int
    pieces: Line
    key: str


class ChoiceStrip(Widget):
    """The strip. It says what it is told; a click on an option tells which."""

    DEFAULT_CSS = "ChoiceStrip { height: auto; }"

    class Pressed(Message):
        """The option with this key was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__()
        self._said = Said()
        self._top = 0
        self._flowed: tuple[object, list[Line]] = (None, [])

    def show(self, said: Said) -> None:
        """Say this."""
        if said != self._said:
            if said.quoted != self._said.quoted:
                self._top = 0
            self._said = said
            self.refresh(layout=True)

    def scroll(self, key: str) -> bool:
        """Scroll the text to read, where it is longer than there is room for; whether the key does that."""
        room = self.app.size.width
        longer = len(self._text(room)) - self._in_view(room)
        if longer <= 0 or key not in {*SCROLLS, *PAGES}:
            return False
        lines = SCROLLS[key] if key in SCROLLS else PAGES[key] * self._in_view(room)
        self._top = max(0, min(self._top + lines, longer))
        self.refresh()
        return True

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """The lines that it takes."""
        return len(self._quoted(width)) + len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        room = self.size.width
        quoted = self._quoted(room)
        if y < len(quoted):
            return ink_of(self.app).strip((Piece(" " * HANG), *quoted[y]), room)
        rows = self._rows(room)
        number = y - len(quoted)
        return ink_of(self.app).strip(_joined(rows[number]) if number < len(rows) else (), room)

    def on_click(self, event: Click) -> None:
        """A click on an option presses its key."""
        event.stop()
        rows = self._rows(self.size.width)
        number = event.y - len(self._quoted(self.size.width))
        for placed in rows[number] if 0 <= number < len(rows) else ():
            if placed.key and 0 <= event.x - placed.x < _length(placed.pieces):
                self.post_message(self.Pressed(placed.key))

    def _quoted(self, room: int) -> list[Line]:
        """The text to read; where it is longer than there is room for, a part of it, and how to see the rest."""
        text = self._text(room)
        count = self._in_view(room)
        if len(text) <= count:
            return text
        above, below = self._top, len(text) - count - self._top
        hidden = [f"{arrow} {lines}" for arrow, lines in (("↑", above), ("↓", below)) if lines]
        return [*text[above : above + count], (Piece(f"{'  '.join(hidden)} more", "quiet"),)]

    def _in_view(self, room: int) -> int:
        """How many lines of the text to read are in view at once."""
        count = len(self._text(room))
        most = max(int(self.app.size.height * SHARE) - len(self._rows(room)), LEAST_QUOTED)
        return count if count <= most else most - 1

    def _text(self, room: int) -> list[Line]:
        """The text to read in lines of `room` cells, flowed once."""
        of = self._said.quoted, room
        if self._flowed[0] != of:
            inner = max(room - HANG - 1, 1)
            parts = [
                Paragraph((Piece(part),), 2 if part.startswith("- ") else 0) for part in self._said.quoted.splitlines()
            ]
            self._flowed = of, [line for part in parts for line in flow(part, inner)]
        return self._flowed[1]

    def _rows(self, room: int) -> list[list[_Placed]]:
        """The title and the options in lines of `room` cells; with short names where that takes too many lines."""
        title = cut_name(plain(self._said.title), room - 2 * MARGIN)
        rows = list(_flowed(self._items(title, short=False), room))
        return rows if len(rows) <= MOST_LINES else list(_flowed(self._items(title, short=True), room))

    def _items(self, title: str, *, short: bool) -> Iterator[tuple[Line, str]]:
        yield (Piece(title, "strong"),), ""
        for option in self._said.options:
            label = (short and option.short) or option.label
            yield (Piece(option.key, "accent"), Piece(f" {plain(label)}")), option.key
        yield (Piece("esc", "accent"),), ESCAPE
        if self._said.wrong:
            yield (Piece(plain(self._said.wrong), "fault"),), ""


def _flowed(items: Iterator[tuple[Line, str]], room: int) -> Iterator[list[_Placed]]:
    """The items in lines, none of them broken; what is longer than a line is cut."""
    row: list[_Placed] = []
    x = MARGIN
    for pieces, key in items:
        size = _length(pieces)
        if row and x + size > room - MARGIN:
            yield row
            row, x = [], HANG
        kept = pieces
        if size > room - MARGIN - x:
            kept = (Piece(cut("".join(text for text, _ in pieces), room - MARGIN - x), pieces[-1].role),)
        row.append(_Placed(x, kept, key))
        x += size + GAP
    yield row


def _joined(row: Sequence[_Placed]) -> Iterator[Piece]:
    x = 0
    for placed in row:
        yield Piece(" " * (placed.x - x))
        yield from placed.pieces
        x = placed.x + _length(placed.pieces)


def _length(pieces: Line) -> int:
    return sum(width(text) for text, _ in pieces)
