"""Running text with a hanging indent, wrapped to the width there is, scrolled when it is longer."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from textual_tracker.tui.widgets.cells import cut, plain, split_at, width
from textual_tracker.tui.widgets.ink import Line, Piece, ink_of

MARGIN = 1


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


class TextPane(ScrollView, can_focus=True, inherit_bindings=False):
    """A page of paragraphs. `show` starts at its top, unless it is the same page (`key`) as before."""

    DEFAULT_CSS = "TextPane { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word for it
        super().__init__(id=id)
        self._key: str | None = None
        self._paragraphs: Sequence[Paragraph | Pointed] = ()
        self._lines: list[Line] = []

    def show(self, key: str | None, paragraphs: Sequence[Paragraph | Pointed]) -> None:
        """Show these paragraphs."""
        if (key, paragraphs) == (self._key, self._paragraphs):
            return
        turned = key != self._key
        self._key, self._paragraphs = key, paragraphs
        self._flow()
        if turned:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def move(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    @property
    def page(self) -> int:
        """How many lines are in view."""
        return max(self.size.height, 1)

    def first(self) -> None:
        """Scroll to the first line."""
        self.move(-len(self._lines))

    def last(self) -> None:
        """Scroll to the last line."""
        self.move(len(self._lines))

    def on_resize(self, _event: Resize) -> None:
        """Wrap to the new width."""
        self._flow()

    def render_line(self, y: int) -> Strip:
        """One line of the text."""
        number = self.scroll_offset.y + y
        pieces = self._lines[number] if number < len(self._lines) else ()
        return ink_of(self.app).strip((Piece(" " * MARGIN), *pieces), self.size.width)

    def _flow(self) -> None:
        room = self.size.width - 2 * MARGIN
        self._lines = [
            line
            for paragraph in self._paragraphs
            for line in (point(paragraph, room) if isinstance(paragraph, Pointed) else flow(paragraph, room))
        ]
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()


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
