from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from tests.tui.seeing import lines_drawn, lines_of, until
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.row import Row
from textual_tracker.tui.widgets.selection import Chosen, Selected

COLUMNS = (Column("who", 6, 10), Column("days", 4, 4, priority=1, align="right"))


class Table(App[int]):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []
        self.selected: list[str | None] = []
        self.chosen: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield LineTable(COLUMNS)

    def on_selected(self, event: Selected) -> None:
        self.selected.append(event.key)

    def on_chosen(self, event: Chosen) -> None:
        self.chosen.append(event.key)

    @property
    def table(self) -> LineTable:
        return self.query_one(LineTable)

    def show(self, keys: Sequence[str], days: int = 1) -> None:
        def row(number: int) -> Row:
            self.asked.append(number)
            if keys[number].startswith("#"):
                return Row(across=(Piece(keys[number]),), heading=True)
            return Row((Piece(keys[number]), Piece(str(days))))

        self.table.show(keys, row)


def named(count: int) -> list[str]:
    return [f"name {number}" for number in range(count)]


def selected_line(table: LineTable) -> str:
    """The text of the line that is drawn as selected."""
    for y in range(1, table.size.height):
        strip = table.render_line(y)
        if any(segment.style is not None and segment.style.bgcolor is not None for segment in strip):
            return strip.text.split()[1]
    return ""


async def test_rows_stand_in_their_columns_with_numbers_on_the_right() -> None:
    app = Table()
    async with app.run_test(size=(30, 5)) as pilot:
        app.show(["Dana", "A name too long"], days=12)
        await pilot.pause()
        assert lines_of(app.table) == [" who         days", " Dana          12", " A name to…    12", "", ""]
        await pilot.resize_terminal(11, 5)
        await until(pilot, lambda: lines_of(app.table)[0] == " who")


async def test_only_the_rows_in_view_are_ever_asked_for() -> None:
    app = Table()
    async with app.run_test(size=(30, 11)) as pilot:
        app.show([f"name {number}" for number in range(50_000)])
        await pilot.pause()
        app.table.last()
        await pilot.pause()
        app.table.move(-1)
        await pilot.pause()
        assert app.table.key == "name 49998"
        assert len(set(app.asked)) <= 20


async def test_a_key_draws_two_lines_again_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Table()
    async with app.run_test(size=(30, 11)) as pilot:
        app.show(named(9))
        await pilot.pause()
        drawn = lines_drawn(monkeypatch, app.table)
        app.table.move(1)
        await pilot.pause()
        assert sorted(drawn) == [1, 2]


async def test_a_change_draws_only_the_lines_that_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Table()
    async with app.run_test(size=(30, 11)) as pilot:
        app.show(named(9))
        await pilot.pause()
        drawn = lines_drawn(monkeypatch, app.table)
        app.show(["name 0", "name 1", "another", *named(9)[3:]])
        await pilot.pause()
        assert drawn == [3]


async def test_the_selection_moves_stops_at_the_ends_and_is_told() -> None:
    app = Table()
    async with app.run_test(size=(30, 11)) as pilot:
        app.show(named(3))
        await until(pilot, lambda: app.selected == ["name 0"])
        app.table.move(9)
        await until(pilot, lambda: app.selected == ["name 0", "name 2"])
        app.table.move(1)
        app.table.first()
        await until(pilot, lambda: app.selected == ["name 0", "name 2", "name 0"])


async def test_the_selected_row_stays_under_the_eye_when_rows_come_above_it() -> None:
    app = Table()
    async with app.run_test(size=(30, 6)) as pilot:
        app.show(named(20))
        await pilot.pause()
        app.table.select("name 10")
        await pilot.pause()
        line = [text.split()[:2] for text in lines_of(app.table)].index(["name", "10"])
        app.show(["new 1", "new 2", *named(20)])
        await pilot.pause()
        assert app.table.key == "name 10"
        assert [text.split()[:2] for text in lines_of(app.table)].index(["name", "10"]) == line


async def test_at_the_top_new_rows_above_are_seen() -> None:
    app = Table()
    async with app.run_test(size=(30, 6)) as pilot:
        app.show(named(20))
        app.table.move(1)
        await pilot.pause()
        app.show(["new", *named(20)])
        await pilot.pause()
        assert lines_of(app.table)[1].split() == ["new", "1"]
        assert app.table.key == "name 1"


