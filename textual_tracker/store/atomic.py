"""Writing a file whole or not at all: whatever happens, the file is the old one or the new one."""

import contextlib
import os
import time
from pathlib import Path
from typing import Final, NamedTuple

_NEW_FILE: Final = 0o666  # less the user's umask
_NAME_KEPT: Final = 40
_TRIES: Final = 5
_PAUSE_SECONDS: Final = 0.05
_REFUSES_OPEN_FILES: Final = os.name == "nt"


class Prepared(NamedTuple):
    """A file that is written whole, beside its `target`, and not yet in its place."""

    temporary: Path
    target: Path
    durable: bool

    def put_in_place(self) -> None:
        """Let it take its target's place; with `durable`, the new name is on the disk when this returns.

        Raises:
            OSError: the target is as it was.
        """
        _replace(self.temporary, self.target)
        if self.durable:
            sync_folder(self.target.parent)

    def discard(self) -> None:
        """Remove it, if it is not in its place; nothing else was changed by it."""
        with contextlib.suppress(OSError):
            self.temporary.unlink()


def write_atomically(path: Path, data: bytes | bytearray, *, mode: int = _NEW_FILE, durable: bool = True) -> None:
    """Replace the file at `path` by one that holds `data`, through a temporary file in the same folder.

    The mode of an existing file is kept; a new one gets `mode`, less the umask. A symbolic link stays one: the file
    that it leads to is replaced. With `durable` the data is on the disk before the old file goes, and the new name
    when this returns; without, it is only sure that no other program sees a half.

    Raises:
        OSError: nothing was written, and the temporary file is gone.
    """
    prepared = prepare(path, data, mode=mode, durable=durable)
    try:
        prepared.put_in_place()
    except BaseException:
        prepared.discard()
        raise


def prepare(path: Path, data: bytes | bytearray, *, mode: int = _NEW_FILE, durable: bool = True) -> Prepared:
    """The first half of `write_atomically`, all that takes room on the disk: the file at `path` is still the old one.

    Raises:
        OSError: nothing was written, and the temporary file is gone.
    """
    target = Path(os.path.realpath(path))
    # Hidden, and with an ending that makes it an editor's dropping: no program takes it for a record. The start of the
    # name is enough to know it by, and leaves room where the name is as long as a name may be.
    temporary = target.with_name(f".{target.name[:_NAME_KEPT]}.{os.getpid()}.{time.monotonic_ns()}.tmp")
    prepared = Prepared(temporary, target, durable)
    try:
        _write(temporary, data, _mode_of(target), mode, durable=durable)
    except BaseException:
        prepared.discard()
        raise
    return prepared


def sync_folder(folder: Path) -> None:
    """Make its names last. Windows opens no folders and some network disks refuse: then it is as safe as can be."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write(temporary: Path, data: bytes | bytearray, kept_mode: int | None, new_mode: int, *, durable: bool) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(temporary, flags, new_mode if kept_mode is None else kept_mode & 0o700)
    with os.fdopen(descriptor, "wb") as file:
        if kept_mode is not None and os.name == "posix":
            os.fchmod(descriptor, kept_mode)
        file.write(data)
        file.flush()
        if durable:
            os.fsync(descriptor)


def _replace(temporary: Path, target: Path) -> None:
    """Rename over the target. Windows refuses while another program, such as a virus scanner, has the target open."""
    for _ in range(_TRIES if _REFUSES_OPEN_FILES else 0):
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    temporary.replace(target)


def _mode_of(target: Path) -> int | None:
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        return None
