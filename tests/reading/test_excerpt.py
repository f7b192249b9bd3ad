"""The line that is shown: short, with the caret in its place, and nothing in it that a terminal would obey."""

import pytest

from tests.reading.reads import marked, problem
from textual_tracker.reading.excerpt import LONGEST, excerpt, visible


def test_a_short_line_is_shown_as_it_is() -> None:
    found = excerpt("source: realtr", 9, 6)
    assert (found.text, found.column, found.width) == ("source: realtr", 9, 6)


def test_a_long_line_is_cut_around_the_column() -> None:
    line = "a" * 500 + "MARK" + "b" * 500
    found = excerpt(line, 501, 4)
    assert found.text == "…" + "a" * 80 + "MARK" + "b" * 116 + "…"
    assert found.text[found.column - 1 :][: found.width] == "MARK"


def test_a_long_line_is_not_cut_on_a_side_where_it_ends() -> None:
    assert excerpt("MARK" + "b" * 500, 1, 4).text == "MARK" + "b" * 196 + "…"
    found = excerpt("a" * 500 + "MARK", 501, 4)
    assert (found.text, found.column) == ("…" + "a" * 196 + "MARK", 198)


def test_a_mark_ends_where_the_line_is_cut() -> None:
    found = excerpt("x" * 1000, 1, 1000)
    assert (found.column, found.width, len(found.text)) == (1, LONGEST, LONGEST + 1)


def test_a_place_behind_the_line_has_a_caret_too() -> None:
    found = excerpt("ab", 3, 1)
    assert (found.text, found.column, found.width) == ("ab", 3, 1)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\tb", "a b"),
        ("a\x07\x7f\x9b", r"a\x07\x7f\x9b"),
        ("a\u202eb\u200b\u2028", r"a\u202eb\u200b\u2028"),
        ("José 🏡 Lê", "José 🏡 Lê"),
        ("\ufeff\U000e0001", r"\ufeff\U000e0001"),
        ("\udc80", r"\udc80"),
        ("[bold]", "[bold]"),
    ],
)
def test_what_a_terminal_might_obey_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_what_is_written_out_moves_the_caret() -> None:
    found = excerpt("\x1b\x1bMARK", 3, 4)
    assert (found.text, found.column, found.width) == (r"\x1b\x1bMARK", 9, 4)


def test_a_problem_shows_no_control_character_in_any_of_its_words() -> None:
    found = problem('borrower: x\nsource: "\\e[31m\u202e"\n"zo\\ediac": x\n'.replace('"zo\\ediac": x\n', ""))
    assert found.message == '"\\x1b[31m\\u202e" is not a source'
    assert "\u202e" not in found.excerpt
    assert marked(found) == r'"\e[31m\u202e"'
