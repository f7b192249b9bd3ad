"""How the files of new records are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.editing.ids import LONGEST, free, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dana Ortiz", "dana-ortiz"),
        ("Ana Gómez", "ana-gomez"),
        ("Anh Lê", "anh-le"),
        ("Hoa Nguyễn", "hoa-nguyen"),
        ("Łukasz Straße", "lukasz-strasse"),
        ("Megan O'Day", "megan-oday"),
        ("Megan O\u2019Day", "megan-oday"),
        ("Dr. J. R. Smith-Lee", "dr-j-r-smith-lee"),
        ("  Dana   & Lee / Ortiz ", "dana-lee-ortiz"),
        ("../../etc/passwd", "etc-passwd"),
        ("Dana\x1b[31m\nOrtiz", "dana-31m-ortiz"),
        ("李小龍", "somebody"),
        ("…", "somebody"),
    ],
)
def test_a_name_in_plain_letters(name: str, expected: str) -> None:
    assert slug(name, "somebody") == expected


def test_a_long_name_ends_with_a_whole_word() -> None:
    assert slug("Wolfeschlegelsteinhausenbergerdorff " * 3, "") == "wolfeschlegelsteinhausenbergerdorff"
    assert slug("x" * 100, "") == "x" * LONGEST


@given(st.text())
def test_whatever_the_name_a_file_can_bear_it(name: str) -> None:
    found = slug(name, "somebody")
    assert 0 < len(found) <= LONGEST
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert found == found.strip("-")
    assert slug(found, "somebody") == found


def test_what_is_taken_gets_a_number() -> None:
    taken = {"dana-ortiz", "dana-ortiz-2"}
    assert free("dana-ortiz", taken.__contains__) == "dana-ortiz-3"
    assert free("dana-brown", taken.__contains__) == "dana-brown"
