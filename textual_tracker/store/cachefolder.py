"""Writing into the user's cache folder, which holds clients' names: for the user alone, and without fail or fuss."""

import contextlib
import time
from pathlib import Path
from typing import Final

from textual_tracker.config.places import README, README_NAME
from textual_tracker.store.atomic import write_atomically

_OWN_FOLDER: Final = 0o700
_OWN_FILE: Final = 0o600
_DAY_SECONDS: Final = 86_400.0
_KEPT_SECONDS: Final = {".index": 180 * _DAY_SECONDS, ".names": 180 * _DAY_SECONDS, ".tmp": _DAY_SECONDS}
"""How long a file is kept that is not written again: journals move away, and a killed program leaves its draft."""


def write(file: Path, data: bytes | bytearray) -> bool:
    """Write a file of the cache, which nobody else may read. False: it could not be written; nothing is lost."""
    try:
        _make_folder(file.parent)
        write_atomically(file, data, mode=_OWN_FILE, durable=False)
    except (OSError, ValueError):
        return False
    with contextlib.suppress(OSError):
        _clear(file.parent)
    return True


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.parent.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
    folder.mkdir(mode=_OWN_FOLDER, exist_ok=True)
    (folder / README_NAME).write_text(README, encoding="utf-8")


def _clear(folder: Path) -> None:
    """Delete what has not been written for long. An index that is needed after all is made again."""
    now = time.time()
    for file in folder.iterdir():
        kept = _KEPT_SECONDS.get(file.suffix)
        if kept is not None and file.stat().st_mtime < now - kept:
            file.unlink()
