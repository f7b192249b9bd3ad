"""Which program made an index: its version, its schemas, and the code that reads.

The digest of the schemas is made of their bytes here, because importing the schema floor costs more than all of a
warm load.
"""

import os
from functools import cache
from pathlib import Path
from typing import Final

from textual_tracker import __version__
from textual_tracker.config.digest import blake2b
from textual_tracker.config.resources import PACKAGE, schema_folder

_JUDGES: Final = ("core", "reading", "store")
"""The packages that decide what a record is: in a checkout they change without a new version."""


@cache
def program_stamp() -> str:
    """A text that differs wherever what was read by another program might be read differently by this one."""
    whole = blake2b(__version__.encode(), digest_size=16)
    for schema in sorted(schema_folder().glob("*.schema.json")):
        whole.update(schema.read_bytes())
    for package in _JUDGES:
        whole.update(repr(_sources(PACKAGE / package)).encode())
    return whole.hexdigest()


def _sources(package: Path) -> list[tuple[str, int, int]]:
    """Name, size and time of each source file, in folders too; nothing where the program is not in plain files."""
    found: list[tuple[str, int, int]] = []
    try:
        with os.scandir(package) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    found.append((entry.name, status.st_size, status.st_mtime_ns))
                elif entry.is_dir() and entry.name.isidentifier() and not entry.name.startswith("__"):
                    found += _sources(Path(entry.path))
    except OSError:
        return []
    return sorted(found)
