"""The query of a view: typed live, kept, cleared, and what is said of it."""

import re
from abc import abstractmethod
from typing import ClassVar

from textual.containers import Vertical

from textual_tracker.errors import UsageError
from textual_tracker.tui.widgets.query_bar import QueryBar, TypedLine

WORD = re.compile(r'(?:"[^"]*"?|[^\s"])+')
"""A word of a query; quotes keep blanks in it."""


class Querying(Vertical):
    """A view that can be filtered; `query_text` is the query in force."""

    EXAMPLE: ClassVar[str]
    """A query, shown while none is typed."""

    def __init__(self, key: str) -> None:
        super().__init__(id=key)
        self.query_text = ""
        self._kept_bar = QueryBar()
        self._query_bar: QueryBar | None = None
        """The line, while a query is typed."""
        self._wrong = ""

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
    def outdate(self) -> None:
        """Have the view worked out again: something else is asked now."""

    @abstractmethod
    def focus_main(self) -> None:
        """Give the keys to what had them before the query was typed."""

    def do_find(self) -> None:
        """Type a query, or go on with the one there is. Keys may come before the view is on the screen."""
        if self._query_bar is None:
            self._query_bar = self._kept_bar
            self.mount_query_bar()
            self._query_bar.begin(self.query_text, self.EXAMPLE, self._keep)
            self.tell_answer()

    @property
    def line(self) -> TypedLine | None:
        """The line in which a query is typed, while one is."""
        return self._query_bar.line if self._query_bar is not None else None

    def mount_query_bar(self) -> None:
        """Have the line of the query on the screen, to be seen once there is one."""
        if self.is_attached and not self._kept_bar.is_attached:
            self.mount(self._kept_bar)

    def tell_answer(self) -> None:
        """Say beside the query what it found."""
        if self._query_bar is not None and not self._wrong:
            self._query_bar.answer(self.answer())

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
            self.outdate()
        return not self._wrong

    def _makes_sense(self, word: str) -> bool:
        try:
            self.ask(word)
        except UsageError:
            return False
        return True

    def _close_query_bar(self) -> None:
        if self._query_bar is not None:
            self._wrong = ""
            self._query_bar.end()
            self._query_bar = None
            self.focus_main()
