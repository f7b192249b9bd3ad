"""The bar on top, which grows older by itself: the journal and the day, what is wrong, how old what is shown is."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from textual_tracker.tui import bars
from textual_tracker.tui.messages import Look
from textual_tracker.tui.widgets.bar import Bar

if TYPE_CHECKING:
    from textual_tracker.history.state import RepositoryState

GIT_SECONDS = 5
"""How often it is looked whether git did something."""


class Clock(Bar):
    """The status of the journal called `name`; `monotonic` is the clock of ages, in seconds, `today` the day it is."""

    class DayChanged(Message):
        """What is shown is as of another day than it is now."""

    class GitDue(Message):
        """It is time to look at git again."""

    def __init__(self, name: str, today: Callable[[], dt.date], monotonic: Callable[[], float]) -> None:
        super().__init__(gap=3)
        self._journal_name = name
        self._today = today
        self._monotonic = monotonic
        self._look: Look | None = None
        self._looked_at = 0.0
        self._failure = ""
        self._repository: RepositoryState | None = None
        self._seconds = 0

    def on_mount(self) -> None:
        """Begin to age."""
        self._tell()
        self.set_interval(1.0, self._each_second)

    def take(self, look: Look) -> None:
        """This is the newest look, taken just now."""
        self._look, self._looked_at, self._failure = look, self._monotonic(), ""
        self._tell()

    def fail(self, sentence: str) -> None:
        """The journal could not be looked at."""
        self._failure = sentence
        self._tell()

    def stand(self, repository: "RepositoryState | None") -> None:
        """Tell the branch, and what is not committed."""
        self._repository = repository
        self._tell()

    def _each_second(self) -> None:
        """Tell the age; at midnight it is another day."""
        self._tell()
        if self._look is None:
            return
        if self._look.snapshot.today != self._today():
            self.post_message(self.DayChanged())
        self._seconds += 1
        if self._seconds % GIT_SECONDS == 0:
            self.post_message(self.GitDue())

    def _tell(self) -> None:
        age = self._monotonic() - self._looked_at
        now = dt.datetime.now()  # noqa: DTZ005 - the person's own clock is local
        self.show(*bars.status(self._journal_name, self._look, age, self._failure, now, self._repository))
