"""Texts that a person typed and that are in no journal, kept where nobody else reads them: nothing typed is lost."""

import contextlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from textual_tracker.config.places import STATE_README, kept_folder, state_folder
from textual_tracker.errors import NotWrittenError
from textual_tracker.store.private import OWN_FILE, OWN_FOLDER, clear, make_folder
from textual_tracker.store.refusals import why

DAYS_KEPT: Final = 90.0
_ENDING: Final = ".yaml"
_NAME_LENGTH: Final = 80
_ODD: Final = re.compile(r"[^\w-]+")
_MOST: Final = 1000
"""As many texts of one name and day are kept beside each other."""


def keep(root: Path, name: str, data: bytes) -> Path:
    """Keep a text that was typed for the record `name` (an id, or a path) of the journal at `root`, for 90 days.

    The result is where it lies: `kept/<journal>/<record>.<day>.yaml` in the user's state folder, `…-2.yaml` where
    that is taken; in the system's folder for temporary files where the state folder cannot be written.

    Raises:
        NotWrittenError: it cannot be kept anywhere.
    """
    file_name = f"{_plain(name.removesuffix(_ENDING)) or 'text'}.{time.strftime('%Y-%m-%d')}"
    refusal = "there is no place for it"
    for folder in _folders(root):
        try:
            folder.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
            return _written(folder, file_name, data)
        except OSError as error:
            refusal = why(error)
    raise NotWrittenError(f"What you typed could not be kept: {refusal}.")


def _folders(root: Path) -> Iterator[Path]:
    """Where it may be kept, the best place first. What is too old there is deleted on the way."""
    state, kept = state_folder(), kept_folder()
    if state is not None and kept is not None:
        folder = Path(kept) / (_plain(root.name) or "journal")
        with contextlib.suppress(OSError):
            make_folder(Path(state), STATE_README)
            clear(folder, {_ENDING: DAYS_KEPT})
        yield folder
    yield Path(tempfile.gettempdir())


def _written(folder: Path, name: str, data: bytes) -> Path:
    """Write a file that was not there, and that only the user may read; what cannot be written whole is removed."""
    for number in range(1, _MOST):
        file = folder / f"{name}{f'-{number}' if number > 1 else ''}{_ENDING}"
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWN_FILE)
        except FileExistsError:
            continue
        try:
            with os.fdopen(descriptor, "wb") as opened:
                opened.write(data)
                opened.flush()
                os.fsync(descriptor)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        return file
    raise FileExistsError(f"there are {_MOST} of that name")


def _plain(name: str) -> str:
    """The last part of a path, in characters that every system allows."""
    return _ODD.sub("-", name.rpartition("/")[2])[:_NAME_LENGTH].strip("-")
