"""Looking into one record file: its bytes, their digest, and what they say.

The same here and in a process beside this one (`textual_tracker.store.crew.crew`), where what was found travels back as
bytes of the index's own format.
"""

from collections.abc import Callable
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from msgspec import Struct

from textual_tracker.config.digest import blake2b
from textual_tracker.core.problems import Problem
from textual_tracker.store.folder import DIGEST_BYTES, AnyRecord
from textual_tracker.store.kinds import Kind
from textual_tracker.store.opening import read_file

R = TypeVar("R")

NOT_READ: Final = bytes(DIGEST_BYTES)
"""Stands for the digest of a file that could not be opened."""

Reader: TypeAlias = Callable[[Kind, str, bytes], tuple[AnyRecord | None, tuple[Problem, ...]]]
"""Makes of (kind, path, bytes) a record, None where there is none to be had, and the problems."""


class Wanted(NamedTuple):
    """A file to look into: its path relative to the journal, and the digest of what is known of it, if anything is."""

    kind: Kind
    path: str
    digest: bytes = NOT_READ


class Content(Struct, Generic[R], frozen=True, array_like=True):
    """What a file holds. `same`: the bytes that were known, so that nothing else is told of them."""

    digest: bytes
    record: R | None = None
    problems: list[Problem] = []
    same: bool = False


AnyContent: TypeAlias = Content[Any]


def look_into(root: str, wanted: Wanted, read: Reader) -> AnyContent:
    """Open a file of the journal at `root`, and read it unless it holds what is known."""
    data = read_file(root, wanted.path)
    if isinstance(data, Problem):
        return Content(NOT_READ, None, [data])
    digest = blake2b(data, digest_size=DIGEST_BYTES).digest()
    if digest == wanted.digest:
        return Content(digest, same=True)
    record, problems = read(wanted.kind, wanted.path, data)
    return Content(digest, record, list(problems))


def read_record(kind: Kind, path: str, data: bytes) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
    """Read one file. The reader brings in the YAML parser and the schemas: it is imported when a file changed."""
    from textual_tracker.reading.reader import read  # noqa: PLC0415 - a load in which nothing changed does without

    reading = read(kind, path, data)
    return reading.record, reading.problems