async def test_headings_are_passed_over_and_come_into_view_with_the_first_row_below_them() -> None:
    app = Table()
    async with app.run_test(size=(30, 4)) as pilot:
        app.show(["# NEW", "a", "b", "# TALKED", "c", "d"])
        await pilot.pause()
        assert app.table.key == "a"
        app.table.move(2)
        assert app.table.key == "c"
        app.table.move(-1)
        assert app.table.key == "b"
        app.table.last()
        app.table.first()
        await pilot.pause()
        assert lines_of(app.table)[1] == " # NEW"
        assert app.table.key == "a"


async def test_without_rows_it_says_what_to_do() -> None:
    app = Table()
    async with app.run_test(size=(30, 4)) as pilot:
        app.table.show([], lambda _: Row(), [(), (Piece("Nobody waits."),)])
        await pilot.pause()
        assert lines_of(app.table) == [" who         days", "", " Nobody waits.", ""]
        assert app.table.key is None


async def test_a_click_selects_and_a_second_click_chooses() -> None:
    app = Table()
    async with app.run_test(size=(30, 6)) as pilot:
        app.show(named(3))
        await pilot.pause()
        await pilot.click(LineTable, offset=(3, 3))
        await until(pilot, lambda: app.table.key == "name 2")
        await pilot.click(LineTable, offset=(3, 3))
        await until(pilot, lambda: app.chosen == ["name 2"])
        await pilot.click(LineTable, offset=(3, 5))
        await pilot.click(LineTable, offset=(3, 0))
        assert app.table.key == "name 2"


async def test_the_selected_row_is_lit_and_reversed_without_colour() -> None:
    app = Table()
    async with app.run_test(size=(30, 6)) as pilot:
        app.show(["a", "b"])
        app.table.focus()
        await pilot.pause()
        assert app.table.render_line(1)._segments[0].style.bgcolor.name == "color(25)"  # type: ignore[union-attr]
        app.no_color = True
        assert all(segment.style.reverse for segment in app.table.render_line(1))  # type: ignore[union-attr]
        assert not any(segment.style.reverse for segment in app.table.render_line(2))  # type: ignore[union-attr]


async def test_a_row_that_is_covered_is_lifted_and_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Table()
    async with app.run_test(size=(30, 9)) as pilot:
        app.show(named(20))
        app.table.select("name 6")
        await pilot.pause()
        before = lines_of(app.table)
        drawn = lines_drawn(monkeypatch, app.table)
        app.table.cover(8)
        await pilot.pause()
        assert drawn == []
        app.table.cover(6)
        await pilot.pause()
        assert lines_of(app.table)[1].split()[1] == "2"
        assert lines_of(app.table)[5].split()[1] == "6"
        app.table.move(1)
        await pilot.pause()
        assert lines_of(app.table)[5].split()[1] == "7"
        app.table.move(-1)
        app.table.cover(9)
        await pilot.pause()
        assert selected_line(app.table) == "6"
        assert lines_of(app.table) == before


async def test_the_last_row_is_lifted_too_and_a_click_is_for_the_row_that_is_seen() -> None:
    app = Table()
    async with app.run_test(size=(30, 9)) as pilot:
        app.show(named(20))
        app.table.last()
        app.table.cover(4)
        await pilot.pause()
        assert [line.split()[1] for line in lines_of(app.table)[1:4]] == ["17", "18", "19"]
        await pilot.click(LineTable, offset=(5, 1))
        assert app.selected[-1] == "name 17"


async def test_other_columns_can_take_the_place_of_the_first_ones() -> None:
    app = Table()
    async with app.run_test(size=(30, 5)) as pilot:
        app.show(named(1))
        await pilot.pause()
        assert app.table.has_room_for("days")
        app.table.lay_out((Column("name", 8), Column("day", 4, priority=1)))
        app.show(named(1), 7)
        await pilot.pause()
        assert lines_of(app.table)[:2] == [" name      day", " name 0    7"]
        assert not app.table.has_room_for("days")
        await pilot.resize_terminal(12, 5)
        await pilot.pause()
        assert not app.table.has_room_for("day")
