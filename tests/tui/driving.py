"""Opening the screen on a journal, pressing keys, and seeing what a person would see."""

import asyncio
import datetime as dt
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot

from tests.tui.seeing import PATIENCE, lines_of, screen_of, until
from textual_tracker.tui.app import TrackerApp
from textual_tracker.tui.desk import Desk

JOURNAL = Path(__file__).parent / "journal"
TODAY = dt.date(2026, 3, 10)
ROUNDS = 12
"""Rounds of the event loop without a message, after which all is done: a message goes through nine widgets at most."""
CHARACTERS = {
    "space": " ",
    "slash": "/",
    "colon": ":",
    "plus": "+",
    "minus": "-",
    "question_mark": "?",
    "full_stop": ".",
    "greater_than_sign": ">",
    "quotation_mark": '"',
}
NAMES = {character: name for name, character in CHARACTERS.items()}
"""The names of the keys that are no letters."""


class Person:
    """Somebody at the terminal."""

    def __init__(self, app: TrackerApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def desk(self) -> Desk:
        """The desk of the application."""
        assert self.app.desk is not None
        return self.app.desk

    @property
    def screen(self) -> str:
        """What is on the screen."""
        return screen_of(self.app)

    @property
    def selected(self) -> str:
        """The text that is lit in the list: the selected row, or the first line of the selected card."""
        main = self.desk.view.main
        for y in range(main.size.height):
            lit = [
                part.text for part in main.render_line(y) if part.style is not None and part.style.bgcolor is not None
            ]
            if lit:
                return " ".join("".join(lit).split())
        return ""

    @property
    def list(self) -> list[str]:
        """The lines of the list or the board."""
        return lines_of(self.desk.view.main)

    async def press(self, *keys: str) -> None:
        """Press these keys, each once everything is done that the one before it set off."""
        for key in keys:
            self._send(key)
            await self._settle()

    async def type(self, text: str) -> None:
        """Type a text faster than its letters are answered."""
        for letter in text:
            self._send(letter)
        await self._settle()

    def _send(self, key: str) -> None:
        """Press a key, by its name or as the letter it is."""
        if len(key) == 1:
            self.app.post_message(Key(key if key.isalnum() else NAMES.get(key, key), key))
        else:
            self.app.post_message(Key(key, CHARACTERS.get(key)))

    async def _settle(self) -> None:
        """Wait until no widget has anything to do, nor the thread that works out what they show, whatever it takes."""
        await self._quiet()
        if self.app.desk is not None and self.app.is_running:
            done = asyncio.Event()
            loop = asyncio.get_running_loop()

            def tell() -> None:
                loop.call_soon_threadsafe(done.set)

            self.app.desk.bridge._mind.ask("settle", tell)
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), PATIENCE)
            await self._quiet()

    async def _quiet(self) -> None:
        """Let the widgets do what they have to, until there is nothing for a good many rounds of the loop."""
        rounds = 0
        while rounds < ROUNDS and self.app.is_running:
            await asyncio.sleep(0)
            pumps = [
                self.app,
                *(one for screen in self.app.screen_stack for one in screen.walk_children(with_self=True)),
            ]
            rounds = 0 if any(pump.message_queue_size for pump in pumps) else rounds + 1
        if self.app.is_running:
            await self.pilot.pause(0)

    async def still(self) -> str:
        """The screen once it stands still: laid out, drawn, and the same two ticks of its timer later."""
        seen, shown = "", self.screen
        while seen != shown or self.app.screen._layout_required:
            seen = shown
            await asyncio.sleep(0.04)
            await self._settle()
            shown = self.screen
        return shown

    async def sees(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        await until(self.pilot, lambda: all(text in self.screen for text in texts))

    async def misses(self, *texts: str) -> None:
        """Wait until none of these is on the screen."""
        await until(self.pilot, lambda: not any(text in self.screen for text in texts))

    async def finds(self, seen: Callable[[], object]) -> None:
        """Wait until `seen()` is true."""
        await until(self.pilot, seen)


def press_at_once(person: Person, keys: str, *more: str) -> None:
    """Press keys faster than any of them is answered."""
    for key in (*keys, *more):
        person.app.post_message(Key(NAMES.get(key, key), key if len(key) == 1 else None))


def copied(folder: Path) -> Path:
    """A journal of its own to a test, in `folder`."""
    return Path(shutil.copytree(JOURNAL, folder / "my-journal"))


@asynccontextmanager
async def opened_at_pipeline(
    root: Path, size: tuple[int, int] = (80, 24), *, today: Callable[[], dt.date] = lambda: TODAY
) -> AsyncIterator[Person]:
    """The same, with the pipeline shown."""
    async with opened(root, size, today=today) as person:
        await person.press("2")
        await person.finds(lambda: person.desk.view.TITLE == "Pipeline" and person.desk.view.look is not None)
        await person.pilot.pause()
        yield person


@asynccontextmanager
async def opened(
    root: Path, size: tuple[int, int] = (80, 24), *, today: Callable[[], dt.date] = lambda: TODAY
) -> AsyncIterator[Person]:
    """The screen on the journal at `root`, read and shown; its clock of ages stands still."""
    app = TrackerApp(root, today=today, use_index=False, monotonic=lambda: 0.0)
    async with app.run_test(size=size, notifications=True) as pilot:
        person = Person(app, pilot)
        await until(pilot, lambda: app.desk is not None and app.desk.view.look is not None)
        await pilot.pause()
        yield person
    assert app.desk is not None
    assert app.desk.crash is None
