r"""What strangers wrote is shown as text: `\x1b` never reaches the terminal as an escape."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from textual_tracker import cli
from textual_tracker.cli.text import ONE_CELL, cells, fit, has_cell_each, pad, safe, wrapped


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Dana Ortiz", "Dana Ortiz"),
        ("Ana Gómez 李小龙 👍", "Ana Gómez 李小龙 👍"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("bell\a tab\t line\n", r"bell\x07 tab\t line\n"),
        ("\x9b31m", r"\x9b31m"),
        ("\x7f", r"\x7f"),
        ("abc\u202egpj.exe", r"abc\u202egpj.exe"),
        ("one\u2028two", r"one\u2028two"),
        ("\udcff", r"\udcff"),
        ("[bold]no markup[/bold]", "[bold]no markup[/bold]"),
        ("👩\u200d👧 family", "👩\u200d👧 family"),
        ("5\u00a0000", "5\u00a0000"),
    ],
)
def test_controls_and_escapes_are_shown(written: str, shown: str) -> None:
    assert safe(written) == shown


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not any(sign < " " or "\x7f" <= sign <= "\x9f" or "\ud800" <= sign <= "\udfff" for sign in safe(text))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Dana", 4),
        ("Gómez", 5),
        ("Nguyễn Bảo", 10),
        ("Ольга", 5),
        ("Go\u0301mez", 5),
        ("李小龙", 6),
        ("👍", 2),
        ("3 – 4 …", 7),
        ("", 0),
    ],
)
def test_width_is_counted_in_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Marcus Bell", 11, "Marcus Bell"),
        ("Marcus Bell", 8, "Marcus…"),
        ("Marcus Bell", 5, "Marc…"),
        ("李小龙", 5, "李小…"),
        ("李小龙", 4, "李…"),
        ("abc", 0, ""),
    ],
)
def test_a_cut_is_visible(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown


def test_numbers_are_filled_on_their_left() -> None:
    assert pad("7", 3, right=True) == "  7"
    assert pad("李", 3) == "李 "


def test_what_is_taken_for_one_cell_is_one() -> None:
    for first, last in ONE_CELL:
        for code in range(ord(first), ord(last) + 1):
            character = chr(code)
            assert not character.isprintable() or wcwidth(character) == 1, hex(code)


def test_every_sign_of_the_programs_own_is_known_to_take_one_cell() -> None:
    """So that no report on plain names loads a table of all characters. The screen has Textual's, which is loaded."""
    folder = Path(cli.__file__).parents[1]
    files = [path for part in ("cli", "analytics") for path in folder.glob(f"{part}/**/*.py")]
    own = {sign for path in files for sign in path.read_text()}
    assert {"·", "✗", "█", "≤"} <= own
    assert [sign for sign in sorted(own) if not has_cell_each(sign)] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Nobody is stalled.", ["Nobody is", "stalled."]),
        ("2026-03-10-dana-ortiz waits", ["2026-03-10-dana-ortiz", "waits"]),
        ("李小 龙李小", ["李小", "龙李小"]),
        ("ten cells.", ["ten cells."]),
        ("", [""]),
    ],
)
def test_a_sentence_is_broken_between_words(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10) == lines
