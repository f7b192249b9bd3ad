"""What every view has in common: a headline, a list, the detail of what is selected, and a query."""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget

from textual_tracker.core.records import Referral
from textual_tracker.tui.actions import CLOSE, Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.moving import Mover, Moving
from textual_tracker.tui.views.querying import Querying
from textual_tracker.tui.views.target import Target
from textual_tracker.tui.views.words import shortened
from textual_tracker.tui.widgets.bar import Bar, Item
from textual_tracker.tui.widgets.board import Board
from textual_tracker.tui.widgets.cells import cut, plain, width
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.selection import Chosen, Selected
from textual_tracker.tui.widgets.text_pane import Paragraph, Pointed, TextPane

OPEN = "-open"
"""The class of a view whose detail was opened; beside the list of a wide screen it is there anyway."""
HEADLINE_GAP, MARGINS = 3, 2
"""Cells between what the headline says and the query in force, and at its ends."""
QUERY_ROOM = 20
"""Of the half of the headline that the query in force has, so many cells say what it found and how it is cleared."""
READING: tuple[Line, ...] = ((), (Piece("Reading the journal …", "quiet"),))

Found = TypeVar("Found")


class Page(NamedTuple):
    """The detail of one row: what it is of, and what it says."""

    key: str = ""
    paragraphs: tuple[Paragraph | Pointed, ...] = ()


def page_of(look: Look, referral: Referral) -> Page:
    """The page of a referral."""
    from textual_tracker.tui.views.referral_page import referral_page  # noqa: PLC0415 - the list is shown before it

    return Page(referral.id, tuple(referral_page(look, referral)))


class Fallen(NamedTuple):
    """The row to which the selection went by itself, and when, by the clock of the keys (`Message.time`)."""

    key: str | None = None
    at: float = 0.0


