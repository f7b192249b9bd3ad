"""A panel of lines: made for the room there is, harmless, and drawn again only where something differs."""

from collections.abc import Sequence
from functools import partial

import pytest
from textual.app import App, ComposeResult

from tests.tui.seeing import lines_drawn, lines_of
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.line_panel import LinePanel


class OnePanel(App[int]):
    def compose(self) -> ComposeResult:
        yield LinePanel()


def told(room: int, screen: int) -> Sequence[Line]:
    """A line for each ten lines of the screen."""
    return [(Piece(f"{number} of {room}"),) for number in range(screen // 10)]


async def test_it_is_as_high_as_its_lines_are_many_and_they_are_made_for_its_room() -> None:
    app = OnePanel()
    async with app.run_test(size=(30, 20)) as pilot:
        panel = app.query_one(LinePanel)
        assert lines_of(panel) == []
        panel.show(told)
        await pilot.pause()
        assert lines_of(panel) == [" 0 of 28", " 1 of 28"]
        await pilot.resize_terminal(50, 10)
        await pilot.pause()
        assert lines_of(panel) == [" 0 of 48"]


async def test_text_of_strangers_is_shown_and_not_obeyed() -> None:
    app = OnePanel()
    async with app.run_test(size=(30, 20)) as pilot:
        panel = app.query_one(LinePanel)
        panel.show(lambda _room, _screen: [(Piece("\x1b[2J[red]x"),)])
        await pilot.pause()
        assert lines_of(panel) == [" \\x1b[2J[red]x"]


async def test_where_nothing_differs_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    app = OnePanel()
    async with app.run_test(size=(30, 20)) as pilot:
        panel = app.query_one(LinePanel)
        panel.show(told)
        await pilot.pause()
        drawn = lines_drawn(monkeypatch, panel)
        panel.show(partial(told))
        await pilot.pause()
        assert drawn == []
        panel.show(lambda room, screen: told(room, screen)[:1])
        await pilot.pause()
        assert drawn
