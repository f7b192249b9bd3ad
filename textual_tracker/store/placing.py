"""What checks across records have found, at its place in the files.

To find a place, a file is composed again. In a journal with thousands of findings that would take seconds after each
save; so a file is composed only where its content, or what is said of it, is not what it was.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from textual_tracker.core.problems import Problem
from textual_tracker.reading.checks.finding import Finding
from textual_tracker.reading.places import place
from textual_tracker.store.folder import AnyFolder
from textual_tracker.store.scan import split


class _Placed(NamedTuple):
    """The problems that the findings about one file are, in the content with this digest of this folder."""

    findings: list[Finding]
    folder: AnyFolder
    digest: bytes
    problems: list[Problem]


class Placing:
    """Finds the places of findings, and remembers those of the last time; of a file that went, until it is back."""

    def __init__(self) -> None:
        self._placed: dict[str, _Placed] = {}

    def place(
        self,
        findings: Iterable[Finding],
        folders: Mapping[str, AnyFolder],
        read_text: Callable[[str], str | None],
    ) -> list[Problem]:
        """The problems that `findings` are, by file. `folders` tell what changed, `read_text` gives a text."""
        of_path: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            of_path[finding.path].append(finding)
        known = {path: old for path, found in of_path.items() if (old := self._still(path, found, folders))}
        new: dict[str, list[Problem]] = {path: [] for path in of_path if path not in known}
        for problem in place((finding for path in new for finding in of_path[path]), read_text):
            new[problem.path].append(problem)
        gone = {path: old for path, old in self._placed.items() if _digest_in(folders, path) is None}
        self._placed = (
            gone
            | known
            | {
                path: _Placed(of_path[path], folder, digest, problems)
                for path, problems in new.items()
                if (folder := folders.get(split(path)[0])) is not None and (digest := _digest(folder, path)) is not None
            }
        )
        return [problem for path in of_path for problem in (new[path] if path in new else known[path].problems)]

    def _still(self, path: str, findings: list[Finding], folders: Mapping[str, AnyFolder]) -> _Placed | None:
        """What is remembered of a file, where that still holds; of one that is gone, and shown as it was, it does."""
        placed = self._placed.get(path)
        if placed is None or placed.findings != findings:
            return None
        folder = folders.get(split(path)[0])
        if folder is placed.folder or folder is None or _digest(folder, path) is None:
            return placed
        return placed._replace(folder=folder) if _digest(folder, path) == placed.digest else None


def _digest_in(folders: Mapping[str, AnyFolder], path: str) -> bytes | None:
    folder = folders.get(split(path)[0])
    return None if folder is None else _digest(folder, path)


def _digest(folder: AnyFolder, path: str) -> bytes | None:
    at = folder.place(split(path)[1])
    return None if at is None else folder.digest(at)
