"""Folders of the user's own that hold clients' names and numbers: for the user alone, and not growing for ever."""

import contextlib
import time
from pathlib import Path
from typing import Final

from textual_tracker.config.places import README_NAME

OWN_FOLDER: Final = 0o700
OWN_FILE: Final = 0o600
DAY_SECONDS: Final = 86_400.0


def make_folder(folder: Path, readme: str) -> None:
    """Make a folder for the user alone, and in it a text that says what it is for. One that is there stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    if folder.is_dir():
        return
    folder.parent.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
    folder.mkdir(mode=OWN_FOLDER, exist_ok=True)
    (folder / README_NAME).write_text(readme, encoding="utf-8")


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
