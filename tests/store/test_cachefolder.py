import os
import time
from pathlib import Path

import pytest

from textual_tracker.store.cachefolder import write

DAY = 86_400


@pytest.mark.parametrize(
    ("name", "days", "stays"),
    [
        ("a.index", 179, True),
        ("a.index", 181, False),
        ("a.names", 181, False),
        (".a.index.1.2.tmp", 0.5, True),
        (".a.index.1.2.tmp", 2, False),
        ("README.txt", 900, True),
        ("my-own-file", 900, True),
    ],
)
def test_what_was_not_written_for_long_is_cleared_away(tmp_path: Path, name: str, days: float, stays: bool) -> None:
    old = tmp_path / name
    old.write_text("old")
    os.utime(old, (time.time() - days * DAY, time.time() - days * DAY))

    assert write(tmp_path / "b.index", b"new")
    assert old.exists() is stays
    assert (tmp_path / "b.index").read_bytes() == b"new"