class View(Moving, Querying, Generic[Found]):
    """One of the views, which shows the newest look that was worked out while it was the visible one.

    A view of its own says what is to be worked out (`question`; a thread calls what it gives, so that holds on to
    nothing of the screen), how that is drawn (`draw`), and what the selected row is about (`target`, `page`).
    `main` is the list that has the keys.
    """

    TITLE: ClassVar[str]

    class Outdated(Message):
        """The view is to be worked out again: its query changed, or something was unfolded."""

        def __init__(self) -> None:
            super().__init__()
            self.view = ""
            """Its id, once the message comes from there: by then the person may have gone on to another."""

    class Opened(Message):
        """The person wants the file of the selected row in the editor."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.look: Look | None = None
        self.found: Found | None = None
        self._headline = Bar(gap=HEADLINE_GAP)
        self._said: tuple[Line, str] = ((), "")
        self._detail = TextPane()
        self._detail_of: tuple[object, ...] = ()
        self._asked, self._answered = 1, 0
        self._fallen = Fallen()

    def compose(self) -> ComposeResult:
        """The headline; below it the list, with the detail beside it, or over it where the screen is narrow."""
        yield self._headline
        yield from self.above()
        with Horizontal():
            yield from self.lists()
            yield self._detail

    def on_mount(self) -> None:
        """Take the keys, and ask for what is to be shown."""
        self.focus_main()
        self.outdate()
        self.mount_query_bar()

    def above(self) -> Iterable[Widget]:
        """What stands between the headline and the list."""
        return ()

    @abstractmethod
    def lists(self) -> Iterable[LineTable | Board]:
        """The widgets of which one is `main`."""

    @property
    @abstractmethod
    def main(self) -> LineTable | Board:
        """The list that has the keys."""

    @abstractmethod
    def question(self, look: Look) -> Callable[[], Found]:
        """What works out what this view shows of `look`."""

    @abstractmethod
    def draw(self, look: Look, found: Found) -> None:
        """Put what was worked out into the widgets."""

    @abstractmethod
    def target(self) -> Target | None:
        """What the selected row is about; `None` where there is nothing to open or to copy."""

    @abstractmethod
    def page(self) -> Page:
        """The detail of the selected row."""

    def wish(self, key: str) -> None:
        """Select the row of this key, now or as soon as there is one."""
        self.main.wish(key)

    def rename(self, renamed: Mapping[str, str]) -> None:
        """Follow records whose files are named otherwise now."""
        for each in self.lists():
            each.rename(renamed)

    def chosen_referral(self) -> str | None:
        """The id of the referral that a person chose here, for the other views to select it too."""
        return None

    def carry(self, referral_id: str) -> None:
        """Select the referral that was chosen in another view, in a view that shows referrals."""

    def counted(self, today: dt.date) -> tuple[dt.date, str]:
        """The day and the officer (an id; "": nobody in particular) whose counters a person means here."""
        return today, ""

    def label(self, action: Action) -> str:
        """What the action is called here and now."""
        return CLOSE if action.id == "detail" and self.has_class(OPEN) else action.label

    @property
    def mover(self) -> Mover:
        """The detail where it has the keys, else the list."""
        return self._detail if self._detail.has_focus else self.main

    def outdate(self) -> None:
        """Have the view worked out again: something else is asked now."""
        self._asked += 1
        self.post_message(self.Outdated())

    @property
    def asked(self) -> int:
        """The number of what is asked now: it is another after a query, another order, or whatever else changes it."""
        return self._asked

    @property
    def is_answered(self) -> bool:
        """Whether what is asked now is shown."""
        return self._answered == self._asked

    def show(self, look: Look, found: Found, asked: int) -> None:
        """Show what was worked out of `look`, as the answer to the question of the number `asked`."""
        before, same_question = self.main.key, asked == self._answered
        self.look, self.found, self._answered = look, found, asked
        self.draw(look, found)
        key = self.main.key
        if before not in {None, key} and key not in {None, self.main.chosen} and same_question:
            self._fallen = Fallen(key, Message().time)
        self.follow()
        self.tell_answer()

    def redraw(self) -> None:
        """Draw what was found once more: something else than the question decides what is to be seen of it."""
        if self.look is not None and self.found is not None:
            self.draw(self.look, self.found)
            self.follow()

    def fell(self) -> float:
        """When the selection went to its row because the one on which it was has gone; 0: the person went there."""
        key = self.main.key
        return self._fallen.at if self._fallen.key == key != self.main.chosen else 0.0

    def say(self, left: Line, right: str = "") -> None:
        """Put this into the headline.

        A query that is in force, and not being typed, stands on its right, and is never cut for the sake of the rest.
        """
        self._said = left, right
        if self._filtered and self.size.width:
            left = shortened(left, self.headline_room)
        items = [Item((Piece(text, "quiet"),), rank) for rank, text in enumerate((self._filtered, right)) if text]
        self._headline.show([Item(left)], items)

    def on_resize(self, _event: Resize) -> None:
        """Cut the headline for the room that there is now."""
        if self._said[0]:
            self.say(*self._said)

    @property
    def headline_room(self) -> int:
        """Cells that the headline has beside the query in force."""
        filtered = self._filtered
        return self.size.width - MARGINS - (width(filtered) + HEADLINE_GAP if filtered else 0)

    @property
    def _filtered(self) -> str:
        """The query in force, with what it found; "" while it is typed, and without one."""
        if not self.query_text or self._query_bar is not None:
            return ""
        query = cut(plain(self.query_text), max(self.size.width // 2 - QUERY_ROOM, QUERY_ROOM))
        return f"/{query}  {self.answer()}  esc clears"

    def focus_main(self) -> None:
        """Give the keys to the list, or to the detail that lies over it; a query that is typed keeps them."""
        if self.line is None or not self.line.has_keys:
            (self._detail if self.has_class(OPEN) else self.main).focus()

    def can_detail(self) -> bool:
        """Where a row is selected, or its detail is open."""
        return self.main.key is not None or self.has_class(OPEN)

    def do_detail(self) -> None:
        """Open the detail of the selected row; from there, go back to the list."""
        if self.has_class(OPEN):
            self._close_detail()
        else:
            self._fill()  # before it is laid out: the page is there in the first frame
            self.add_class(OPEN)
            self._detail.focus()

    def do_back(self) -> None:
        """Close the query that is typed, or the detail; else clear the query in force."""
        if self._query_bar is None and self.has_class(OPEN):
            self._close_detail()
            return
        self._close_query_bar()
        if self.query_text:
            self.ask("")
            self.outdate()

    def on_view_outdated(self, event: Outdated) -> None:
        """Say which view it is."""
        event.view = self.id or ""

    def on_selected(self, event: Selected) -> None:
        """The detail follows the selection."""
        event.stop()
        self.follow()

    def on_chosen(self, event: Chosen) -> None:
        """A second click does what enter does."""
        event.stop()
        if self.can_detail():
            self.do_detail()

    def _close_detail(self) -> None:
        self.remove_class(OPEN)
        self.main.focus()

    def on_text_pane_appeared(self, event: TextPane.Appeared) -> None:
        """Fill the detail when it comes up."""
        event.stop()
        self.follow()

    def follow(self) -> None:
        """The detail is that of the selected row. It follows at once, so that a key paints the screen only once."""
        if self._detail.size.width:
            self._fill()

    def _fill(self) -> None:
        """Put the page of the selected row into the detail, if it is not there already."""
        of = (self.look, self.found, self.main.key)
        if self.look is not None and of != self._detail_of:
            self._detail_of = of
            self._detail.show(*self.page())
