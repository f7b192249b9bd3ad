"""The file of an index: a head, which everybody reads, and behind it parts, which are read when they are asked for.

What was settled years ago is most of an index, and a look at who is stalled reads none of it. The head says of each
part where it lies and what its checksum is; before the head stands what tells damage to it, and how long the file is.
"""

import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from msgspec import Struct

_MAGIC: Final = b"textual-tracker index\n"
_NUMBER: Final = 8
_BEGIN: Final = len(_MAGIC) + 3 * _NUMBER  # and the checksum of the head, the size of the head, the size of the parts


class Part(Struct, frozen=True, array_like=True):
    """Where a part lies behind the head, its size in bytes, and its checksum."""

    at: int
    size: int
    checksum: int


class IndexFile:
    """An index that is open: its head, and the parts while it stays open."""

    def __init__(self, stream: IO[bytes], head: bytes) -> None:
        self.head = head
        self._stream = stream
        self._parts_at = _BEGIN + len(head)

    def parts(self, wanted: Iterable[Part]) -> list[bytes] | None:
        """These parts; None where one of them is damaged or cannot be read."""
        try:
            found = [(part, self._part(part)) for part in wanted]
        except OSError:
            return None
        whole = all(len(data) == part.size and zlib.crc32(data) == part.checksum for part, data in found)
        return [data for _, data in found] if whole else None

    def _part(self, part: Part) -> bytes:
        self._stream.seek(self._parts_at + part.at)
        return self._stream.read(part.size)


@contextmanager
def open_file(path: Path) -> Iterator[IndexFile | None]:
    """The index at `path`; None where there is none, or its head is damaged or it is not as long as it was written."""
    try:
        stream = path.open("rb", buffering=0)
    except OSError:
        yield None
        return
    with stream:
        head = _head(stream)
        yield None if head is None else IndexFile(stream, head)


def _head(stream: IO[bytes]) -> bytes | None:
    try:
        size = os.fstat(stream.fileno()).st_size
        begin = stream.read(_BEGIN)
        checksum, of_head, of_parts = _numbers(begin[len(_MAGIC) :])
        if not begin.startswith(_MAGIC) or _BEGIN + of_head + of_parts != size:
            return None
        head = stream.read(of_head)
    except OSError:
        return None
    return head if len(head) == of_head and zlib.crc32(head) == checksum else None


def laid_out(parts: Iterable[bytes]) -> list[Part]:
    """The places that the parts take, one behind the other."""
    found: list[Part] = []
    at = 0
    for data in parts:
        found.append(Part(at, len(data), zlib.crc32(data)))
        at += len(data)
    return found


def put_together(head: bytes, parts: Sequence[bytes]) -> bytes:
    """The whole file."""
    numbers = (zlib.crc32(head), len(head), sum(map(len, parts)))
    begin = _MAGIC + b"".join(number.to_bytes(_NUMBER, "big") for number in numbers)
    return b"".join([begin, head, *parts])


def _numbers(data: bytes) -> tuple[int, int, int]:
    first, second, third = (int.from_bytes(data[at : at + _NUMBER], "big") for at in range(0, 3 * _NUMBER, _NUMBER))
    return first, second, third
