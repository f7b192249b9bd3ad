"""Which files are read anew, though their marks are what they were."""

import time
from pathlib import Path

from tests.store.conftest import write
from tests.store.fakes import CountingReader
from textual_tracker.store import reread
from textual_tracker.store.scan import Mark, scan

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"


def test_the_same_mark_with_another_content_is_seen_while_the_mark_is_distrusted(
    root: Path, reader: CountingReader
) -> None:
    """A rewrite of the same size within one tick of a coarse clock: size, times and inode stay."""
    folder = "referrals/2026"
    listings = {folder: scan(root)[folder]}
    first = reread.read_folders(listings, {}, reread.Source(str(root), time.time_ns(), reader))
    write(root, DANA, "Lena Ortiz")
    again = reread.read_folders(listings, first, reread.Source(str(root), time.time_ns(), reader))

    assert reader.paths == [DANA, DANA]
    assert again[folder].records != first[folder].records
    assert again[folder].distrusted == ["2026-03-02-dana-ortiz.yaml"]


def test_a_mark_is_trusted_two_seconds_after_the_last_change() -> None:
    made = Mark("dana.yaml", 10, mtime_ns=5_000_000_000, inode=1, ctime_ns=7_000_000_000)
    assert not reread.is_settled(made, 9_000_000_000)
    assert reread.is_settled(made, 9_000_000_001)

    without_change_time = Mark("dana.yaml", 10, mtime_ns=5_000_000_000, inode=0, ctime_ns=0)
    assert reread.is_settled(without_change_time, 7_000_000_001)
    from_the_future = Mark("dana.yaml", 10, mtime_ns=99_000_000_000, inode=0, ctime_ns=0)
    assert not reread.is_settled(from_the_future, 9_000_000_001)
