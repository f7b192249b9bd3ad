"""The pseudo-terminal of the benchmarks: what it takes for an answer, and when."""

import os
import sys

import pytest

pytest.importorskip("pty", reason="there are no pseudo-terminals here")

from benchmarks.keys import table, worst
from benchmarks.row import Row, percentile
from benchmarks.terminal import Chunk, Terminal

ANSWERING = """
import os, sys, time, tty
tty.setraw(0)
os.write(1, b"\\x1b[2J\\x1b[1;1Hre\\x1b[31mady")
while (key := os.read(0, 1)) != b"q":
    if key == b"a":
        os.write(1, b"\\x1b[5;1Hfirst ")
        time.sleep(0.05)
        os.write(1, b"last")
    if key == b"c":
        os.write(1, b"\\x1b[1;100Hupdated 3 s ago")
"""


@pytest.fixture
def words() -> list[str]:
    return [sys.executable, "-c", ANSWERING]


def test_a_text_is_seen_through_its_colours(words: list[str]) -> None:
    with Terminal(words, os.environ) as screen:
        assert screen.sees("ready") > screen.started


def test_an_answer_lasts_until_its_last_byte_and_the_wait_after_it_is_not_counted(words: list[str]) -> None:
    with Terminal(words, os.environ) as screen:
        screen.sees("ready")
        answered = screen.press("a", quiet=2.0)
        assert answered is not None
        assert 0.05 <= answered < 1.5
        screen.sees("first last")


def test_the_clock_in_the_first_line_is_no_answer(words: list[str]) -> None:
    with Terminal(words, os.environ) as screen:
        screen.sees("ready")
        assert screen.press("c", quiet=0.5) is None
        screen.sees("updated 3 s ago")


@pytest.mark.parametrize(
    ("data", "clock"),
    [
        (b"\x1b[1;90H\x1b[2mupdated 3 s ago\x1b[0m", True),
        (b"\x1b[1;90Hupdated just now\x1b[2;1HNext: Priya Nair", False),
        (b"\x1b[7;1HMarcus Bell", False),
    ],
)
def test_the_clock_is_known_by_drawing_only_the_first_line(data: bytes, clock: bool) -> None:
    assert Chunk(0.0, data).is_clock is clock


def test_a_program_that_ends_is_told_of_with_what_it_drew_last(words: list[str]) -> None:
    with Terminal(words, os.environ) as screen:
        screen.sees("ready")
        screen.send("q")
        with pytest.raises(EOFError, match="ready"):
            screen.sees("more")


def test_p95_of_twenty_values_is_the_nineteenth() -> None:
    values = [float(value) for value in range(20, 0, -1)]
    assert (percentile(values, 0.5), percentile(values, 0.95), percentile([7.0], 0.95)) == (10.0, 19.0, 7.0)


def test_the_slowest_kind_of_key_is_told_first() -> None:
    found = {("today", "down"): [2.0, 3.0], ("stalled", "sort"): [9.0, 20.0, 8.0]}
    assert worst(found) == ("stalled", "sort")
    assert [line.split()[:5] for line in table(found)][1:] == [
        ["stalled", "sort", "3", "9.0", "20.0"],
        ["today", "down", "2", "2.0", "3.0"],
    ]


def test_a_row_says_whether_its_budget_is_kept() -> None:
    assert " 0.90  " in str(Row("tracker stalled", 0.9, 1.0, "", "x task list"))
    assert "kept" in str(Row("tracker stalled", 1.0, 1.0, "", "x task list"))
    assert "MISSED" in str(Row("tracker stalled", 1.01, 1.0, "", "x task list"))
