"""What is remembered of the last writes, in order, for a while, and for the user alone."""

import os
import stat
import time
from pathlib import Path

import pytest

from textual_tracker.config.places import undo_folder
from textual_tracker.store import undo
from textual_tracker.store.replacing import Change
from textual_tracker.store.undo import Entry, Replaced, add, digest, drop, entries, prune

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
DAY = 86_400


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal's folder; the state folder is the test's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "journal"


def folder_of(root: Path) -> Path:
    return Path(undo_folder(str(root)) or "")


def said(root: Path) -> list[str]:
    return [entry.says for entry in entries(root)]


def test_an_entry_holds_what_was_before_and_how_it_was_left(root: Path) -> None:
    data = bytes(range(256))
    entry_id = add(root, "Zoë: contacted", [Change(DANA, data, b"new"), Change("partners/new.yaml", None, b"x")])

    assert list(entries(root)) == [
        Entry(
            entry_id,
            "Zoë: contacted",
            (
                Replaced(path=DANA, before=data, left=digest(b"new"), after=b"new"),
                Replaced(path="partners/new.yaml", before=None, left=digest(b"x"), after=b"x"),
            ),
            folders=("partners",),
        )
    ]
    assert digest(b"new") != digest(b"old")
    assert digest(None) is None


def test_the_folders_that_a_write_makes_are_remembered_the_outer_ones_first(root: Path) -> None:
    (root / "activity").mkdir(parents=True)
    add(root, "x", [Change("activity/ana/2026/2026-03-10.yaml", None, b"calls: 1")])
    assert next(entries(root)).folders == ("activity/ana", "activity/ana/2026")


def test_an_entry_of_before_folders_were_remembered_is_read(root: Path) -> None:
    file = folder_of(root) / f"{add(root, 'x', [])}.undo"
    data = file.read_bytes().partition(b"\n")[2].strip().replace(b',"folders":[]', b"")
    file.write_bytes(f"{digest(data)}\n".encode() + data)
    assert [(entry.says, entry.folders) for entry in entries(root)] == [("x", ())]


def test_the_newest_comes_first_even_if_the_clock_goes_backwards(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = [5_000, 4_000, 4_000, 6_000]
    monkeypatch.setattr("time.time_ns", lambda: times.pop(0))
    ids = [add(root, says, []) for says in "abcd"]

    assert said(root) == ["d", "c", "b", "a"]
    assert [int(entry_id) for entry_id in ids] == [5_000, 5_001, 5_002, 6_000]


def test_an_entry_can_be_dropped(root: Path) -> None:
    ids = [add(root, says, []) for says in "abc"]
    drop(root, ids[1])
    drop(root, ids[1])
    assert said(root) == ["c", "a"]


def test_each_journal_has_its_own(root: Path) -> None:
    add(root, "here", [])
    add(root.with_name("other"), "there", [])
    assert said(root) == ["here"]


def test_what_is_no_entry_is_passed_over(root: Path) -> None:
    ids = [add(root, says, [Change(DANA, b"old", b"new")]) for says in ("good", "half", "damaged", "newer", "empty")]
    folder = folder_of(root)
    _, half, damaged, newer, empty = (folder / f"{entry_id}.undo" for entry_id in ids)
    half.write_bytes(half.read_bytes()[:-30])
    damaged.write_bytes(damaged.read_bytes().replace(b"damaged", b"doubled"))
    data = newer.read_bytes().partition(b"\n")[2].strip().replace(b'"format":1', b'"format":2')
    newer.write_bytes(f"{digest(data)}\n".encode() + data)
    empty.write_bytes(b"")
    (folder / "notes.undo").write_text("not ours")
    (folder / "99999999999999999999.undo").mkdir()

    assert said(root) == ["good"]
    assert not [file for file in folder.iterdir() if file.suffix != ".undo"]


def test_the_last_two_hundred_are_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo, "ENTRIES_KEPT", 3)
    for says in "abcde":
        add(root, says, [])
    prune(root)
    assert said(root) == ["e", "d", "c"]


def test_they_are_kept_for_ninety_days_in_all_journals(root: Path) -> None:
    other = root.with_name("other")
    for journal in (root, other):
        for says, days in (("old", 91), ("young", 89)):
            file = folder_of(journal) / f"{add(journal, says, [])}.undo"
            os.utime(file, (time.time() - days * DAY, time.time() - days * DAY))
    (folder_of(root) / "mine.txt").write_text("mine")
    os.utime(folder_of(root) / "mine.txt", (0, 0))
    prune(root)

    assert (said(root), said(other)) == (["young"], ["young"])
    assert (folder_of(root) / "mine.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_nobody_else_reads_it(root: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        file = folder_of(root) / f"{add(root, 'x', [])}.undo"
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "state" / "textual-tracker").stat().st_mode) == 0o700
    assert "`tracker undo`" in (tmp_path / "state" / "textual-tracker" / "README.txt").read_text()


def test_what_is_no_text_cannot_be_kept(root: Path) -> None:
    with pytest.raises(OSError, match="a name in it is no text"):
        add(root, "Dana \udc80", [])


def test_where_nothing_was_written_there_is_nothing(root: Path) -> None:
    assert said(root) == []
    prune(root)
    drop(root, "1")
