"""What every view has in common: a headline, a list, the detail of what is selected, and a query."""

import re
from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from textual_tracker.core.records import Referral
from textual_tracker.errors import UsageError
from textual_tracker.tui.actions import Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.moving import Mover, Moving
from textual_tracker.tui.views.target import Target
from textual_tracker.tui.widgets.bar import Bar, Item
from textual_tracker.tui.widgets.board import Board
from textual_tracker.tui.widgets.cells import cut, plain
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.query_bar import QueryBar, TypedLine
from textual_tracker.tui.widgets.selection import Chosen, Selected
from textual_tracker.tui.widgets.text_pane import Paragraph, Pointed, TextPane

OPEN = "-open"
"""The class of a view whose detail was opened; beside the list of a wide screen it is there anyway."""
QUERY_ROOM = 20
"""Of the half of the headline that the query in force has, so many cells say what it found and how it is cleared."""
WORD = re.compile(r'(?:"[^"]*"?|[^\s"])+')
"""A word of a query; quotes keep blanks in it."""
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


class View(Moving, Vertical, Generic[Found]):
    """One of the views, which shows the newest look that was worked out while it was the visible one.

    A view of its own says what is to be worked out (`question`; a thread calls what it gives, so that holds on to
    nothing of the screen), how that is drawn (`draw`), and what the selected row is about (`target`, `page`).
    `main` is the list that has the keys.
    """

    TITLE: ClassVar[str]
    EXAMPLE: ClassVar[str]
    """A query, shown while none is typed."""

    class Outdated(Message):
        """The view is to be worked out again: its query changed, or something was unfolded."""

        def __init__(self) -> None:
            super().__init__()
            self.view = ""
            """Its id, once the message comes from there: by then the person may have gone on to another."""

    class Opened(Message):
        """The person wants the file of the selected row in the editor."""

    def __init__(self, key: str) -> None:
        super().__init__(id=key)
        self.look: Look | None = None
        self.found: Found | None = None
        self.query_text = ""
        self._headline = Bar(gap=3)
        self._detail = TextPane()
        self._detail_of: tuple[object, ...] = ()
        self._query_bar: QueryBar | None = None
        self._wrong = ""

    def compose(self) -> ComposeResult:
        """The headline; below it the list, with the detail beside it, or over it where the screen is narrow."""
        yield self._headline
        with Horizontal():
            yield from self.lists()
            yield self._detail

    def on_mount(self) -> None:
        """Take the keys, and ask for what is to be shown."""
        self.focus_main()
        self.post_message(self.Outdated())
        if self._query_bar is not None:
            self.mount(self._query_bar)

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
    def ask(self, text: str) -> None:
        """Filter by this query; raises UsageError where it makes no sense, and then keeps the one it had.

        A query makes sense where each of its words does.
        """

    def is_unfinished(self, _text: str) -> bool:
        """Whether the last word of the query is still being typed, so that it is as if it were not there."""
        return False

    @abstractmethod
    def answer(self) -> str:
        """How much the query found: `12 of 206`."""

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

    def label(self, action: Action) -> str:
        """What the action is called here and now."""
        return "close" if action.id == "detail" and self.has_class(OPEN) else action.label

    @property
    def mover(self) -> Mover:
        """The detail where it has the keys, else the list."""
        return self._detail if self._detail.has_focus else self.main

    def show(self, look: Look, found: Found) -> None:
        """Show what was worked out of `look`."""
        self.look, self.found = look, found
        self.draw(look, found)
        self.follow()
        if self._query_bar is not None and not self._wrong:
            self._query_bar.answer(self.answer())

    def say(self, left: Line, right: str = "") -> None:
        """Put this into the headline; a query that is in force, and not being typed, stands on its right."""
        kept = self.query_text and self._query_bar is None
        query = cut(plain(self.query_text), max(self.size.width // 2 - QUERY_ROOM, QUERY_ROOM))
        filtered = f"/{query}  {self.answer()}  esc clears" if kept else ""
        items = [Item((Piece(text, "quiet"),), rank) for rank, text in enumerate((filtered, right)) if text]
        self._headline.show([Item(left)], items)

    def focus_main(self) -> None:
        """Give the keys to the list, or to the detail that lies over it."""
        (self._detail if self.has_class(OPEN) else self.main).focus()

    def do_detail(self) -> None:
        """Open the detail of the selected row; from there, go back to the list."""
        if self.has_class(OPEN):
            self._close_detail()
        elif self.main.key is not None:
            self._fill()  # before it is laid out: the page is there in the first frame
            self.add_class(OPEN)
            self._detail.focus()

    def do_find(self) -> None:
        """Type a query, or go on with the one there is. Keys may come before the view is on the screen."""
        if self._query_bar is None:
            self._query_bar = QueryBar(self.query_text, self.EXAMPLE, self._keep)
            if self.is_attached:
                self.mount(self._query_bar)

    @property
    def line(self) -> TypedLine | None:
        """The line in which a query is typed, while one is."""
        return self._query_bar.line if self._query_bar is not None else None

    def do_back(self) -> None:
        """Close the query that is typed, or the detail; else clear the query in force."""
        if self._query_bar is None and self.has_class(OPEN):
            self._close_detail()
            return
        self._close_query_bar()
        if self.query_text:
            self.ask("")
            self.post_message(self.Outdated())

    def on_view_outdated(self, event: Outdated) -> None:
        """Say which view it is."""
        event.view = self.id or ""

    def on_query_bar_changed(self, event: QueryBar.Changed) -> None:
        """Filter as it is typed; what makes no sense is said beside it, and the list stays."""
        event.stop()
        bar = self._query_bar
        if bar is None or bar.line.value != event.text:
            return  # it was kept, closed or typed on since
        begun = event.text.rpartition(" ")[0]
        self._try(bar, begun if self.is_unfinished(event.text) else event.text)

    def _keep(self) -> None:
        """Go through what was found; a query that makes no sense is still to be mended."""
        bar = self._query_bar
        if bar is not None and self._try(bar, bar.line.value):
            self._close_query_bar()

    def _try(self, bar: QueryBar, text: str) -> bool:
        """Filter by the query, if it makes sense; else by the words of it that do, and say what is wrong."""
        before = self.query_text
        try:
            self.ask(text)
        except UsageError as error:
            self._wrong = str(error)
            bar.answer(self._wrong, "fault")
            self.ask(" ".join(filter(self._makes_sense, WORD.findall(text))))
        else:
            self._wrong = ""
        if not self._wrong or self.query_text != before:
            self.post_message(self.Outdated())
        return not self._wrong

    def _makes_sense(self, word: str) -> bool:
        try:
            self.ask(word)
        except UsageError:
            return False
        return True

    def on_selected(self, event: Selected) -> None:
        """The detail follows the selection."""
        event.stop()
        self.follow()

    def on_chosen(self, event: Chosen) -> None:
        """A second click does what enter does."""
        event.stop()
        self.do_detail()

    def _close_detail(self) -> None:
        self.remove_class(OPEN)
        self.main.focus()

    def _close_query_bar(self) -> None:
        if self._query_bar is not None:
            self._wrong = ""
            if self._query_bar.is_attached:
                self.screen.set_focus(None)  # at once: the next key is not for a line that is going
                self._query_bar.remove()
            self._query_bar = None
            self.focus_main()

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
