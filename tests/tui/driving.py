"""Opening the screen on a journal, pressing keys, and seeing what a person would see."""

import datetime as dt
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.seeing import lines_of, screen_of, until
from textual_tracker.tui.app import TrackerApp
from textual_tracker.tui.desk import Desk

JOURNAL = Path(__file__).parent / "journal"
TODAY = dt.date(2026, 3, 10)


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
        """Press these keys, one after the other."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        names = {
            " ": "space",
            ":": "colon",
            ">": "greater_than_sign",
            ".": "full_stop",
            "-": "minus",
            '"': "quotation_mark",
        }
        await self.pilot.press(*(names.get(letter, letter) for letter in text))

    async def sees(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        await until(self.pilot, lambda: all(text in self.screen for text in texts))

    async def misses(self, *texts: str) -> None:
        """Wait until none of these is on the screen."""
        await until(self.pilot, lambda: not any(text in self.screen for text in texts))

    async def finds(self, seen: Callable[[], object]) -> None:
        """Wait until `seen()` is true."""
        await until(self.pilot, seen)


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
