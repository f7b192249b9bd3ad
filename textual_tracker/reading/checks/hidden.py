"""What may well be written down, but in a file or a folder that cannot be read: one fault is not told twice."""

from collections.abc import Iterator

from msgspec import Struct

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.reading.names import stem
from textual_tracker.reading.paths import path_of

FOLDER = "partners"


class Hidden(Struct, frozen=True):
    """The partners who cannot be looked up: those with these ids, or, without a folder to look in, `everyone`."""

    ids: frozenset[str]
    everyone: bool


def hidden_partners(journal: Journal) -> Hidden:
    """The partners whose files cannot be read."""
    paths = [problem.path for problem in journal.problems if _hides_partners(problem)]
    files = [path for path in paths if path.endswith((".yaml", ".yml"))]
    return Hidden(frozenset(map(stem, files)), len(files) < len(paths))


def _hides_partners(problem: Problem) -> bool:
    below = problem.path == FOLDER or problem.path.startswith(FOLDER + "/")
    return below and (problem.severity == ERROR or problem.code == "vanished")


def is_hidden(journal: Journal, key: str) -> bool:
    """Whether what journal.yaml has under `key` is not known: it cannot be read, or has an error there."""
    settings = journal.settings
    if settings.stale:
        return False
    return any(not settings.faulty or path_of(problem.field)[:1] == (key,) for problem in _errors(journal))


def _errors(journal: Journal) -> Iterator[Problem]:
    path = journal.settings.path
    return (problem for problem in journal.problems if problem.path == path and problem.severity == ERROR)
