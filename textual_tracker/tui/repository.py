"""Looking at the journal's git repository again and again, at hardly any cost while nothing happens there."""

from pathlib import Path

from textual_tracker.history.state import RepositoryState, git_folder, state_of, traces


class Repository:
    """The git repository that the journal at `root` lies in, if it does."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder: Path | None = None
        self._traces: tuple[int, ...] = ()
        self.state: RepositoryState | None = None

    def look(self, *, changed: bool) -> bool:
        """Look again, and say whether `state` is another now. Git is asked if files `changed`, or it left traces."""
        if self._folder is None:
            self._folder = git_folder(self._root)
        left = traces(self._folder) if self._folder is not None else ()
        if not changed and left == self._traces:
            return False
        before = self.state
        self._traces = left
        self.state = state_of(self._root, self._folder) if self._folder is not None else None
        if self.state is None:
            self._folder = None  # gone, or never there: looked for anew next time
        return self.state != before
