import os
import stat
from pathlib import Path

import pytest

from textual_tracker.store import atomic
from textual_tracker.store.atomic import write_atomically
from textual_tracker.store.layout import is_dropping


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "dana.yaml", b"borrower: Dana\r\n")

    assert (tmp_path / "dana.yaml").read_bytes() == b"borrower: Dana\r\n"
    assert [file.name for file in tmp_path.iterdir()] == ["dana.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o400])
def test_the_mode_of_a_file_is_kept(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "dana.yaml"
    file.write_text("old")
    file.chmod(mode)
    write_atomically(file, b"new")

    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("new", mode)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_new_file_obeys_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "dana.yaml", b"")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "dana.yaml").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "dana.yaml").write_text("old")
    (tmp_path / "dana.yaml").symlink_to("kept/dana.yaml")
    write_atomically(tmp_path / "dana.yaml", b"new")

    assert (tmp_path / "dana.yaml").is_symlink()
    assert (tmp_path / "kept" / "dana.yaml").read_text() == "new"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "dana.yaml"
    file.write_text("old")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(file, b"new")

    assert file.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["dana.yaml"]


def test_the_file_in_the_making_is_no_record_and_lies_in_the_same_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    really_replace = Path.replace

    def replace(self: Path, target: Path) -> Path:
        seen.append(self)
        return really_replace(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomically(tmp_path / "dana.yaml", b"new")

    assert [file.parent for file in seen] == [tmp_path]
    assert is_dropping(seen[0].name)


def test_what_another_program_holds_open_on_windows_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_replace = Path.replace
    refusals = [PermissionError(13, "in use"), PermissionError(13, "in use")]

    def replace(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return really_replace(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(atomic, "_PAUSE_SECONDS", 0)
    monkeypatch.setattr(atomic, "_REFUSES_OPEN_FILES", True)
    write_atomically(tmp_path / "dana.yaml", b"new")

    assert (tmp_path / "dana.yaml").read_bytes() == b"new"
