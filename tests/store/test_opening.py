"""What is read of a file that is not what the scan saw, or not what a file should be."""

import os
from pathlib import Path

import pytest

from textual_tracker.core.problems import Problem
from textual_tracker.store.opening import READ_LIMIT, read_file


def code(root: Path, path: str) -> str:
    found = read_file(str(root), path)
    assert isinstance(found, Problem)
    return found.code


def test_the_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "dana.yaml").write_bytes(b"\xef\xbb\xbfborrower: Dana\r\n\x1a\r\n")

    assert read_file(str(tmp_path), "dana.yaml") == b"\xef\xbb\xbfborrower: Dana\r\n\x1a\r\n"


@pytest.mark.parametrize("size", [0, 1, READ_LIMIT - 1, READ_LIMIT, READ_LIMIT + 1, 3 * READ_LIMIT])
def test_no_more_is_read_than_shows_that_a_file_is_too_long(tmp_path: Path, size: int) -> None:
    (tmp_path / "dana.yaml").write_bytes(b"x" * size)
    data = read_file(str(tmp_path), "dana.yaml")

    assert isinstance(data, bytes)
    assert len(data) == min(size, READ_LIMIT)


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "dana.yaml"
    file.write_bytes(b"borrower: ")
    really_read = os.read

    def read(descriptor: int, count: int) -> bytes:
        if file.stat().st_size == len(b"borrower: "):
            with file.open("ab") as more:
                more.write(b"Dana Ortiz\n")
        return really_read(descriptor, min(count, 6))

    monkeypatch.setattr(os, "read", read)

    assert read_file(str(tmp_path), "dana.yaml") == b"borrower: Dana Ortiz\n"


def test_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    assert code(tmp_path, "gone.yaml") == "vanished"
    assert code(tmp_path, "no/such/folder.yaml") == "vanished"


@pytest.mark.parametrize(
    ("error", "told", "sentence"),
    [
        (PermissionError(13, "Permission denied"), "no_permission", "you have no permission to read this file"),
        (OSError(5, "Input/output error"), "cannot_read", "this file cannot be read: Input/output error"),
        (OSError(116, "Stale file handle"), "cannot_read", "this file cannot be read: Stale file handle"),
    ],
)
def test_the_systems_refusal_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str, sentence: str
) -> None:
    def refuse(*_args: object) -> int:
        raise error

    monkeypatch.setattr(os, "open", refuse)
    found = read_file(str(tmp_path), "dana.yaml")

    assert isinstance(found, Problem)
    assert (found.code, found.message, found.severity) == (told, sentence, "error")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    (tmp_path / "dana.yaml").touch(mode=0)

    assert code(tmp_path, "dana.yaml") == "no_permission"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_put_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "dana.yaml")

    assert code(tmp_path, "dana.yaml") == "not_a_file"


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "dana.yaml").mkdir()

    assert code(tmp_path, "dana.yaml") in {"not_a_file", "no_permission"}  # Windows opens no folders


def test_a_link_is_followed_inside_and_nowhere_else(tmp_path: Path) -> None:
    root = tmp_path / "journal"
    (root / "kept").mkdir(parents=True)
    (root / "kept" / "dana.yaml").write_bytes(b"borrower: Dana\n")
    (tmp_path / "secret.yaml").write_bytes(b"secret")
    (root / "in.yaml").symlink_to("kept/dana.yaml")
    (root / "out.yaml").symlink_to("../secret.yaml")
    (root / "through.yaml").symlink_to("out.yaml")
    (root / "round.yaml").symlink_to("round.yaml")
    (root / "gone.yaml").symlink_to("nothing.yaml")

    assert read_file(str(root), "in.yaml") == b"borrower: Dana\n"
    assert code(root, "out.yaml") == "link_outside"
    assert code(root, "through.yaml") == "link_outside"
    assert code(root, "round.yaml") == "link_loop"
    assert code(root, "gone.yaml") == "vanished"
