"""Writing into the user's cache folder, which holds clients' names: for the user alone, and without fail or fuss."""

from pathlib import Path
from typing import Final

from textual_tracker.config.places import README
from textual_tracker.store.atomic import write_atomically
from textual_tracker.store.private import OWN_FILE, clear, make_folder

_KEPT_DAYS: Final = {".index": 180.0, ".names": 180.0, ".tmp": 1.0}
"""How long a file is kept that is not written again: journals move away, and a killed program leaves its draft."""


def write(file: Path, data: bytes | bytearray) -> bool:
    """Write a file of the cache, which nobody else may read. False: it could not be written; nothing is lost."""
    try:
        make_folder(file.parent, README)
        write_atomically(file, data, mode=OWN_FILE, durable=False)
    except (OSError, ValueError):
        return False
    clear(file.parent, _KEPT_DAYS)
    return True
