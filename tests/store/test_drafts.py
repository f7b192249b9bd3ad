"""What a person typed is kept, and said where."""

import os
import stat
import tempfile
import time
from pathlib import Path

import pytest

from textual_tracker.errors import NotWrittenError
from textual_tracker.store import drafts
from textual_tracker.store.drafts import keep

TYPED = b"borrower: [Dana\n"
DAY = 86_400


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal's folder; the state folder is the test's own, and the day the tenth of March."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("time.strftime", lambda _format: "2026-03-10")
    return tmp_path / "my journal"


def kept(tmp_path: Path) -> Path:
    return tmp_path / "state" / "textual-tracker" / "kept" / "my-journal"


def test_a_text_is_kept_under_its_record_and_the_day(root: Path, tmp_path: Path) -> None:
    file = keep(root, "referrals/2026/2026-03-02-dana-ortiz.yaml", TYPED)

    assert file == kept(tmp_path) / "2026-03-02-dana-ortiz.2026-03-10.yaml"
    assert file.read_bytes() == TYPED
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / "state" / "textual-tracker").stat().st_mode) == 0o700
    assert "texts that you typed" in (tmp_path / "state" / "textual-tracker" / "README.txt").read_text()


def test_nothing_that_was_kept_is_overwritten(root: Path) -> None:
    files = [keep(root, "dana", text) for text in (b"one", b"two", b"three")]

    assert [file.name for file in files] == [
        "dana.2026-03-10.yaml",
        "dana.2026-03-10-2.yaml",
        "dana.2026-03-10-3.yaml",
    ]
    assert [file.read_bytes() for file in files] == [b"one", b"two", b"three"]


@pytest.mark.parametrize(
    ("name", "file_name"),
    [
        ("../../../etc/passwd", "passwd.2026-03-10.yaml"),
        ("zoë-ünal", "zoë-ünal.2026-03-10.yaml"),
        ("a b\0c\\d:e", "a-b-c-d-e.2026-03-10.yaml"),
        ("..", "text.2026-03-10.yaml"),
        ("x" * 300, f"{'x' * 80}.2026-03-10.yaml"),
    ],
)
def test_any_name_will_do(root: Path, tmp_path: Path, name: str, file_name: str) -> None:
    assert keep(root, name, TYPED) == kept(tmp_path) / file_name


def test_it_is_kept_for_ninety_days(root: Path) -> None:
    old, young, own = keep(root, "old", b"x"), keep(root, "young", b"x"), keep(root, "x", b"x").with_name("my.txt")
    own.write_text("mine")
    for file, days in ((old, 91), (young, 89), (own, 900)):
        os.utime(file, (time.time() - days * DAY, time.time() - days * DAY))
    keep(root, "new", b"x")

    assert (old.exists(), young.exists(), own.exists()) == (False, True, True)


def test_without_a_state_folder_it_is_kept_among_the_temporary_files(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("no folder")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    file = keep(root, "dana", TYPED)

    assert file == tmp_path / "temporary" / "dana.2026-03-10.yaml"
    assert file.read_bytes() == TYPED


def test_where_nothing_can_be_written_it_is_said(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWrittenError, match=r"^What you typed could not be kept: the disk is full\.$"):
        keep(root, "dana", TYPED)
    assert [*kept(tmp_path).iterdir(), *(tmp_path / "temporary").iterdir()] == []


def test_the_temporary_folder_is_not_cleared(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "somebody.yaml"
    old.write_text("theirs")
    os.utime(old, (0, 0))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(drafts, "kept_folder", lambda: None)
    keep(root, "dana", TYPED)
    assert old.exists()
