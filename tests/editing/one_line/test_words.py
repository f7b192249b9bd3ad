"""A typed line taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.editing.one_line import split_words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Dana Ortiz 555-0142", ["Dana", "Ortiz", "555-0142"]),
        ('@"pat lee" note="met there"', ["@pat lee", "note=met there"]),
        ("Dana O'Brien", ["Dana", "O'Brien"]),
        ("“met at open house” Dana", ["met at open house", "Dana"]),
        ('Dana "met at', ["Dana", "met at"]),
        ('notes="" ""', ["notes="]),
        ("  ", []),
    ],
)
def test_quotes_keep_words_together(line: str, words: list[str]) -> None:
    assert list(split_words(line)) == words


@given(st.text())
def test_no_letter_is_lost(line: str) -> None:
    kept = "".join(split_words(line))
    assert [letter for letter in kept if not letter.isspace()] == [
        letter for letter in line if not letter.isspace() and letter not in '"“”„'
    ]
