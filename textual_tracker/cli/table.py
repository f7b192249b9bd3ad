"""Tables of text: aligned by terminal cells, full on a pipe, fitted to the width of a terminal."""

from collections.abc import Iterable, Sequence

from textual_tracker.cli.text import cells, fit, pad, safe

GAP = "  "


class Column:
    """One column: its title, and how it behaves where the terminal is too narrow.

    `least`: the cells to which it may be cut (0: never cut). `goes`: the order in which columns are left out
    altogether, 1 first (0: never). `painted`: it carries the colour of its row.
    """

    __slots__ = ("goes", "least", "painted", "right", "texts", "title", "width")

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
        self.texts = _shown(list(texts))
        self.right = right
        self.least = least
        self.goes = goes
        self.painted = painted
        self.width = max(_widest(self.texts), cells(title))

    @property
    def is_empty(self) -> bool:
        """No row has anything here."""
        return not any(self.texts)


def _shown(texts: list[str]) -> list[str]:
    """The texts, made safe; a column of plain ones is judged at once."""
    if "".join(texts).isprintable():
        return texts
    return [safe(text) for text in texts]


def _widest(texts: list[str]) -> int:
    if "".join(texts).isascii():
        return max(map(len, texts), default=0)
    return max(map(cells, texts), default=0)


def draw(columns: Sequence[Column], *, width: int | None = None, indent: str = "") -> list[list[tuple[str, bool]]]:
    """The table's lines, its head first (where a column has a title), each a list of (text, painted).

    `width`: the terminal's cells, `None` for a pipe, which gets everything. Columns without a text are left out.
    """
    shown = [column for column in columns if not column.is_empty]
    if width is not None:
        shown = _fitted(shown, width - len(indent))
    heads = [[column.title for column in shown]] if any(column.title for column in shown) else []
    rows = list(zip(*(column.texts for column in shown), strict=True))
    head = [_line(shown, titles, indent, painted=False) for titles in heads]
    return head + [_line(shown, texts, indent, painted=True) for texts in rows]


def _fitted(columns: list[Column], width: int) -> list[Column]:
    """Cut the columns that may be cut, widest first; then leave out those that may go."""
    columns = list(columns)
    while _total(columns) > width:
        if _cut_widest(columns, _total(columns) - width):
            continue
        going = [column for column in columns if column.goes]
        if not going:
            break
        columns.remove(min(going, key=lambda column: column.goes))
        for column in columns:
            column.width = max(_widest(column.texts), cells(column.title))
    return columns


def _cut_widest(columns: list[Column], over: int) -> bool:
    """Take cells from the column that can best spare them; False where none can."""
    spare = [column for column in columns if column.least and column.width > column.least]
    if not spare or sum(column.width - column.least for column in spare) < over:
        return False
    widest = max(spare, key=lambda column: column.width - column.least)
    widest.width -= 1
    return True


def _total(columns: list[Column]) -> int:
    return sum(column.width for column in columns) + len(GAP) * (len(columns) - 1)


def _line(columns: list[Column], texts: Sequence[str], indent: str, *, painted: bool) -> list[tuple[str, bool]]:
    """One line; a stretch of text that carries the row's colour is apart from the rest."""
    stretches = [(indent, False)]
    last = len(columns) - 1
    for index, (column, text) in enumerate(zip(columns, texts, strict=True)):
        shown = fit(text, column.width) if column.least else text
        if index < last or column.right:
            shown = pad(shown, column.width, right=column.right)
        gap = GAP if index < last else ""
        stretches.append((shown + gap, painted and column.painted))
    return stretches
