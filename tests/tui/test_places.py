"""Terminals of every size, with colour and without; data of every kind."""

from pathlib import Path

import pytest

from tests.tui.driving import TODAY, Person, opened
from tests.tui.strangers import strange_journal
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.app import TrackerApp
from textual_tracker.tui.views import VIEWS as VIEW_IDS
from textual_tracker.tui.widgets.cells import plain, width
from textual_tracker.tui.widgets.text_pane import TextPane

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
VIEWS = tuple(BY_ID[view].keys[0] for view in VIEW_IDS)


SIZES = ((20, 5), (40, 10), (60, 20), (80, 24), (120, 40), (200, 60))


def looks_whole(person: Person) -> None:
    """Every line is as wide as the terminal, nothing is obeyed, and the detail stands straight beside the list."""
    room, height = person.app.size
    lines = [strip.text for strip in person.app.screen._compositor.render_strips()]
    assert len(lines) == height
    for line in lines:
        assert (width(line), line) == (room, plain(line))
    for pane in person.desk.view.query(TextPane):
        edge = pane.region.x
        if edge:
            assert [lines[y] for y in pane.region.line_range if at(lines[y], edge) not in {"│", "─"}] == []


def at(line: str, x: int) -> str:
    """The character in the cell `x` of a line."""
    used = 0
    for character in line:
        if used == x and width(character):
            return character
        used += width(character)
    return ""


async def walks_through(person: Person) -> None:
    """Go through every view: the list, its end, the detail of a row."""
    for key in VIEWS:
        await person.press(key)
        await person.finds(lambda: person.desk.view.found is not None)
        opens_editor = key == BY_ID["problems"].keys[0]
        for pressed in ("G", "g") if opens_editor else ("G", "g", "enter", "G", "escape"):
            await person.press(pressed)
            looks_whole(person)


@pytest.mark.parametrize("size", SIZES)
async def test_every_view_fits_every_terminal(journal: Path, size: tuple[int, int]) -> None:
    async with opened(journal, size) as person:
        await walks_through(person)


@pytest.mark.parametrize("size", SIZES)
async def test_whatever_strangers_write_stays_within_its_cells(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(strange_journal(tmp_path), size) as person:
        await walks_through(person)


async def test_a_terminal_may_change_its_size_at_any_time(tmp_path: Path) -> None:
    async with opened(strange_journal(tmp_path), (80, 24)) as person:
        for key in VIEWS:
            await person.press(key)
            await person.finds(lambda: person.desk.view.found is not None)
            for size in ((20, 5), (200, 60), (40, 10), (116, 30), (1, 1), (60, 20)):
                await person.pilot.resize_terminal(*size)
                await person.pilot.pause()
                assert all(strip.cell_length == size[0] for strip in person.app.screen._compositor.render_strips())
            await person.press("enter")
            looks_whole(person)
            await person.press("escape")


async def test_a_terminal_that_is_too_small_is_told_and_works_when_it_has_grown(journal: Path) -> None:
    async with opened(journal, (20, 5)) as person:
        await person.sees("tracker needs a", "40×10")
        await person.pilot.resize_terminal(80, 24)
        await person.sees("10 open", "Dana Ortiz")
        await person.pilot.resize_terminal(80, 8)
        await person.sees("tracker needs a terminal of 40×10.", "leave with q and")


async def test_a_terminal_that_changes_its_size_keeps_the_selection(journal: Path) -> None:
    async with opened(journal, (120, 40)) as person:
        await person.press("3", "j", "j", "j")
        assert person.selected.startswith("! Jo Hale")
        await person.pilot.resize_terminal(60, 12)
        await person.misses("│")
        assert person.selected.startswith("! Jo Hale")
        await person.pilot.resize_terminal(200, 60)
        await person.sees("│ Jo Hale")
        assert person.selected.startswith("! Jo Hale")


async def test_without_colour_the_selection_is_reversed_and_no_colour_is_sent(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = TrackerApp(journal, today=lambda: TODAY, use_index=False)
    async with app.run_test(size=(120, 40)) as pilot:
        person = Person(app, pilot)
        await person.sees("5 stalled")
        for key in VIEWS:
            await person.press(key)
            await person.finds(lambda: person.desk.view.look is not None)
            await pilot.pause()
            for strip in app.screen._compositor.render_strips():
                for segment in strip:
                    style = segment.style
                    assert style is None or all(
                        colour is None or colour.is_default for colour in (style.color, style.bgcolor)
                    )
        await person.press("3")
        await person.sees("! ")
        first = person.desk.view.main.render_line(1)
        assert all(segment.style is not None and segment.style.reverse for segment in first)


HOSTILE = (
    ("[red]x[/] [@click=app.bell]y[/]", "[red]x[/] [@cl…"),
    ("\\x1b[2J\\x07Dana", "\\x1b[2J\\x07Dana"),
    ("\\u202eanaD", "\\u202eanaD"),
    ("田中さくら田中さくら田中さくら", "田中さくら"),
    ("e\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301a", "e\u0301\u0301\u0301a"),
    ("שלום עולם", "שלום עולם"),
    ("x" * 3000, "xxxxxxxxxx"),
)


@pytest.mark.parametrize(("written", "shown"), HOSTILE, ids=range(len(HOSTILE)))
async def test_whatever_a_name_holds_is_shown_as_text(journal: Path, written: str, shown: str) -> None:
    path = journal / DANA
    path.write_text(
        f'borrower: {{name: "{written}", phone: "555-0142"}}\nsource: sphere\nnotes: "{written}"\n', "utf-8"
    )
    async with opened(journal, (200, 60)) as person:
        for key in VIEWS:
            await person.press(key)
            await person.finds(lambda: person.desk.view.look is not None)
            await person.press("enter")
            await person.press("escape")
        await person.press("3")
        await person.sees(shown)
        assert "\x1b" not in person.screen
        for strip in person.app.screen._compositor.render_strips():
            assert strip.cell_length == 200
