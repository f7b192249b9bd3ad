"""What a watcher tells, and waiting for it without a fixed sleep."""

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.store.conftest import write

PATIENCE_SECONDS = 10

Looks = list[frozenset[str] | None]
"""The folders of each look, in order; None: all."""


class Seen:
    """What a watcher told: the folders of each of its looks."""

    def __init__(self) -> None:
        self.looks: Looks = []
        self._told = threading.Condition()

    def tell(self, folders: frozenset[str] | None) -> None:
        with self._told:
            self.looks.append(folders)
            self._told.notify_all()

    def wait_for(self, wanted: Callable[[Looks], bool], seconds: float = PATIENCE_SECONDS) -> bool:
        with self._told:
            return self._told.wait_for(lambda: wanted(self.looks), seconds)

    def wait_for_look(self) -> frozenset[str] | None:
        """The folders of the next look that is not heard of yet."""
        before = len(self.looks)
        assert self.wait_for(lambda looks: len(looks) > before)
        return self.looks[before]


def told(seen: Seen, folder: str) -> bool:
    """Whether a look at the folder was, or will be, asked for."""
    return seen.wait_for(lambda looks: any(folders is None or folder in folders for folders in looks[1:]))


def follows(root: Path, seen: Seen, path: str) -> bool:
    """Whether a save of the file, or one soon after, is told by its folder: a look at everything may come first."""
    folder = path.rpartition("/")[0]
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        count = len(seen.looks)
        write(root, path, f"edited at {time.monotonic()}")
        if seen.wait_for(partial(is_told, folder, count), 1.0):
            return True
    return False


def is_told(folder: str, count: int, looks: Looks) -> bool:
    """Whether one of the looks after the first `count` is at this very folder."""
    return any(folder in folders for folders in looks[count:] if folders is not None)
