"""Writing a file whole or not at all: whatever happens, the file is the old one or the new one."""

import contextlib
import os
import time
from pathlib import Path
from typing import Final

_NEW_FILE: Final = 0o666  # less the user's umask
_TRIES: Final = 5
_PAUSE_SECONDS: Final = 0.05
_REFUSES_OPEN_FILES: Final = os.name == "nt"


def write_atomically(path: Path, data: bytes | bytearray, *, mode: int = _NEW_FILE, durable: bool = True) -> None:
    """Replace the file at `path` by one that holds `data`, through a temporary file in the same folder.

    The mode of an existing file is kept; a new one gets `mode`, less the umask. A symbolic link stays one: the file
    that it leads to is replaced. With `durable` the data is on the disk before the old file goes, and the new name
    when this returns; without, it is only sure that no other program sees a half.

    Raises:
        OSError: nothing was written, and the temporary file is gone.
    """
    target = Path(os.path.realpath(path))
    # Hidden, and with an ending that makes it an editor's dropping: no program takes it for a record.
    temporary = target.with_name(f".{target.name}.{os.getpid()}.{time.monotonic_ns()}.tmp")
    try:
        _write(temporary, data, _mode_of(target), mode, durable=durable)
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        _sync_folder(target.parent)


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


def _sync_folder(folder: Path) -> None:
    """Make the new name last. Windows opens no folders and some network disks refuse: then it is as safe as can be."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
