"""Which folder it is that has a name now."""

import os
from typing import TypeAlias

Identity: TypeAlias = tuple[int, int]
"""The device and the inode of a folder, which it keeps whatever it is called."""


def identity_of(folder: str) -> Identity | None:
    """Which folder is called so, or is what a link of this name leads to; None: none is."""
    try:
        found = os.stat(folder)  # noqa: PTH116 - a name in plain text, twice a second
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
