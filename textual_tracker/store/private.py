"""Folders of the user's own that hold clients' names and numbers: for the user alone, and not growing for ever."""

import contextlib
import time
from pathlib import Path
from typing import Final

from textual_tracker.config.places import README_NAME
from textual_tracker.store.atomic import write_atomically

OWN_FOLDER: Final = 0o700
OWN_FILE: Final = 0o600
DAY_SECONDS: Final = 86_400.0


def make_folder(folder: Path, readme: str) -> None:
    """Make a folder for the user alone, if there is none, and in it a text that says what it is for.

    Raises:
        OSError: it cannot be made. The text may have to wait until the disk takes it.
    """
    if not folder.is_dir():
        folder.parent.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
        folder.mkdir(mode=OWN_FOLDER, exist_ok=True)
    with contextlib.suppress(OSError):
        _explain(folder / README_NAME, readme.encode())


def _explain(file: Path, readme: bytes) -> None:
    """Write the text, whole; another one that is there, such as that of another version, stays."""
    there = file.read_bytes() if file.exists() else b""
    if there != readme and readme.startswith(there):  # none, or half of it, from a full disk
        write_atomically(file, readme, mode=OWN_FILE, durable=False)


def clear(folder: Path, kept_days: dict[str, float]) -> None:
    """Delete what has not been written for as many days as its ending has in `kept_days`; what fails stays."""
    now = time.time()
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            days = kept_days.get(file.suffix)
            if days is None:
                continue
            with contextlib.suppress(OSError):
                if file.stat().st_mtime < now - days * DAY_SECONDS:
                    file.unlink()
