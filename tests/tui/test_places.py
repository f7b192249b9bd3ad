"""Terminals of every size, with colour and without; data of every kind."""

from pathlib import Path

import pytest

from tests.tui.driving import TODAY, Person, opened
from textual_tracker.tui.app import TrackerApp

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
VIEWS = ("2", "3", "8")


def looks_whole(person: Person, width: int) -> None:
    lines = person.screen.splitlines()
    assert all(len(line) <= width for line in lines)
    assert lines[0].startswith(" my-journal")
    assert "? help" in lines[-1]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)])
async def test_every_view_fits_every_terminal(journal: Path, size: tuple[int, int]) -> None:
    async with opened(journal, size) as person:
        for key in VIEWS:
            await person.press(key)
            await person.finds(lambda: person.desk.view.look is not None)
            await person.press("enter", "j", "k", "G", "g")
            looks_whole(person, size[0])
            await person.press("escape")


async def test_a_terminal_that_is_too_small_is_told_and_works_when_it_has_grown(journal: Path) -> None:
    async with opened(journal, (20, 5)) as person:
        await person.sees("tracker needs a", "40×10")
        await person.pilot.resize_terminal(80, 24)
        await person.sees("10 open", "Dana Ortiz")
        await person.pilot.resize_terminal(80, 8)
        await person.sees("tracker needs a terminal of 40×10.")


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
    ("[red]x[/] [@click=app.bell]y[/]", "[red]x[/] [@click…"),
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
