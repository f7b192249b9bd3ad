"""A table drawn line by line: what is not on the screen costs nothing, however many rows there are."""

from collections.abc import Iterable, Mapping, Sequence

from textual.events import Click, Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from textual_tracker.tui.widgets.cells import plain, width
from textual_tracker.tui.widgets.choice import Choice
from textual_tracker.tui.widgets.columns import Column, Placed, place, spread
from textual_tracker.tui.widgets.ink import Line, Piece, State, ink_of
from textual_tracker.tui.widgets.quiet_focus import QuietFocus
from textual_tracker.tui.widgets.row import Row, RowAt, no_row
from textual_tracker.tui.widgets.selection import Chosen, HeadPressed, Selected

MARGIN = Piece(" ")
EDGES = 3
"""Cells beside the columns: the margin, and on the right a gap and the scrollbar."""
HEADER = 1


class LineTable(ScrollView, QuietFocus, can_focus=True, inherit_bindings=False):
    """Rows with keys, asked for one by one when they come into view; one of them is selected, by its key.

    `show` replaces the rows: the selection stays on its key, the line on which it stood stays under the eye, and
    only the lines that look different are drawn again.
    """

    DEFAULT_CSS = "LineTable { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._placed: tuple[Placed, ...] = ()
        self._placed_in = 0
        self._choice = Choice()
        self._row_at: RowAt = no_row
        self._notice: Sequence[Line] = ()
        self._drawn: dict[int, tuple[object, State]] = {}
        self._sorted: tuple[str, bool] = ("", False)
        self._above: Line = ()
        self._covered = self._lift = 0
        self._scrolled_in = Size(), Size()

    @property
    def key(self) -> str | None:
        """The key of the selected row."""
        return self._choice.key

    @property
    def chosen(self) -> str | None:
        """The key that a person chose; `None` where nobody has chosen yet."""
        return self._choice.wanted

    @property
    def index(self) -> int:
        """The number of the selected row."""
        return self._choice.index

    @property
    def page(self) -> int:
        """How many rows are in view."""
        return max(self.size.height - HEADER, 1)

    @property
    def room(self) -> int:
        """Cells that a row has."""
        return max(self.size.width - EDGES, 0)

    def show(self, keys: Sequence[str], row_at: RowAt, notice: Sequence[Line] = ()) -> None:
        """Show these rows; `row_at(number)` gives one of them. Without rows the lines of `notice` are shown."""
        before, top = self.key, self.scroll_offset.y
        offset = self._choice.index - top
        self._row_at, self._notice = row_at, notice
        self._choice.replace(keys)
        self._skip_headings(1)
        self.virtual_size = Size(self.size.width, len(keys) + HEADER)
        if top and 0 <= offset < self.page:
            self._bring_to_top(self._choice.index - offset)
        self._keep_in_view()
        self._refresh_what_differs()
        if self.key != before:
            self.post_message(Selected(self.key))

    def select(self, key: str) -> None:
        """Select the row of this key, if there is one."""
        if key in self._choice.keys:
            self._choose(self._choice.keys.index(key), 1)

    def move(self, rows: int) -> None:
        """Move the selection by so many rows, down where positive; it stops at either end."""
        self._choose(self._choice.index + rows, 1 if rows > 0 else -1)

    def wish(self, key: str) -> None:
        """Select the row of this key, now or as soon as there is one."""
        if key in self._choice.keys:
            self.select(key)
        else:
            self._choice.wish(key)

    def rename(self, renamed: Mapping[str, str]) -> None:
        """Follow keys that are others now; the rows that have them come with the next `show`."""
        self._choice.rename(renamed)

    def cover(self, line: int) -> None:
        """Something lies over the screen from `line` on: the selected row is lifted above it, as long as it does."""
        self._covered = max(self.region.bottom - line, 0) if self.region else 0
        self._lift_up()

    def lay_out(self, columns: Sequence[Column]) -> None:
        """Have other columns from now on; the rows for them come with the next `show`."""
        if tuple(columns) != self._columns:
            self._columns = tuple(columns)
            self._place()
            self.refresh()

    def has_room_for(self, title: str) -> bool:
        """Whether the column of this title is one of those that fit."""
        return any(self._columns[number].title == title for number, _ in self._placed)

    def sorted_by(self, title: str, *, down: bool) -> None:
        """Mark the head of the column by which the rows are sorted."""
        if (title, down) != self._sorted:
            self._sorted = (title, down)
            self.refresh_line(self.scroll_offset.y)

    def say_above(self, line: Line) -> None:
        """Say this above the rows, in place of the titles of the columns."""
        if line != self._above:
            self._above = line
            self.refresh_line(self.scroll_offset.y)

    def first(self) -> None:
        """Select the first row."""
        self._choose(0, 1)

    def last(self) -> None:
        """Select the last row."""
        self._choose(len(self._choice.keys) - 1, -1)

    def render_line(self, y: int) -> Strip:
        """One line of the widget: the header, a row, or nothing.

        A scrollbar lies over its last cell. That cell is left out here and claimed all the same: to cut it off, Textual
        would have to measure the text, and it gives the vowels of Hindi no room.
        """
        content, state = self._drawn[y] = self._line(y)
        pieces = self._header() if y < HEADER else self._pieces(content)
        strip = ink_of(self.app).strip(pieces, self.scrollable_content_region.width, state)
        return Strip(strip, self.size.width)

    def on_resize(self, event: Resize) -> None:
        """Choose the columns that fit."""
        self.virtual_size = Size(event.size.width, len(self._choice.keys) + HEADER)
        self._keep_in_view()
        if self._placed_in != event.size.width:
            self._place()
            self.refresh()

    def _scroll_update(self, virtual_size: Size) -> None:
        """Set the scrollbar right where it is not: by itself it would be painted again with every layout."""
        if self._scrolled_in != (virtual_size, self.container_size):
            self._scrolled_in = virtual_size, self.container_size
            super()._scroll_update(virtual_size)

    def _place(self) -> None:
        self._placed_in = self.size.width
        self._placed = place(self._columns, self._placed_in - EDGES)

    def on_focus(self) -> None:
        """The selected row wakes up."""
        self._refresh_row(self._choice.index)

    def on_blur(self) -> None:
        """The selected row falls asleep."""
        self._refresh_row(self._choice.index)

    def on_click(self, event: Click) -> None:
        """A click selects a row; on the selected row it chooses it. A head tells that it was clicked."""
        if event.y < HEADER:
            self._press_head(event.x)
            return
        number = self._top + event.y - HEADER
        if number >= len(self._choice.keys) or self._row_at(number).heading:
            return
        if number == self._choice.index:
            self.post_message(Chosen(self.key))
        self._choose(number, 1)

    @property
    def _top(self) -> int:
        """The number of the first row in view."""
        return self.scroll_offset.y + self._lift

    def _choose(self, number: int, step: int) -> None:
        before = self._choice.index
        self._choice.choose(number)
        self._skip_headings(step)
        if self._choice.index == before:
            return
        self._choice.choose(self._choice.index)
        self._refresh_row(before)
        self._refresh_row(self._choice.index)
        self._keep_in_view()
        self.post_message(Selected(self.key))

    def _skip_headings(self, step: int) -> None:
        """Leave a heading for the next row in the direction of `step`, else for the next in the other."""
        for direction in (step, -step):
            number = self._choice.index
            while 0 <= number < len(self._choice.keys):
                if not self._row_at(number).heading:
                    self._choice.index = number
                    return
                number += direction

    def _keep_in_view(self) -> None:
        """Scroll just as far as the selected row needs to be seen, with the headings above the first row.

        A table that is not on the screen has no height; it scrolls when it gets one.
        """
        if not self.size.height:
            return
        number, top = self._choice.index, self.scroll_offset.y
        if number < top:
            lowest = number
            while lowest and self._row_at(lowest - 1).heading:
                lowest -= 1
            self._bring_to_top(lowest)
        elif number >= top + self.page:
            self._bring_to_top(number - self.page + 1)
        self._lift_up()

    def _lift_up(self) -> None:
        """Draw the rows higher, just as far as the selected one is covered. How far they are scrolled stays."""
        room = max(self.page - self._covered, 1)
        lift = max(self._choice.index - self.scroll_offset.y - room + 1, 0) if self._covered else 0
        if lift != self._lift:
            self._lift = lift
            self.refresh()

    def _bring_to_top(self, top: int) -> None:
        self.scroll_to(y=max(top, 0), animate=False, force=True, immediate=True)

    def _refresh_row(self, number: int) -> None:
        self.refresh_line(number + HEADER - self._lift)

    def _refresh_what_differs(self) -> None:
        for y in range(HEADER, self.size.height):
            if self._drawn.get(y) != self._line(y):
                self.refresh_line(y + self.scroll_offset.y)

    def _line(self, y: int) -> tuple[object, State]:
        """What stands on line `y`, to be compared with what was drawn there, and how it is lit."""
        number = self._top + y - HEADER
        if y < HEADER:
            return "header", ""
        if number < len(self._choice.keys):
            selected = number == self._choice.index
            return self._row_at(number), ("selected" if self.has_focus else "asleep") if selected else ""
        if not self._choice.keys and y - HEADER < len(self._notice):
            return self._notice[y - HEADER], ""
        return (), ""

    def _press_head(self, x: int) -> None:
        begin = len(MARGIN.text)
        for number, room in self._placed:
            column = self._columns[number]
            if begin <= x < begin + room and column.title:
                self.post_message(HeadPressed(column.title))
            begin += room + column.gap

    def _header(self) -> Iterable[Piece]:
        if self._above:
            return (MARGIN, *self._above)
        return self._spread([self._head(column) for column in self._columns])

    def _head(self, column: Column) -> Piece:
        """The title; of the column by which the rows are sorted it stands out, with an arrow where that fits."""
        title, down = self._sorted
        if not title or title != column.title:
            return Piece(column.title, "head")
        room = next((placed.width for placed in self._placed if self._columns[placed.number] is column), 0)
        arrow = "▾" if down else "▴"
        return Piece(f"{title}{arrow}" if width(title) < room else title, "accent")

    def _pieces(self, content: object) -> Iterable[Piece]:
        if not isinstance(content, Row):
            return (MARGIN, *content) if isinstance(content, tuple) else ()
        if content.across:
            return (MARGIN, *(Piece(plain(text), role) for text, role in content.across))
        return self._spread(content.cells)

    def _spread(self, cells: Sequence[Piece]) -> Iterable[Piece]:
        """The cells in their columns."""
        return (MARGIN, *spread(self._columns, self._placed, cells))
