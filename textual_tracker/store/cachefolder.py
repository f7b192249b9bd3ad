"""Writing into the user's cache folder, which holds clients' names: for the user alone, and without fail or fuss."""

from pathlib import Path
from typing import Final

from textual_tracker.config.places import README, README_NAME
from textual_tracker.store.atomic import write_atomically

_OWN_FOLDER: Final = 0o700
_OWN_FILE: Final = 0o600


def write(file: Path, data: bytes | bytearray) -> bool:
    """Write a file of the cache, which nobody else may read. False: it could not be written; nothing is lost."""
    try:
        _make_folder(file.parent)
        write_atomically(file, data, mode=_OWN_FILE, durable=False)
    except (OSError, ValueError):
        return False
    return True


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=_OWN_FOLDER, exist_ok=True)
    (folder / README_NAME).write_text(README, encoding="utf-8")
