import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.tui.widgets.cells import break_paths, cut, cut_name, fit, plain, split_at, width


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Dana Ortiz", "Dana Ortiz"),
        ("José [red]x[/] Ñandú", "José [red]x[/] Ñandú"),
        ("\x1b[2J\x07", "\\x1b[2J\\x07"),
        ("a\u202eb", "a\\u202eb"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x85\u2028", "  "),
        ("heart \u2764\ufe0f, family \U0001f468\u200d\U0001f469", "heart \u2764, family \U0001f468\U0001f469"),
        ("\udc80", "\\udc80"),
        ("\U000e0041", "\\U000e0041"),
        ("flag \U0001f1e9\U0001f1ea", "flag DE"),
        ("thumb \U0001f44d\U0001f3fd", "thumb \U0001f44d"),
        ("blank letters \u3164\u115f", "blank letters \\u3164\\u115f"),
        ("nobody's \u0378 \U0001fffe", "nobody's \\u0378 \\U0001fffe"),
        ("wide here, narrow there \u2630", "wide here, narrow there \\u2630"),
        ("\u092a\u094d\u0930\u093f\u092f\u093e", "\u092a\u094d\u0930\u093f\u092f\u093e"),
    ],
)
def test_text_from_strangers_is_shown_and_never_obeyed(typed: str, shown: str) -> None:
    assert plain(typed) == shown


def test_no_more_than_three_marks_are_piled_on_one_letter() -> None:
    assert plain("Z" + "\u0301" * 50 + "x") == "Z\u0301\u0301\u0301x"
    assert plain("Z" + "\u0489\u200d\u20dd" * 50 + "x") == "Z\u0489\u20dd\u0489x"


def test_three_million_characters_cost_no_more_than_the_first_four_thousand() -> None:
    assert len(plain("é" * 3_000_000)) == 4096


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Dana", 6, "Dana  "),
        ("Dana Ortiz", 6, "Dana…"),
        ("Dana Ortiz", 7, "Dana O…"),
        ("田中さくら", 7, "田中さ…"),
        ("田中さくら", 6, "田中… "),
        ("e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"),
        ("Dana", 0, ""),
        ("Dana", 1, "…"),
    ],
)
def test_a_cell_is_padded_or_cut_to_its_width(text: str, room: int, shown: str) -> None:
    assert fit(text, room) == shown.ljust(len(shown) + room - width(shown))
    assert width(fit(text, room)) == room


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Zoë", 3),
        ("田中", 4),
        ("e\u0301", 1),
        (
            "\u092a\u094d\u0930\u093f\u092f\u093e",
            5,
        ),  # Priya in Hindi: three letters, two vowels with a place of their own
        ("\u05e9\u05dc\u05d5\u05dd", 4),
        ("\U0001f468\U0001f469", 4),
    ],
)
def test_text_takes_the_cells_that_terminals_give_it(text: str, cells: int) -> None:
    assert width(text) == cells


def test_what_is_left_of_the_tail_begins_with_a_letter() -> None:
    assert cut("田\u0301bc", 3, "tail") == "…bc"


def test_numbers_stand_on_the_right() -> None:
    assert fit("7", 4, "right") == "   7"
    assert fit("ü7", 4, "right") == "  ü7"


@given(st.text(), st.integers(0, 40))
def test_whatever_is_typed_takes_just_its_room(text: str, room: int) -> None:
    shown = plain(text)
    assert width(fit(shown, room)) == room
    assert width(cut(shown, room)) <= room
    head, rest = split_at(shown, room)
    assert head + rest == shown
    assert width(head) <= room


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (25, "Dana Ortiz, lost because:"),
        (22, "Dana O…, lost because:"),
        (19, "Dan…, lost because:"),
        (18, "lost because:"),
        (9, "lost bec…"),
    ],
)
def test_of_a_title_what_it_is_for_stays_longer_than_the_name(room: int, shown: str) -> None:
    assert cut_name("Dana Ortiz, lost because:", room) == shown


def test_a_title_without_a_name_is_cut_at_its_end() -> None:
    assert cut_name("New referral:", 8) == "New ref…"


def test_a_path_that_is_longer_than_a_line_is_broken_behind_a_slash() -> None:
    said = "It is in /home/ana/.local/state/drafts/2026-03-10-dana-ortiz.yaml, look there."
    assert break_paths(said, 30).split("\n") == [
        "It is in /home/ana/.local/state/drafts/",
        "2026-03-10-dana-ortiz.yaml, look there.",
    ]
    assert break_paths(said, 60) == said
