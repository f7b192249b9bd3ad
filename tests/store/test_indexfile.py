"""An index lies on the disk so that damage is found by whoever reads what is damaged, and by nobody else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from textual_tracker.store.indexfile import Part, laid_out, open_file, put_together

HEAD = b"who there is"
PARTS = [b"settled in 2024", b"", b"settled in 2025"]
PLACES = laid_out(PARTS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "journal.index"
    path.write_bytes(put_together(HEAD, PARTS))
    return path


def test_head_and_parts_are_as_they_were_written(file: Path) -> None:
    with open_file(file) as found:
        assert found is not None
        assert found.head == HEAD
        assert found.parts(PLACES) == PARTS
        assert found.parts(reversed(PLACES)) == PARTS[::-1]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:10],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: b"T" + data[1:],
        lambda data: data.replace(HEAD, b"who that was"),
        lambda data: data[:0],
    ],
)
def test_a_damaged_head_and_a_file_of_another_length_are_no_index(file: Path, damage: Callable[[bytes], bytes]) -> None:
    file.write_bytes(damage(file.read_bytes()))

    with open_file(file) as found:
        assert found is None


def test_neither_is_a_file_that_is_not_there(tmp_path: Path) -> None:
    with open_file(tmp_path / "journal.index") as found:
        assert found is None


def test_of_the_parts_only_those_are_in_doubt_that_are_damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"2025", b"2026"))

    with open_file(file) as found:
        assert found is not None
        assert found.parts(PLACES[:2]) == PARTS[:2]
        assert found.parts(PLACES) is None


def test_a_part_beyond_the_end_is_none(file: Path) -> None:
    with open_file(file) as found:
        assert found is not None
        assert found.parts([Part(1000, 5, 0)]) is None
