"""Tables of text: aligned by terminal cells, full on a pipe, fitted to the width of a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from textual_tracker.cli.text import cells, fit, has_cell_each, pad, safe

GAP = "  "
SHORTEST = 4
"""With fewer cells a column says nothing any more."""


class Column:
    """One column: its title, and how it behaves where the terminal is too narrow.

    `least`: the cells to which it may be cut (0: never cut). `goes`: the order in which columns are left out
    altogether, 1 first, of two the one further to the right (0: never). `painted`: it carries the colour of its row.
    """

    __slots__ = ("full", "goes", "least", "painted", "plain", "right", "texts", "title", "width")

    def __init__(
        self,
        title: str,
        texts: Iterable[str],
        *,
        right: bool = False,
        least: int = 0,
        goes: int = 0,
        painted: bool = False,
    ) -> None:
        self.title = title
        self.texts = list(texts)
        self.right = right
        self.least = least
        self.goes = goes
        self.painted = painted
        self._judge()

    def _judge(self) -> None:
        """Make the texts safe, and measure them; where each character is one cell, all at once."""
        whole = "".join(self.texts)
        if not whole.isprintable():
            self.texts = [safe(text) for text in self.texts]
        self.plain = has_cell_each(whole) and has_cell_each(self.title)
        size = len if self.plain else cells
        self.full = max(size(self.title), max(map(size, self.texts), default=0))
        self.width = self.full

    @property
    def is_empty(self) -> bool:
        """No row has anything here."""
        return not any(self.texts)

    def padded(self, texts: Iterable[str]) -> list[str]:
        """The texts, cut and filled to the column's width."""
        width = self.width
        if width < self.full:
            texts = [fit(text, width) for text in texts]
        if self.plain:
            return [text.rjust(width) for text in texts] if self.right else [text.ljust(width) for text in texts]
        return [pad(text, width, right=self.right) for text in texts]


class Table:
    """Columns laid out for `width` cells, or, with `None`, at their full width. Those without any text are left out."""

    def __init__(self, columns: Sequence[Column], width: int | None) -> None:
        self._columns = [column for column in columns if not column.is_empty]
        if width is not None:
            self._columns = _fitted(self._columns, width)
        self.painted = [column.painted for column in self._columns]

    def head(self) -> list[str]:
        """The titles, as wide as their columns; empty where no column has one."""
        if not any(column.title for column in self._columns):
            return []
        return [column.padded([column.title])[0] for column in self._columns]

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The cells of each row, as wide as their columns."""
        return zip(*(column.padded(column.texts) for column in self._columns), strict=True)


def _fitted(columns: list[Column], width: int) -> list[Column]:
    """Leave out the columns that may go, until cutting those that may be cut makes the rest fit.

    On a terminal too narrow even for that the row ends at its edge: no line is wider than the terminal.
    """
    shown = list(columns)
    going = sorted((column for column in reversed(shown) if column.goes), key=lambda column: column.goes)
    while going and _least(shown) > width:
        shown.remove(going.pop(0))
    over = _total(shown) - width
    while over > 0 and _cut_widest(shown):
        over -= 1
    return shown if over <= 0 else _ended(shown, width)


def _ended(columns: list[Column], width: int) -> list[Column]:
    """As many columns, from the left, as there is room for, and of the next what there is; a number is never cut."""
    shown: list[Column] = []
    for column in columns:
        room = width - _total(shown) - (len(GAP) if shown else 0)
        if column.width > room:
            if room >= SHORTEST and not column.right:
                column.width = room
                shown.append(column)
            break
        shown.append(column)
    for column in shown:  # what was left out leaves room for what was cut
        column.width += min(column.full - column.width, width - _total(shown))
    return shown


def _cut_widest(columns: list[Column]) -> bool:
    """Take one cell from the column that can best spare it; False where none can."""
    spare = [column for column in columns if column.least and column.width > column.least]
    if not spare:
        return False
    max(spare, key=lambda column: column.width - column.least).width -= 1
    return True


def _total(columns: list[Column]) -> int:
    return sum(column.width for column in columns) + len(GAP) * max(len(columns) - 1, 0)


def _least(columns: list[Column]) -> int:
    """How narrow the columns can be made."""
    spare = sum(max(column.width - column.least, 0) for column in columns if column.least)
    return _total(columns) - spare
