"""What the threads behind the screen tell it."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.message import Message

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.problems import Problem

if TYPE_CHECKING:
    from textual_tracker.history.state import RepositoryState


class Look:
    """One look at the journal: its records as of a day, its problems, and whether the folder is polled.

    `renamed` has the ids that went since the screen was opened and are known to live on: each with the id that its
    record has now. It never changes, so a view tells by identity whether it shows the newest one.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        problems: tuple[Problem, ...],
        *,
        polling: bool = False,
        renamed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.snapshot = snapshot
        self.problems = problems
        self.polling = polling
        self.renamed = renamed

    @cached_property
    def problems_of(self) -> Mapping[str, list[Problem]]:
        """The problems by the path of their file."""
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            found.setdefault(problem.path, []).append(problem)
        return found


class SnapshotChanged(Message):
    """The journal, or the day, is another now. It carries everything, so that a newer one may replace it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def can_replace(self, message: Message) -> bool:
        """The newest wins."""
        return isinstance(message, SnapshotChanged)


class LookFailed(Message):
    """The journal could not be looked at; what was seen last is still true as far as anybody knows."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class RepositorySeen(Message):
    """The journal's git repository stands otherwise now; `None`: there is none."""

    def __init__(self, state: "RepositoryState | None") -> None:
        super().__init__()
        self.state = state


class Advised(Message):
    """Something outside of the journal that a person may want to change; told once."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class Worked(Message):
    """What a view wanted to know is worked out."""

    def __init__(self, view: str, look: Look, found: object) -> None:
        super().__init__()
        self.view = view
        self.look = look
        self.found = found


class Crashed(Message):
    """A mistake in the program, made in a thread; nothing that a person or a file does causes one."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
