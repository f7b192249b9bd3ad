"""Today: what to do next, and the day in the order in which to deal with it."""

import datetime as dt
from collections.abc import Callable

from textual.events import Resize
from textual.message import Message

from textual_tracker.analytics.agenda import Meeting
from textual_tracker.analytics.partners.care import ToTell
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Referral
from textual_tracker.tui.actions import Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.asking import AskingView
from textual_tracker.tui.views.listing import ListView
from textual_tracker.tui.views.problems.page import problem_page
from textual_tracker.tui.views.target import Target, target_of_problem, target_of_referral
from textual_tracker.tui.views.today.headline import next_items, number_items
from textual_tracker.tui.views.today.layout import Entry, Laid, Rest, Saying, Strip
from textual_tracker.tui.views.today.list import COUNTERS, Room, day_list, notice
from textual_tracker.tui.views.today.page import counters_page, partner_page, pipeline_page
from textual_tracker.tui.views.today.plan import Plan, plan
from textual_tracker.tui.views.today.rows import COLUMNS, row_of
from textual_tracker.tui.views.today.sections import Person
from textual_tracker.tui.views.view import OPEN, QUERY_ROOM, Page, page_of
from textual_tracker.tui.widgets.bar import Item
from textual_tracker.tui.widgets.cells import cut, plain
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.row import Row

USUAL = Room(78, 20)
"""The room of the list before it is on the screen."""


class DayTable(LineTable):
    """The list. It tells when it has another size: that decides how much of each section is shown."""

    class Resized(Message):
        """The list has another size."""

    def on_resize(self, _event: Resize) -> None:
        """Tell."""
        self.post_message(self.Resized())


