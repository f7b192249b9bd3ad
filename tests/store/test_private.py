"""Folders of the user's own say what they are for, whatever happened to the disk when they were made."""

import errno
from pathlib import Path

import pytest

from textual_tracker.store import private
from textual_tracker.store.private import make_folder

TEXT = "What lies here.\nAll of it may be deleted.\n"


def readme(folder: Path) -> str:
    return (folder / "README.txt").read_text()


def test_a_new_folder_says_what_it_is_for(tmp_path: Path) -> None:
    make_folder(tmp_path / "state" / "tracker", TEXT)
    assert readme(tmp_path / "state" / "tracker") == TEXT


@pytest.mark.parametrize("left", ["", TEXT[:10]])
def test_what_a_full_disk_left_of_the_text_is_mended(tmp_path: Path, left: str) -> None:
    (tmp_path / "README.txt").write_text(left)
    make_folder(tmp_path, TEXT)
    assert readme(tmp_path) == TEXT


def test_another_text_stays(tmp_path: Path) -> None:
    (tmp_path / "README.txt").write_text("my own words")
    make_folder(tmp_path, TEXT)
    assert readme(tmp_path) == "my own words"


def test_on_a_full_disk_the_text_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole or not at all; and what the folder is for is done without it."""

    def full(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(private, "write_atomically", full)
        make_folder(tmp_path / "state", TEXT)
    assert list((tmp_path / "state").iterdir()) == []
    make_folder(tmp_path / "state", TEXT)
    assert readme(tmp_path / "state") == TEXT
