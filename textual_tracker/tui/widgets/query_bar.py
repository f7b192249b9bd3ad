"""The line in which a query is typed: what it finds, or what is wrong with it, stands on its right.

What is wrong and does not fit there stands above the line, as long as it is.
"""

import re
from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from textual_tracker.tui.widgets.bar import Bar, Item
from textual_tracker.tui.widgets.cells import cut_name, plain, width
from textual_tracker.tui.widgets.ink import Piece, Role, ink_of
from textual_tracker.tui.widgets.text_pane import Paragraph, flow

SIGN, TYPED, MARGINS = 2, 24, 3
"""Cells of the slash, the fewest of the query, and those around the answer."""
LONGEST_PASTE = 4096
"""Nobody asks in more characters; a whole document in the clipboard is a slip."""


class Sentence(Widget):
    """A sentence with a margin of one cell on either side, in as many lines as it takes."""

    DEFAULT_CSS = "Sentence { height: auto; max-height: 50vh; }"

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()

    def show(self, text: str, role: Role) -> None:
        """Say this; without a text nothing, in no line."""
        pieces = (Piece(text, role),) if text else ()
        if pieces != self._pieces:
            self._pieces = pieces
            self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """The lines that it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        lines = self._lines(self.size.width)
        return ink_of(self.app).strip((Piece(" "), *lines[y]) if y < len(lines) else (), self.size.width)

    def _lines(self, room: int) -> list[tuple[Piece, ...]]:
        return list(flow(Paragraph(self._pieces), max(room - 2, 1))) if self._pieces else []


class TypedLine(Input):
    """One line of text, from whose beginning on the keys are its own; enter calls `done`.

    The application gives it every key and every paste itself, in the order in which they come: the messages by which
    a widget is given them come later than what a key does, and the focus later than the first letters.
    """

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False, validate_on=())
        self.cursor_blink = False
        self._done: Callable[[], None] = lambda: None
        self._is_new = False

    def begin(self, text: str, example: str, done: Callable[[], None]) -> None:
        """Type a text, begun from `text`; `example` is shown while there is none."""
        with self.prevent(Input.Changed):
            self.value, self.placeholder = text, example
        self.cursor_position = len(text)
        self._done, self._is_new = done, True
        self.take_keys()

    def take_keys(self) -> None:
        """Have the keys, if it is on the screen already."""
        if self.is_attached:
            self.screen.set_focus(self)

    @property
    def has_keys(self) -> bool:
        """Whether it has the keys, or is about to have them."""
        return self._is_new or self.app.focused is self

    def on_focus(self) -> None:
        """It is there; from now on the keys can go to another pane too."""
        self._is_new = False

    async def press(self, event: Key) -> bool:
        """Do at once what the key does in a line of text; whether it does anything."""
        if event.is_printable and event.character is not None:
            self._put(event.character)
            return True
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                return True
        return False

    def paste(self, text: str) -> None:
        """Put it where the cursor is, as one line, without anything that a terminal would obey."""
        line = re.sub(r"\s+", " ", text.strip("\r\n")[:LONGEST_PASTE])
        self._put("".join(filter(str.isprintable, line)))

    async def action_submit(self) -> None:
        """Be done at once: the next key may be a command already."""
        self._done()

    def _put(self, text: str) -> None:
        """Put it where the cursor is, in place of what is selected."""
        self.replace(text, *sorted(self.selection))


class QueryBar(Vertical):
    """A query while it is typed; enter calls what `begin` was told. It is not to be seen until then, and after `end`.

    It is made once and begun again and again: to put a line on the screen takes longer than a finger notices.
    """

    DEFAULT_CSS = """
    QueryBar { height: auto; }
    QueryBar > Horizontal { height: 1; }
    QueryBar Bar { width: 2; }
    QueryBar Input { width: 1fr; min-width: 24; background: ansi_default; }
    """

    class Changed(Message):
        """The text of the query is another now."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self.line = TypedLine()
        self._title = ""
        self._sign = Bar()
        self._answer = Bar()
        self._sentence = Sentence()
        self._said: tuple[str, Role] = ("", "quiet")
        self._answer_width = -1

    def compose(self) -> ComposeResult:
        """A slash or the title, the text, and the answer."""
        yield self._sentence
        with Horizontal():
            yield self._sign
            yield self.line
            yield self._answer

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """The line, and those of what is said above it."""
        return 1 + self._sentence.get_content_height(_container, _viewport, width)

    def begin(self, text: str, example: str, keep: Callable[[], None], title: str = "") -> None:
        """Type a query, begun from `text`; `example` is shown while there is none. Enter calls `keep`.

        With a `title`, it is any other line of text: the title stands where a query has its slash.
        """
        self._title = title
        self.display = True
        self._entitle()
        self.answer("")
        self.line.begin(text, example, keep)

    def end(self) -> None:
        """Leave the screen; the next key is not for this line any more."""
        self.display = False
        if self.is_attached:
            self.screen.set_focus(None)

    def on_mount(self) -> None:
        """Type at once, where it was begun before it was there."""
        if self.display:
            self._entitle()
            self.line.take_keys()

    def answer(self, text: str, role: Role = "quiet") -> None:
        """Say what the query found, or what is wrong with it."""
        self._said = (text, role)
        self._place()

    def on_resize(self) -> None:
        """What fits beside the query is another thing now."""
        self._entitle()
        self._place()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter counts at once."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def _entitle(self) -> None:
        """Put the slash or the title before the text; the title leaves the text its room."""
        title = self._shown_title
        self._sign.show([Item((Piece(title, "strong"),) if title else (Piece("/", "accent"),))])
        self._sign.styles.width = self._sign_width

    @property
    def _shown_title(self) -> str:
        """The title, as much of it as leaves the text its room; "" for a query."""
        return cut_name(plain(self._title), max(self.app.size.width - TYPED - MARGINS, SIGN)) if self._title else ""

    @property
    def _sign_width(self) -> int:
        return width(self._shown_title) + SIGN

    def _place(self) -> None:
        """Put the answer beside the query, or above it where it is longer than what is left of the line."""
        text, role = self._said
        fits = width(text) + MARGINS + self._sign_width + TYPED <= self.app.size.width
        beside, above = (text, "") if fits else ("", text)
        if self._answer_width != width(beside):
            self._answer_width = width(beside)
            self._answer.styles.width = self._answer_width + MARGINS
        self._answer.show([], [Item((Piece(beside, role),))])
        self._sentence.show(above, role)