class TodayView(ListView[Plan], AskingView[Plan]):
    """The day: deadlines, calls, appointments, partners, the weekday's list, the counters, the pipeline."""

    TITLE = "Today"
    EXAMPLE = "is:stalled partner:chen officer:ana dana"

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._unfolded: set[str] = set()
        self._lines: list[Laid] = []
        self._entries: dict[str, Entry] = {}

    def on_mount(self) -> None:
        """Appointments pass while the screen is open."""
        self.set_interval(1.0, self._tick)

    def table(self) -> DayTable:
        """The list, which tells when it has another size."""
        return DayTable(COLUMNS)

    @staticmethod
    def clock() -> dt.datetime:
        """The person's own clock."""
        return dt.datetime.now()  # noqa: DTZ005 - the person's own clock is local

    def question(self, look: Look) -> Callable[[], Plan]:
        """Put the day together, as far as it matches the query."""
        query, now = self._query, self._now(look)
        known = self.found.base if self.found is not None else None
        return lambda: plan(look, query, now, known)

    def answer(self) -> str:
        """`2 of 19`."""
        return "" if self.found is None else f"{self.found.matching} of {self.found.of}"

    def draw(self, look: Look, found: Plan) -> None:
        """The sections, as many rows of each as fit; the counters; the pipeline."""
        height = self._table.size.height
        room = Room(self._table.size.width, self._table.page) if height else USUAL
        self._lines = day_list(found, room, self._unfolded, self._table.key or "")
        self._entries = dict(self._lines)
        self._table.show([line.key for line in self._lines], lambda number: self._row(look, number), notice(found))
        self._say(found)

    def label(self, action: Action) -> str:
        """Enter on the last line of a section unfolds it, or folds it."""
        entry = self._selected
        if action.id == "detail" and isinstance(entry, Rest) and not self.has_class(OPEN):
            return "unfold" if entry.is_folded else "fold"
        return super().label(action)

    def do_detail(self) -> None:
        """Open the detail; on the last line of a section, unfold it or fold it again."""
        entry = self._selected
        if isinstance(entry, Rest) and not self.has_class(OPEN):
            self._turn(entry)
        else:
            super().do_detail()

    def chosen_referral(self) -> str | None:
        """The referral of the selected row, where a person chose it; a partner is none."""
        return super().chosen_referral() if _referral_of(self._selected) is not None else None

    def target(self) -> Target | None:
        """The file of the referral or the partner; of the counters the day's, of a wrong query the settings."""
        look, entry = self.look, self._selected
        if look is None or self.found is None:
            return None
        if isinstance(entry, Problem):
            return target_of_problem(entry)
        if isinstance(entry, Saying):
            return Target(look.snapshot.journal.settings.path)
        if isinstance(entry, Strip):
            day = look.snapshot.journal.days.get((self.found.officer, look.snapshot.today.isoformat()))
            return Target(day.path, id=day.id) if day is not None and self._is_on(COUNTERS) else None
        referral = _referral_of(entry)
        if referral is not None:
            return target_of_referral(look, referral)
        partner = look.snapshot.journal.partners.get(_partner_of(entry))
        if partner is None:
            return None
        return Target(partner.path, id=partner.id, phone=partner.phone, partner=partner.id)

    def counted(self, today: dt.date) -> tuple[dt.date, str]:
        """Today, of the officer whose counters are shown."""
        return today, self.found.officer if self.found is not None else ""

    def page(self) -> Page:
        """The detail of the selected row."""
        look, found, entry, key = self.look, self.found, self._selected, self._table.key or ""
        if look is None or found is None:
            return Page()
        if isinstance(entry, Problem):
            return Page(key, tuple(problem_page(entry)))
        if isinstance(entry, Strip):
            page = counters_page if self._is_on(COUNTERS) else pipeline_page
            return Page(key, tuple(page(found)))
        if isinstance(entry, ToTell | Person) and not _referral_of(entry):
            return Page(key, tuple(partner_page(look, _partner_of(entry), found.to_tell(_partner_of(entry)))))
        referral = _referral_of(entry)
        return Page() if referral is None else page_of(look, referral)

    def on_day_table_resized(self, event: DayTable.Resized) -> None:
        """Share the lines out anew."""
        event.stop()
        if self.look is not None and self.found is not None:
            self.draw(self.look, self.found)

    def _turn(self, rest: Rest) -> None:
        """Unfold a section, and go to its first row that was not shown; or fold it, and stay at its end."""
        if self.look is None or self.found is None:
            return
        before = {line.key for line in self._lines}
        place = self._table.index
        if rest.is_folded and place:
            self._table.select(self._lines[place - 1].key)
        self._unfolded ^= {rest.section.id}
        self.draw(self.look, self.found)
        if rest.is_folded:
            first = next((line.key for line in self._lines[place - 1 :] if line.key not in before), None)
            if first is not None:
                self._table.select(first)
        self.follow()

    def _tick(self) -> None:
        """Once a second: where the hour of an appointment has passed, the day is another."""
        look, found = self.look, self.found
        if not self.display or look is None or found is None:
            return
        if not found.base.still_holds(look, self._now(look)):
            self.outdate()

    def _now(self, look: Look) -> dt.time | None:
        """The time of day; `None` where the day that is shown is not the clock's."""
        moment = self.clock()
        return moment.time() if moment.date() == look.snapshot.today else None

    @property
    def _selected(self) -> Entry | None:
        return self._entries.get(self._table.key or "")

    def _is_on(self, prefix: str) -> bool:
        return (self._table.key or "").startswith(prefix)

    def _row(self, look: Look, number: int) -> Row:
        return row_of(look, self._lines[number].entry)

    def _say(self, found: Plan) -> None:
        """What to do next, and how many wait; a query that is in force stands in place of the numbers."""
        kept = self.query_text and self._query_bar is None
        query = cut(plain(self.query_text), max(self.size.width // 2 - QUERY_ROOM, QUERY_ROOM))
        says = f"/{query}  {self.answer()}  esc clears"
        numbers = [Item((Piece(says, "quiet"),))] if kept else number_items(found)
        self._headline.show(next_items(found), numbers)


def _referral_of(entry: Entry | None) -> Referral | None:
    """The referral that a line is about."""
    return entry.referral if isinstance(entry, StalledRow | Meeting | Person) else None


def _partner_of(entry: Entry | None) -> str:
    """The id of the partner whom a line is about; "" where it is about none."""
    if isinstance(entry, ToTell):
        return entry.partner
    return entry.id if isinstance(entry, Person) and entry.referral is None else ""
