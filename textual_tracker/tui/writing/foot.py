"""The lines above the keys while something is being recorded: the keys there are next, or a line to type.

While they are there every key is theirs. What a key leads to is known at once and drawn afterwards, so that keys typed
faster than they are answered all go where they are meant to.
"""

from collections.abc import Callable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key, Resize

from textual_tracker.tui.widgets.board import Board
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.offers import Offers, Shown
from textual_tracker.tui.widgets.query_bar import QueryBar, TypedLine
from textual_tracker.tui.widgets.strip import ESCAPE, ChoiceStrip, Said
from textual_tracker.tui.writing.steps import Ask, Choose, Copy, Later, Offer, Step, Undo, Write

REACTION = 0.4
"""Seconds in which nobody can have seen yet that another row is selected than the one that a key was meant for."""
BELOW_TOASTS = 2
"""Lines below what is said for a moment: the keys, and a query that is typed."""
BELOW = 1
"""Lines below these: the keys."""
LEAVING = frozenset({ESCAPE, "ctrl+c"})


class Foot(Vertical):
    """Where a step is taken. `do` does what a step leads to, `left` is called when the keys are the view's again."""

    DEFAULT_CSS = "Foot { layer: above; dock: bottom; margin-bottom: 1; height: 0; }"
    """It covers the last lines of the view: nothing there is laid out again when a few lines come and go."""

    def __init__(self, do: Callable[[Write | Undo | Copy], None], left: Callable[[], None]) -> None:
        super().__init__()
        self._do = do
        self._left = left
        self._step: Choose | Ask | None = None
        self._not_before = 0.0
        self._has_erred = False
        self._strip, self._offers = ChoiceStrip(), Offers()
        self._kept_bar = QueryBar()
        self._bar: QueryBar | None = None
        self._offered: Sequence[Offer] = ()
        self._chosen: int | None = None
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The strip, the offers and the line, none of them to be seen yet."""
        self._strip.display = self._offers.display = False
        yield self._strip
        yield self._offers
        yield self._kept_bar

    def on_resize(self, _event: Resize) -> None:
        """In another width it takes other lines."""
        self._fit()

    @property
    def is_open(self) -> bool:
        """Whether the keys are its."""
        return self._step is not None

    @property
    def line(self) -> TypedLine | None:
        """The line that is typed, while one is."""
        return self._bar.line if self._bar is not None else None

    def begin(self, step: Step, not_before: float = 0.0) -> None:
        """Take a step. A key that was pressed by the time `not_before` was meant for another row: it is not obeyed."""
        known = step.find() if isinstance(step, Later) else step
        if isinstance(known, Choose | Ask):
            self._open(known)
            self._not_before = not_before
        elif isinstance(known, Copy):
            self._do(known)
        else:
            self.close()
            self._do(known)

    def close(self) -> None:
        """Give the keys back to the view."""
        if self._step is not None:
            self._clear()
            self._fit()
            self._left()

    def leave_for(self, x: int, y: int) -> None:
        """A click beside the keys there are next leaves them, for it may select another row; a line stays."""
        if isinstance(self._step, Choose) and not self.region.contains(x, y):
            self.close()

    async def press(self, event: Key) -> None:
        """Take a key, whatever it is."""
        if isinstance(self._step, Choose):
            event.prevent_default()
            self._press_strip(event.key, event.character or "", self._step, is_late=event.time > self._not_before)
        elif self._bar is not None:
            await self._press_line(self._bar, event)

    def paste(self, text: str) -> None:
        """Take what is pasted, into a line."""
        if self.line is not None:
            self.line.paste(text)

    def on_choice_strip_pressed(self, event: ChoiceStrip.Pressed) -> None:
        """A click on an option is its key."""
        event.stop()
        if isinstance(self._step, Choose):
            self._press_strip(event.key, event.key, self._step, is_late=True)

    def on_offers_pressed(self, event: Offers.Pressed) -> None:
        """A click on an offer takes it."""
        event.stop()
        self._chosen = event.number
        self._enter()

    def on_query_bar_changed(self, event: QueryBar.Changed) -> None:
        """Say what the line means now."""
        event.stop()
        if self._bar is not None and self._bar.line.value == event.text != self._typed:
            self._echo(event.text)

    def _press_strip(self, key: str, character: str, step: Choose, *, is_late: bool) -> None:
        if key in LEAVING:
            if step.leave is not None:
                self.begin(step.leave)
            else:
                self.close()
            return
        if not is_late:
            self._say(step, "the list has just changed: is it this one?")
            return
        following = next((choice.step for choice in step.choices if choice.key in {key, character}), None)
        following = following if following is not None else step.begin(character)
        if following is None and self._strip.scroll(key):
            return
        if following is None and self._has_erred:
            self.close()  # it is some text that goes on, and in any text there is a key that writes
        elif following is None:
            self._has_erred = True
            self._say(step, f"{character if character.strip() else key} does nothing here")
        else:
            self.begin(following)

    async def _press_line(self, bar: QueryBar, event: Key) -> None:
        if event.key in LEAVING:
            self.close()
        elif event.key in {"down", "up"} and self._offered:
            self._choose(0 if self._chosen is None else self._chosen + (1 if event.key == "down" else -1))
            self._answer(bar)
        elif event.key != "enter" or event.time > self._not_before:
            if not bar.line.has_keys:
                bar.line.focus()
            await bar.line.press(event)

    def _enter(self) -> None:
        """Do what the line says; while it makes no sense it stays."""
        step, bar = self._step, self._bar
        if not isinstance(step, Ask) or bar is None:
            return
        self._offer(step, bar.line.value)
        following = step.read(self._meant).step
        if following is None:
            self._answer(bar, even_if_empty=True)
            return
        if isinstance(following, Write) and following.line is None:
            following = following._replace(line=step._replace(text=bar.line.value))
        self.begin(following)

    def _open(self, step: Choose | Ask) -> None:
        self._clear()
        self._step, self._has_erred = step, False
        if isinstance(step, Choose):
            self._say(step)
            return
        self._bar = self._kept_bar
        self._bar.begin(step.text, step.example, self._enter, step.title)
        self._echo(step.text)
        if step.wrong:
            self._bar.answer(step.wrong, "fault")
            self._fit()

    def _say(self, step: Choose, wrong: str = "") -> None:
        self._strip.show(Said(step.title, [choice.option for choice in step.choices], step.quoted, wrong))
        self._strip.display = True
        self._fit()

    def _echo(self, text: str) -> None:
        """Offer what matches the line now, and say what it means."""
        if isinstance(self._step, Ask) and self._bar is not None:
            self._offer(self._step, text)
            self._answer(self._bar)

    def _answer(self, bar: QueryBar, *, even_if_empty: bool = False) -> None:
        """Say what the line means so far; while there is nothing in it nothing is wrong."""
        if isinstance(self._step, Ask):
            echo = self._step.read(self._meant)
            is_new = echo.step is None and not self._meant.strip() and not even_if_empty
            bar.answer("" if is_new else echo.text, "fault" if echo.step is None else "quiet")
            self._fit()

    @property
    def _meant(self) -> str:
        """What is typed, or what was chosen of the offers; among all of them nothing is chosen by itself."""
        return self._offered[self._chosen].text if self._offered and self._chosen is not None else self._typed

    def _offer(self, step: Ask, text: str) -> None:
        """Offer what matches what is typed, from the first on."""
        if step.offers is None or text != self._typed or not self._offered:
            self._typed = text
            self._offered = step.offers(text) if step.offers is not None else ()
            self._choose(0 if text.strip() else None)
            self._offers.display = bool(self._offered)

    def _choose(self, number: int | None) -> None:
        self._chosen = None if number is None else max(0, min(number, len(self._offered) - 1))
        self._offers.show([Shown(offer.label, offer.group) for offer in self._offered], self._chosen)

    def _clear(self) -> None:
        self._step, self._offered, self._chosen, self._typed = None, (), None, ""
        self._strip.display = self._offers.display = False
        if self._bar is not None:
            self._bar.end()
            self._bar = None

    def _fit(self) -> None:
        """Take the lines that are needed, lift the selected row above them, and what is said for a moment."""
        if not self.is_attached:
            return
        room = self.app.size
        lines = sum(each.get_content_height(room, room, room.width) for each in self._parts if each.display)
        self.styles.height = lines
        first = room.height - BELOW - lines
        for each in self.screen.query("LineTable, Board"):
            if isinstance(each, LineTable | Board):
                each.cover(first)
        for rack in self.screen.query("ToastRack"):
            rack.styles.margin = (0, 0, lines + BELOW_TOASTS, 0)

    @property
    def _parts(self) -> Iterator[ChoiceStrip | Offers | QueryBar]:
        yield self._strip
        yield self._offers
        if self._bar is not None:
            yield self._bar
