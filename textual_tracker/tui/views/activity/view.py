"""Activity: today against the goals, the streak, the year as a calendar, and every day under its week."""

import datetime as dt
from collections.abc import Callable, Iterable

from textual.widget import Widget

from textual_tracker.tui.actions import BY_ID, Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.activity import panel
from textual_tracker.tui.views.activity.days import DayList, Listed, day_list, files_of, wanted
from textual_tracker.tui.views.activity.page import day_page, path_for
from textual_tracker.tui.views.activity.rows import COLUMNS, headline, nothing_done, row, stands_apart
from textual_tracker.tui.views.listing import ListView
from textual_tracker.tui.views.target import Target
from textual_tracker.tui.views.view import Page
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.row import Row
from textual_tracker.tui.widgets.year_panel import YearPanel


class ActivityView(ListView[DayList]):
    """The panel of today and the year above the list of days."""

    TITLE = "Activity"
    COLUMNS = COLUMNS
    EXAMPLE = "2026-02, monday, missing, done, off, or words of a note"

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._panel = YearPanel()
        self._words: tuple[str, ...] = ()
        self._results = False

    def above(self) -> Iterable[Widget]:
        """The panel."""
        return (self._panel,)

    def question(self, look: Look) -> Callable[[], DayList]:
        """Put the year together, and find the days that match; the year of a look is put together once."""
        words, known = self._words, self.found if self.look is look else None
        return lambda: day_list(look, wanted(words, look.snapshot.journal.settings), known)

    def ask(self, text: str) -> None:
        """Filter by words."""
        self._words = tuple(text.casefold().split())
        self.query_text = text.strip()

    def answer(self) -> str:
        """`4 of 251`."""
        return "" if self.found is None else f"{self.found.matching} of {self.found.of}"

    def draw(self, look: Look, found: DayList) -> None:
        """The panel, and the days under their weeks."""
        year = found.year
        trends = panel.trends(year, found.beside.weeks)
        self._panel.show(
            panel.meters(year),
            panel.grid(year),
            panel.legend(year),
            trends,
            panel.MOST_IN_A_WEEK if trends else "",
            f"{BY_ID['arrange'].shown_key} shows results" if trends else "",
        )
        self._table.show(found.keys, self._row, self._notice(look))
        self.say(headline(look, found), stands_apart(found))

    def label(self, action: Action) -> str:
        """`b` leads from the calendar to what came of the activity, and back."""
        if action.id == "arrange":
            return "calendar" if self._results else "results"
        return super().label(action)

    def can_arrange(self) -> bool:
        """Where there is no room for both."""
        return self._panel.can_turn

    def do_arrange(self) -> None:
        """From the calendar to activity beside results, week by week, or back."""
        self._results = not self._results
        self._panel.turn(to_trends=self._results)

    def follow(self) -> None:
        """The selected day is marked in the calendar too."""
        super().follow()
        day = self._selected()
        self._panel.mark(None if day is None or self.found is None else panel.spot(self.found.year, day.day))

    def can_edit(self) -> bool:
        """Where a day is selected."""
        return self._selected() is not None

    def do_edit(self) -> None:
        """Open the day's file in the editor; of a day that has none, say where it is written."""
        day = self._selected()
        if self.target() is not None or day is None or self.look is None or self.found is None:
            self.post_message(self.Opened())
            return
        path = path_for(self.look, day.day.date, self.found.wanted.officer)
        counts = BY_ID["count"].shown_key
        self.notify(
            f"This day has no file yet. {counts} counts, or write {path}, with a line such as calls: 12", markup=False
        )

    def target(self) -> Target | None:
        """The file of the selected day, at its first problem."""
        day = self._selected()
        if day is None or self.look is None or self.found is None:
            return None
        officer = self.found.wanted.officer
        file = next(iter(files_of(self.look.snapshot, day.day.date, officer)), None)
        path = path_for(self.look, day.day.date, officer) if file is None else file.path
        problem = next(iter(self.look.problems_of.get(path, ())), None)
        if file is None and problem is None:
            return None
        line, column = (problem.line, problem.column) if problem is not None else (1, 1)
        return Target(path, line, column, day.day.date.isoformat())

    def counted(self, today: dt.date) -> tuple[dt.date, str]:
        """The selected day, of the officer whose days are shown."""
        day = self._selected()
        officer = self.found.wanted.officer if self.found is not None else ""
        return (today if day is None else day.day.date), officer or ""

    def page(self) -> Page:
        """The day in detail."""
        day = self._selected()
        if day is None or self.look is None or self.found is None:
            return Page()
        return Page(day.key, tuple(day_page(self.look, self.found, day.day)))

    def on_year_panel_picked(self, event: YearPanel.Picked) -> None:
        """A click on a day of the calendar selects it in the list."""
        event.stop()
        if self.found is not None:
            first = self.found.year.days[0].date
            monday = first - dt.timedelta(days=first.weekday())
            date = monday + dt.timedelta(weeks=event.spot.column, days=event.spot.row)
            self._table.select(date.isoformat())

    def _selected(self) -> Listed | None:
        items = self.found.items if self.found is not None else ()
        item = items[self._table.index] if items else None
        return item if isinstance(item, Listed) else None

    def _row(self, number: int) -> Row:
        if self.look is None or self.found is None:
            return Row()
        return row(self.look, self.found, self.found.items[number])

    def _notice(self, look: Look) -> tuple[Line, ...]:
        """What an empty list says."""
        if self._words:
            return ((), (Piece("No day matches. "), Piece("esc clears the query.", "quiet")))
        return nothing_done(look)
