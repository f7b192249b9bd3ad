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
    from textual_tracker.tui.writing.steps import Ask
    from textual_tracker.workspace.edit_loop import Left, Opened


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

    def __init__(self, view: str, look: Look, found: object, asked: int = 0) -> None:
        super().__init__()
        self.view = view
        self.look = look
        self.found = found
        self.asked = asked
        """The number of the question that it answers."""


class Written(Message):
    """Something was written, or (`undone`) taken back: in a sentence, and in others what a person should know too."""

    def __init__(self, says: str, remarks: tuple[str, ...] = (), *, undone: bool = False) -> None:
        super().__init__()
        self.says = says
        self.remarks = remarks
        self.undone = undone


class NotCommitted(Message):
    """Something is written, but git did not take it: what it was, and why."""

    def __init__(self, says: str, sentence: str) -> None:
        super().__init__()
        self.says = says
        self.sentence = sentence


class NotWritten(Message):
    """Nothing was written: why, and the line in which it was typed, for it to come back."""

    def __init__(self, sentence: str, line: "Ask | None" = None) -> None:
        super().__init__()
        self.sentence = sentence
        self.line = line


class Told(Message):
    """What was asked of the files is done, and in a sentence what came of it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class Faulty(Message):
    """An editor left a file with new errors: somebody has to say what is to become of it."""

    def __init__(self, opened: "Opened", left: "Left") -> None:
        super().__init__()
        self.opened = opened
        self.left = left


class Crashed(Message):
    """A mistake in the program, made in a thread; nothing that a person or a file does causes one."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
