import pytest

from textual_tracker.tui.widgets.meters import Meter, bar, meter_lines

MONDAY = (
    Meter("calls", "calls", 8, 15),
    Meter("follow-ups", "follow-ups", 8, 8),
    Meter("notes", "notes", 0, 3),
    Meter("conversations", "conv.", 3),
)


def drawn(room: int, *meters: Meter) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in meter_lines(meters, room)]


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (0, ("", "░░░░")),
        (0.5, ("██", "░░")),
        (0.53125, ("██▏", "░")),
        (0.97, ("███▉", "")),
        (1, ("████", "")),
        (2, ("████", "")),
        (-1, ("", "░░░░")),
    ],
)
def test_a_bar_is_filled_to_an_eighth_of_a_cell(share: float, drawn: tuple[str, str]) -> None:
    assert bar(share, 4) == drawn


def test_a_bar_of_no_room_is_nothing() -> None:
    assert bar(0.5, 0) == ("", "")


def test_each_says_its_number_and_its_goal_with_a_tick_where_it_is_met() -> None:
    assert drawn(33, *MONDAY) == [
        "calls         ██████▍░░░░░ 8/15",
        "follow-ups    ████████████  8/8 ✓",
        "notes         ░░░░░░░░░░░░  0/3",
        "conversations                 3",
    ]


def test_as_many_as_fit_stand_in_a_line_and_names_are_short_where_that_saves_lines() -> None:
    assert drawn(50, *MONDAY) == [
        "calls      ██▋░░ 8/15     follow-ups █████  8/8 ✓",
        "notes      ░░░░░  0/3     conv.               3",
    ]


def test_they_stand_evenly_in_their_lines() -> None:
    lines = drawn(81, *MONDAY)  # three would fit
    assert [sum(meter.name in line for meter in MONDAY) for line in lines] == [2, 2]


def test_a_name_from_a_file_is_harmless_and_leaves_room_for_the_others() -> None:
    line, *_ = drawn(60, Meter("\x1b[31m" + "x" * 3000, "x", 1, 2))
    assert line.startswith(r"\x1b[31mxxxxx… ")


def test_there_is_a_line_for_each_where_there_is_hardly_any_room() -> None:
    assert len(drawn(5, *MONDAY)) == 4
    assert drawn(20) == []
