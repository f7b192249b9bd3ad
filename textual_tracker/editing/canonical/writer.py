"""Writing the pieces of a text anew, each where it belongs: two columns a level, one blank, one empty line at most.

Comments stay with their lines. One that has a line of its own begins where the line after it begins, or, where it
stands further in than that, where the group begins to which its column belongs.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from textual_tracker.editing.canonical import pieces as signs
from textual_tracker.editing.canonical.gaps import Gap, Remark, gap_of
from textual_tracker.editing.canonical.literal import moved_block, on_one_line, wrapped
from textual_tracker.editing.canonical.pieces import Piece
from textual_tracker.editing.canonical.quotes import quoted_as_needed
from textual_tracker.reading.commas import GROUP

STEP: Final = 2
WIDEST: Final = 120
"""Columns of a line into which brackets of several lines are drawn together; none is broken that is longer."""


class _Level(Struct, frozen=True):
    """A group or a list of lines that is open: the column in which it was typed, and where it begins now.

    `bare`: a list whose dashes stand in the column of its key, which YAML opens and closes without a sign.
    """

    column: int
    indent: int
    is_list: bool = False
    bare: bool = False


class Writer:
    """Writes one text. `meanings` says what each text in it is meant as, by where it begins."""

    def __init__(self, text: str, pieces: Sequence[Piece], meanings: Mapping[int, str]) -> None:
        self._text = text
        self._pieces = pieces
        self._meanings = meanings
        self._lines: list[str] = []
        self._line: str | None = None
        self._levels: list[_Level] = []
        self._before: tuple[_Level, ...] = ()
        self._cursor = 0
        self._last = ""
        self._begins_key = False

    def written(self) -> str:
        """The whole text; its lines end with a line feed."""
        at = 0
        while at < len(self._pieces):
            at = self._piece(at)
        self._between(gap_of(self._text, self._cursor, len(self._text)), -1, 0)
        self._end_line()
        return "".join(f"{line}\n" for line in self._lines)

    def _piece(self, at: int) -> int:
        """Write the piece at `at`, brackets with all that is in them; the number of the next one."""
        piece = self._pieces[at]
        if piece.sign == signs.OPEN:
            self._open(piece.column, is_list=piece.is_list)
        elif piece.sign == signs.CLOSE:
            self._close_bare()
            self._levels.pop()
        elif piece.sign == signs.KEY:
            self._close_bare()
            self._begins_key = True
        elif piece.sign in {"{", "["}:
            return self._brackets(at)
        else:
            if piece.sign == "-" and not self._levels[-1].is_list:
                self._open(piece.column, is_list=True, bare=True)
            self._place(piece)
            self._put(piece, self._indent + STEP)
        return at + 1

    # --- levels -------------------------------------------------------------------------------------------------------

    @property
    def _indent(self) -> int:
        return self._levels[-1].indent if self._levels else -STEP

    def _open(self, column: int, *, is_list: bool, bare: bool = False) -> None:
        self._levels.append(_Level(column, self._indent + STEP, is_list, bare))

    def _close_bare(self) -> None:
        while self._levels[-1].bare:
            self._levels.pop()

    # --- lines --------------------------------------------------------------------------------------------------------

    def _add(self, text: str) -> None:
        self._line = (self._line or "") + text

    def _end_line(self) -> None:
        if self._line is not None:
            self._lines.append(self._line.rstrip() if self._last != signs.BLOCK else self._line)
            self._line = None

    def _begin_line(self, indent: int) -> None:
        self._end_line()
        self._line = " " * indent

    def _place(self, piece: Piece) -> None:
        """Go to where the piece belongs: on a line of its own, or one blank behind what stands there."""
        gap = gap_of(self._text, self._cursor, piece.start)
        begins = piece.sign == signs.MARKER or self._begins_key or piece.sign == "-"
        if begins and self._last == "-" and len(self._levels) > len(self._before):
            begins = bool(gap.comments)  # what the dash introduces may stand on its line
        value = not begins and piece.sign != ":" and bool(gap.comments)
        if begins or value:
            indent = 0 if piece.sign == signs.MARKER else self._indent + (STEP if value else 0)
            self._between(gap, piece.column, indent)
            self._begin_line(indent)
        elif self._last and (piece.sign != ":" or self._last == signs.ALIAS):
            self._add(" ")
        self._begins_key = False

    def _put(self, piece: Piece, indent: int) -> None:
        """Write the piece where the line has come to; the lines that follow its first one begin at `indent`."""
        typed = self._text[piece.start : piece.end]
        if piece.sign == signs.BLOCK:
            first, rest = moved_block(self._text, piece.start, piece.end, piece.indent, indent)
        elif piece.sign == signs.TEXT:
            first, *rest = self._text_lines(piece, indent)
        else:
            first, rest = typed.rstrip(), []
        self._add(first)
        for line in rest:
            self._lines.append(self._line or "")
            self._line = line
        self._cursor, self._last, self._before = piece.end, piece.sign, tuple(self._levels)

    def _text_lines(self, piece: Piece, indent: int) -> list[str]:
        typed = self._text[piece.start : piece.end]
        return [self._scalar(piece)] if "\n" not in typed else wrapped(typed, indent)

    def _scalar(self, piece: Piece) -> str:
        meaning = self._meanings.get(piece.start, "")
        return quoted_as_needed(self._text[piece.start : piece.end], piece.value, piece.style, meaning)

    # --- brackets -----------------------------------------------------------------------------------------------------

    def _brackets(self, at: int) -> int:
        """Write what stands in brackets, on one line where it is one or can be; the number of the piece after it."""
        end = self._closing(at)
        self._place(self._pieces[at])
        line = self._on_one_line(at, end)
        is_one = "\n" not in self._text[self._pieces[at].start : self._pieces[end].end]
        if line is not None and (is_one or len(self._line or "") + len(line) <= WIDEST):
            self._add(line)
            self._cursor, self._last, self._before = self._pieces[end].end, "}", tuple(self._levels)
        else:
            self._on_lines(at, end)
        return end + 1

    def _closing(self, at: int) -> int:
        depth = 0
        for number in range(at, len(self._pieces)):
            sign = self._pieces[number].sign
            depth += (sign in {"{", "["}) - (sign in {"}", "]"})
            if not depth:
                return number
        return len(self._pieces) - 1

    def _on_one_line(self, at: int, end: int) -> str | None:
        """What stands in brackets, on one line; `None` where a comment or an empty line is in it."""
        line, last, cursor = "", "", self._pieces[at].start
        for number in range(at, end + 1):
            piece = self._pieces[number]
            if piece.sign in signs.NO_WIDTH:
                continue
            if gap_of(self._text, cursor, piece.start).comments:
                return None
            typed = on_one_line(self._text[piece.start : piece.end])
            if typed is None:
                return None
            if piece.sign == signs.TEXT and "\n" not in self._text[piece.start : piece.end]:
                typed = self._scalar(piece)
            if piece.sign in {"}", "]"} and last == ",":
                line = line.removesuffix(",")
            line += ("" if self._is_rest_of_number(piece) else _between_in_brackets(last, piece.sign)) + typed
            last, cursor = piece.sign, piece.end
        return line

    def _on_lines(self, at: int, end: int) -> None:
        """What stands in brackets, with its lines broken where they are, each two columns a bracket further in."""
        depth = 0
        self._cursor, self._last = self._pieces[at].start, ""
        for number in range(at, end + 1):
            piece = self._pieces[number]
            if piece.sign in signs.NO_WIDTH:
                continue
            depth -= piece.sign in {"}", "]"}
            indent = self._indent + STEP + STEP * depth
            gap = gap_of(self._text, self._cursor, piece.start)
            if gap.breaks:
                self._between(gap, -1, indent, in_brackets=True)
                self._begin_line(indent)
            elif not self._is_rest_of_number(piece):
                self._add(_between_in_brackets(self._last, piece.sign))
            depth += piece.sign in {"{", "["}
            self._put(piece, indent)

    def _is_rest_of_number(self, piece: Piece) -> bool:
        """Whether a piece is the rest of a number that its comma cut, `000` of `385,000`: no blank makes that right."""
        is_text = piece.sign == signs.TEXT and self._text[piece.start - 1] == ","
        return is_text and not self._meanings.get(piece.start, "") and GROUP.fullmatch(piece.value) is not None

    # --- comments -----------------------------------------------------------------------------------------------------

    def _between(self, gap: Gap, column: int, indent: int, *, in_brackets: bool = False) -> None:
        """Write the comments and the empty lines before a line that was typed at `column` and now begins at `indent`.

        A comment right below one that ends a line, in the same column, goes on there. At the end of the text, and in
        brackets, `column` is -1.
        """
        goes_on = self._end_with(gap.trailing)
        for remark in _sparing(gap.remarks, at_end=column < 0):
            if not remark.text:
                self._lines += [""] if self._lines else []
                goes_on = None
                continue
            if remark.column == column or remark.column != gap.column:
                goes_on = None
            where = indent if in_brackets else self._column_of(remark, column, indent)
            self._lines.append(" " * (where if goes_on is None else goes_on) + remark.text)

    def _end_with(self, trailing: str) -> int | None:
        """End the line, with this comment if there is one; the column in which that begins."""
        begins = None
        if trailing:
            self._add(trailing)
            begins = len(self._line or "") - len(trailing.lstrip())
        self._end_line()
        return begins

    def _column_of(self, remark: Remark, column: int, indent: int) -> int:
        """Where a comment begins that has a line of its own; see the head of this file."""
        if remark.column <= column or not self._before:
            return indent
        inner = self._before[-1]
        nested = len(self._levels) > len(self._before) and self._levels[: len(self._before)] == list(self._before)
        if self._last in {":", "-"} and remark.column > inner.column and not nested:
            return inner.indent + STEP
        if nested:
            return indent
        belongs = [level.indent for level in self._before if column < level.column <= remark.column]
        return belongs[-1] if belongs else indent


def _sparing(remarks: Sequence[Remark], *, at_end: bool) -> Iterator[Remark]:
    """The lines between two pieces, with one empty line where there are several, and none at the end."""
    for number, remark in enumerate(remarks, 1):
        if remark.text or (remarks[number].text if number < len(remarks) else not at_end):
            yield remark


def _between_in_brackets(last: str, sign: str) -> str:
    """What stands between two pieces in brackets: one blank, or nothing."""
    if last in {":", signs.PROPERTY, signs.ALIAS} and (last != signs.ALIAS or sign == ":"):
        return " "
    if last in {"", "{", "["} or sign in {",", "}", "]", ":"}:
        return ""
    return " "
