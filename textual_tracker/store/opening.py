"""Reading the bytes of one file of a journal: bounded, never waiting, never outside of the journal."""
# ruff: noqa: PTH114, PTH118 - os.path: no Path is made for each of ten thousand files

import errno
import os
import stat
from typing import Final

from textual_tracker.core.problems import Problem
from textual_tracker.store import faults
from textual_tracker.store.links import is_within

READ_LIMIT: Final = 2**20 + 1
"""Bytes read of one file: one more than a record may have, so that the reader sees that it is too long."""

# Without these a named pipe waits for its writer, a link put here since the scan is followed, and Windows changes \r\n.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_file(root: str, path: str) -> bytes | Problem:
    """The first `READ_LIMIT` bytes of the file at `path`, relative to `root`; a problem where it cannot be read."""
    try:
        return _read(root, path)
    except OSError as error:
        return faults.cannot_open(path, error)


def _read(root: str, path: str) -> bytes | Problem:
    try:
        descriptor = os.open(os.path.join(root, path), _FLAGS)
    except OSError as error:
        if error.errno not in faults.LOOP_ERRORS:
            raise
        return _read_linked(root, path)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            return faults.not_a_file(path, found.st_mode)
        return _read_all(descriptor, found.st_size)
    finally:
        os.close(descriptor)


def _read_linked(root: str, path: str) -> bytes | Problem:
    """The file that a link leads to, if it still is inside the journal."""
    real_root = os.path.realpath(root)
    real = os.path.realpath(os.path.join(root, path))
    if not is_within(real, real_root):
        return faults.link_outside(path)
    if os.path.islink(real):  # realpath gives up in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return _read(real_root, os.path.relpath(real, real_root))


def _read_all(descriptor: int, size: int) -> bytes:
    """Up to `READ_LIMIT` bytes; `size` is a guess, for the file may be growing, and a network disk may give less."""
    data = os.read(descriptor, min(size + 1, READ_LIMIT))
    if len(data) == size:
        return data
    parts = [data]
    missing = READ_LIMIT - len(data)
    while data and missing:
        data = os.read(descriptor, missing)
        parts.append(data)
        missing -= len(data)
    return b"".join(parts)
