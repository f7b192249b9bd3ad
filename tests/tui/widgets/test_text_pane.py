from collections.abc import Iterator

import pytest
from textual.app import App, ComposeResult

from tests.tui.seeing import lines_of
from textual_tracker.tui.widgets import text_pane
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.text_pane import Paragraph, Pointed, TextPane, flow, point


def text_of(paragraph: Paragraph, room: int) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in flow(paragraph, room)]


def test_words_flow_and_hang_under_the_first_line() -> None:
    entry = Paragraph((Piece("Fri 6 Mar  ", "quiet"), Piece("left a message, call back on Monday")), hang=11)
    assert text_of(entry, 24) == [
        "Fri 6 Mar  left a",
        "           message, call",
        "           back on",
        "           Monday",
    ]


def test_line_breaks_of_a_note_are_kept_and_a_long_word_is_broken() -> None:
    assert text_of(Paragraph((Piece("one\n\nabcdefghijkl"),)), 5) == ["one", "", "abcde", "fghij", "kl"]


def test_a_wide_character_that_does_not_fit_does_not_loop() -> None:
    assert text_of(Paragraph((Piece("田中"),), hang=4), 5) == ["田中"]


def pointed(text: str, start: int, length: int, room: int) -> list[str]:
    lines = point(Pointed("  5 │ ", text, start, length), room)
    return ["".join(piece.text for piece in line).rstrip() for line in lines]


def test_carets_stand_under_what_is_meant() -> None:
    assert pointed("source: realtr", 8, 6, 40) == ["  5 │ source: realtr", "    │         ^^^^^^"]


def test_carets_stand_right_below_wide_and_escaped_characters() -> None:
    assert pointed("田\x1b: x", 4, 1, 40) == ["  5 │ 田\\x1b: x", "    │         ^"]


def test_of_a_long_line_the_part_around_the_carets_is_shown() -> None:
    line = "loan: {purpose: purchase, program: fhaa, amount: 385000}"
    assert pointed(line, 35, 4, 26) == ["  5 │ …ase, program: fhaa…", "    │                ^^^^"]
    assert pointed("x" * 99, 0, 99, 16) == ["  5 │ xxxxxxxxx…", "    │ ^^^^^^^^^^"]


class Pane(App[int]):
    def compose(self) -> ComposeResult:
        yield TextPane()


def numbered(count: int) -> list[Paragraph]:
    return [Paragraph((Piece(f"line {number}"),)) for number in range(1, count + 1)]


async def test_a_page_scrolls_stays_when_it_is_drawn_anew_and_starts_at_the_top_when_turned() -> None:
    app = Pane()
    async with app.run_test(size=(20, 4)) as pilot:
        pane = app.query_one(TextPane)
        pane.show("dana", numbered(9))
        await pilot.pause()
        pane.move(2)
        await pilot.pause()
        assert lines_of(pane) == [" line 3", " line 4            ▐", " line 5", " line 6"]
        pane.show("dana", [*numbered(9), Paragraph()])
        await pilot.pause()
        assert lines_of(pane)[0] == " line 3"
        pane.last()
        await pilot.pause()
        assert lines_of(pane)[-2:] == [" line 9", "                   ▐"]
        pane.show("lee", numbered(2))
        await pilot.pause()
        assert lines_of(pane) == [" line 1", " line 2", "", ""]


async def test_a_long_page_is_wrapped_only_as_far_as_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped: list[Paragraph] = []

    def noting(paragraph: Paragraph, room: int) -> Iterator[Line]:
        wrapped.append(paragraph)
        return flow(paragraph, room)

    monkeypatch.setattr(text_pane, "flow", noting)
    app = Pane()
    async with app.run_test(size=(30, 6)) as pilot:
        pane = app.query_one(TextPane)
        pane.show("long", numbered(5000))
        await pilot.pause()
        assert lines_of(pane)[0].startswith(" line 1 ")
        assert len(wrapped) < 500
        pane.last()
        await pilot.pause()
        assert lines_of(pane)[-1].startswith(" line 5000 ")
        assert len(wrapped) < 5500
        pane.first()
        assert lines_of(pane)[0].startswith(" line 1 ")
