"""The index: everything that was read, in one disposable file of the user's cache folder.

It is believed only where nothing speaks against it: the same program, the same schemas, the same journal, every
byte as it was written. Any doubt, and it counts as absent; the files are read, and a new one is written. Whether a
file is still the one that was indexed is judged by `textual_tracker.store.folder`.
"""

import os
import zlib
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store import cachefolder
from textual_tracker.store.folder import AnyFolder, Folder
from textual_tracker.store.kinds import Kind
from textual_tracker.store.stamp import program_stamp

FORMAT: Final = 1
_MAGIC: Final = b"textual-tracker index\n"
_HEAD: Final = len(_MAGIC) + 4  # and a checksum of all that follows


class _Index(Struct, array_like=True):
    """What the file holds: what it is the index of, then its folders by kind."""

    key: str
    root: str
    settings: list[Folder[Settings]]
    referrals: list[Folder[Referral]]
    days: list[Folder[Day]]
    partners: list[Folder[Partner]]


_decoder: Final = msgspec.msgpack.Decoder(_Index)


def load_index(file: Path, root: Path) -> dict[str, AnyFolder]:
    """The folders that the index of the journal at `root` remembers, by path; none where it is in any doubt."""
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    body = memoryview(data)[_HEAD:]
    if data[:_HEAD] != _MAGIC + _checksum(body):
        return {}
    try:
        index = _decoder.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return {}
    if index.key != _key() or index.root != _text(root):
        return {}
    every: Iterable[AnyFolder] = chain(index.settings, index.referrals, index.days, index.partners)
    return {folder.path: folder for folder in every}


def save_index(file: Path, root: Path, folders: Mapping[str, AnyFolder]) -> bool:
    """Write the index, for the user alone to read. Where that cannot be done, nothing is lost: the answer is False."""

    def of_kind(kind: Kind) -> list[Any]:
        return [folder for folder in folders.values() if folder.kind == kind]

    index = _Index(
        _key(), _text(root), of_kind("journal"), of_kind("referral"), of_kind("activity"), of_kind("partner")
    )
    body = msgspec.msgpack.encode(index)
    return cachefolder.write(file, b"".join((_MAGIC, _checksum(body), body)))


def _key() -> str:
    return f"{FORMAT}:{program_stamp()}"


def _text(root: Path) -> str:
    """The journal's folder as text that can be stored, whatever its bytes."""
    return os.fspath(root.resolve()).encode("utf-8", "backslashreplace").decode()


def _checksum(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")
