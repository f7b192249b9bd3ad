"""Running text with a hanging indent, wrapped to the width there is, scrolled when it is longer."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from textual.events import MouseScrollDown, MouseScrollUp, Resize
from textual.message import Message
from textual.strip import Strip

from textual_tracker.tui.widgets.cells import cut, plain, split_at, width
from textual_tracker.tui.widgets.ink import Line, Piece, ink_of
from textual_tracker.tui.widgets.quiet_focus import QuietFocus

MARGIN = 1
EDGE = 2
"""Cells on the right: a space, and the mark."""
AHEAD = 150
"""Lines that are wrapped beyond those in view, so that the mark tells how long a usual page is."""
WHEEL = 3
"""Lines by which a notch of the wheel scrolls."""


class Paragraph(NamedTuple):
    """Pieces that flow; the lines after the first are indented by `hang` cells."""

    pieces: Line = ()
    hang: int = 0


class Pointed(NamedTuple):
    """One line of a file behind its label, never wrapped, with carets below `length` characters from `start` (0) on."""

    label: str
    text: str
    start: int
    length: int


BLANK = Paragraph()


class TextPane(QuietFocus, can_focus=True):
    """A page of paragraphs, with a mark at its edge that says which part of it is in view.

    `show` starts at its top, unless it is the same page (`key`) as before. It scrolls by itself: a scroll view would
    have the whole screen laid out anew with every page.
    """

    class Appeared(Message):
        """The pane has a size, or another one: whoever fills it may do so now."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word for it
        super().__init__(id=id)
        self._key: str | None = None
        self._paragraphs: Sequence[Paragraph | Pointed] = ()
        self._lines: list[Line] = []
        self._rest: Iterator[Line] = iter(())
        self._flowed_to = 0
        self._top = 0

    def show(self, key: str | None, paragraphs: Sequence[Paragraph | Pointed]) -> None:
        """Show these paragraphs."""
        if (key, paragraphs) == (self._key, self._paragraphs):
            return
        if key != self._key:
            self._top = 0
        self._key, self._paragraphs = key, paragraphs
        self._flow()
        self.refresh()

    def move(self, lines: int) -> None:
        """Scroll by so many lines."""
        before = self._top
        self._begin_at(before + lines)
        if self._top != before:
            self.refresh()

    @property
    def page(self) -> int:
        """How many lines are in view."""
        return max(self.size.height, 1)

    def first(self) -> None:
        """Scroll to the first line."""
        self.move(-self._top)

    def last(self) -> None:
        """Scroll to the last line."""
        self._lines.extend(self._rest)
        self.move(len(self._lines))

    def on_resize(self, _event: Resize) -> None:
        """Wrap to the new width."""
        if self._flowed_to != self.size.width:
            self._flow()
            self.refresh()
        self.post_message(self.Appeared())

    def on_mouse_scroll_down(self, _event: MouseScrollDown) -> None:
        """The wheel scrolls."""
        self.move(WHEEL)

    def on_mouse_scroll_up(self, _event: MouseScrollUp) -> None:
        """The wheel scrolls."""
        self.move(-WHEEL)

    def render_line(self, y: int) -> Strip:
        """One line of the text."""
        if self._flowed_to != self.size.width:
            self._flow()  # painted with the layout: the news of the new size comes a frame later
        number, room = self._top + y, self.size.width
        pieces = self._lines[number] if number < len(self._lines) else ()
        if self._is_thumb(y):
            space = room - MARGIN - 1 - sum(width(piece.text) for piece in pieces)
            pieces = (*pieces, Piece(" " * space), Piece("▐", "quiet"))
        return ink_of(self.app).strip((Piece(" " * MARGIN), *pieces), room)

    def _is_thumb(self, y: int) -> bool:
        """Whether the mark of a longer text stands at line `y`: where in the text, and how much, is in view."""
        count, height = len(self._lines), self.page
        if count <= height:
            return False
        long = max(height * height // count, 1)
        start = self._top * (height - long) // (count - height)
        return start <= y < start + long

    def _flow(self) -> None:
        """Wrap anew as much as is in view, and some pages more: a long page costs no more than a short one."""
        self._flowed_to = self.size.width
        self._rest = _lines(self._paragraphs, self._flowed_to - MARGIN - EDGE)
        self._lines = []
        self._begin_at(self._top)

    def _begin_at(self, top: int) -> None:
        """Have the line `top` as the first in view, or as near to it as the text allows."""
        ahead = max(top, 0) + self.page + AHEAD
        self._lines.extend(islice(self._rest, max(ahead - len(self._lines), 0)))
        self._top = max(0, min(top, len(self._lines) - self.page))


def _lines(paragraphs: Iterable[Paragraph | Pointed], room: int) -> Iterator[Line]:
    for paragraph in paragraphs:
        yield from point(paragraph, room) if isinstance(paragraph, Pointed) else flow(paragraph, room)


def flow(paragraph: Paragraph, room: int) -> Iterator[Line]:
    """The lines of a paragraph in `room` cells, broken between words; every line break in a text is kept."""
    indent = Piece(" " * paragraph.hang)
    line: list[Piece] = []
    used = 0
    for word, role in _words(paragraph.pieces, max(room - paragraph.hang, 1)):
        size = width(word)
        if word == "\n" or (used + size > room and word.strip()):
            yield tuple(line)
            line, used = [indent], paragraph.hang
            if not word.strip():
                continue
        line.append(Piece(word, role))
        used += size
    yield tuple(line)


def point(pointed: Pointed, room: int) -> tuple[Line, Line]:
    """The line and its carets in `room` cells; of a longer line, the part around what the carets are under."""
    label, text, start, length = pointed
    room = max(room - width(label), 2)
    before, meant, after = (
        plain(part) for part in (text[:start], text[start : start + length], text[start + length :])
    )
    if width(before + meant + after) > room:
        before = cut(before, max(room - width(meant) - bool(after), room // 2), keep="tail")
    carets = "^" * max(min(width(meant), room - width(before)), 1)
    space = "".join(" " if character.isdigit() else character for character in label)
    return (
        (Piece(label, "quiet"), Piece(cut(before + meant + after, room))),
        (Piece(space, "quiet"), Piece(" " * width(before)), Piece(carets, "stalled")),
    )


def _words(pieces: Iterable[Piece], longest: int) -> Iterator[Piece]:
    """The words and the spaces between them, no word longer than `longest` cells."""
    for text, role in pieces:
        for number, line in enumerate(text.splitlines() or [""]):
            if number:
                yield Piece("\n", role)
            for part in _split_at_spaces(plain(line)):
                rest = part
                while width(rest) > longest:
                    head, rest = split_at(rest, longest)
                    if not head:
                        break
                    yield Piece(head, role)
                yield Piece(rest, role)


def _split_at_spaces(text: str) -> Iterator[str]:
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or (text[index] == " ") != (text[start] == " "):
            yield text[start:index]
            start = index
