import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.tui.seeing import lines_drawn, lines_of
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.meters import Meter
from textual_tracker.tui.widgets.year_grid import LABEL, Cell, Grid, Spot, day_line, head_line, spot_at
from textual_tracker.tui.widgets.year_panel import YearPanel
from textual_tracker.tui.widgets.year_plan import Trend, plan, trend_line, with_trends

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
METERS = (Meter("calls", "calls", 6, 15),)
LEGEND = ((Piece("▇  "), "all goals met"), (Piece("?  "), "missing"))


def grid(columns: int = 6) -> Grid:
    """Six weeks, every working day with the number of its week; today is the Tuesday of the last."""
    weeks = [[Cell(str(week % 10))] * 5 + [Cell()] * 2 for week in range(columns)]
    weeks[-1][2:] = [Cell()] * 5
    heads = ["Jan", "Feb", *[""] * 3, "Mar", *[""] * columns][:columns]
    return Grid(tuple(map(tuple, weeks)), tuple(heads), DAYS, Spot(columns - 1, 1))


def drawn(row: int, size: int = 1) -> str:
    line = day_line(grid(), row, size)
    return "".join(piece.text for piece in (*line.before, *line.marked, *line.after))


class Screen(App[int]):
    picked: list[Spot]

    def compose(self) -> ComposeResult:
        self.picked = []
        yield YearPanel()
        yield Static("below")

    @property
    def panel(self) -> YearPanel:
        return self.query_one(YearPanel)

    def on_year_panel_picked(self, event: YearPanel.Picked) -> None:
        self.picked.append(event.spot)


class TestGrid:
    def test_a_line_has_the_sign_of_each_week_and_the_grid_ends_at_today(self) -> None:
        assert drawn(0) == "Mon 012345"
        assert drawn(1) == "Tue 012345◂"
        assert drawn(2) == "Wed 01234 "
        assert drawn(1, 2) == "Tue 0 1 2 3 4 5 ◂"

    def test_a_name_that_leaves_no_room_for_the_next_is_left_out(self) -> None:
        assert head_line(grid(), 1)[0].text == "     Feb Mar"
        assert head_line(grid(), 4)[0].text == "    Jan Feb             Mar"

    def test_the_marked_day_stands_by_itself_and_its_weekday_stands_out(self) -> None:
        line = day_line(grid(), 1, 1, Spot(2, 1))
        assert line.marked[0].text == "2"
        assert line.before[0].role == "strong"
        assert day_line(grid(), 0, 1, Spot(2, 1)).marked == ()
        assert day_line(grid(), 1, 1, Spot(-3, 1)).marked == ()

    def test_a_place_on_the_screen_is_a_day(self) -> None:
        assert spot_at(grid(), LABEL + 5, 1, 2) == Spot(2, 0)
        assert spot_at(grid(), LABEL - 1, 1, 2) is None
        assert spot_at(grid(), LABEL, 0, 2) is None
        assert spot_at(grid(), LABEL, 8, 2) is None
        assert spot_at(grid(), LABEL + 12, 1, 2) is None


class TestPlan:
    @pytest.mark.parametrize(
        ("room", "lines", "size", "columns", "beside", "below"),
        [
            (80, 24, 1, 53, True, False),
            (60, 20, 1, 53, False, False),
            (60, 30, 1, 53, False, True),
            (120, 40, 2, 53, False, True),
            (200, 60, 2, 53, True, False),
            (50, 24, 1, 43, False, False),
            (80, 19, 0, 53, False, False),
            (18, 24, 0, 53, False, False),
        ],
    )
    def test_the_grid_is_as_large_as_the_screen_allows(
        self, room: int, lines: int, size: int, columns: int, beside: bool, below: bool
    ) -> None:
        found = plan(METERS, grid(53), LEGEND, room, lines)
        assert (found.size, len(found.grid.columns), found.beside, found.below) == (size, columns, beside, below)

    def test_it_takes_no_more_lines_than_it_needs(self) -> None:
        assert plan(METERS, grid(53), LEGEND, 80, 24).height == 9
        assert plan(METERS, grid(53), LEGEND, 120, 40).height == 12
        assert plan(METERS * 9, grid(53), LEGEND, 80, 19).height == 3
        assert plan(METERS * 9, grid(53), LEGEND, 80, 12).height == 1
        assert plan(METERS, Grid(), (), 80, 24).height == 1


class TestPanel:
    async def test_it_is_as_high_as_what_it_shows(self) -> None:
        app = Screen()
        async with app.run_test(size=(40, 24)) as pilot:
            app.panel.show(METERS, grid(), LEGEND)
            await pilot.pause()
            assert [line.rstrip() for line in lines_of(app.panel)] == [
                " calls █████▋░░░░░░░░ 6/15",
                "       Feb     Mar",
                " Mon 0 1 2 3 4 5     ▇   all goals met",
                " Tue 0 1 2 3 4 5 ◂   ?   missing",
                " Wed 0 1 2 3 4",
                " Thu 0 1 2 3 4",
                " Fri 0 1 2 3 4",
                " Sat",
                " Sun",
            ]
            assert app.panel.size.height == 9

    async def test_a_day_is_marked_by_drawing_its_line_and_the_one_marked_before(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        app = Screen()
        async with app.run_test(size=(40, 24)) as pilot:
            app.panel.show(METERS, grid(), LEGEND)
            app.panel.mark(Spot(1, 0))
            await pilot.pause()
            lines = lines_drawn(monkeypatch, app.panel)
            app.panel.mark(Spot(2, 3))
            await pilot.pause()
            assert sorted(lines) == [2, 5]
            lit = [part.text for part in app.panel.render_line(5) if part.style and part.style.bgcolor]
            assert lit == ["2 "]

    async def test_what_is_the_same_is_not_drawn_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        app = Screen()
        async with app.run_test(size=(40, 24)) as pilot:
            app.panel.show(METERS, grid(), LEGEND)
            await pilot.pause()
            lines = lines_drawn(monkeypatch, app.panel)
            app.panel.show(METERS, grid(), LEGEND)
            await pilot.pause()
            assert lines == []

    async def test_a_click_on_a_day_picks_it(self) -> None:
        app = Screen()
        async with app.run_test(size=(40, 24)) as pilot:
            app.panel.show(METERS, grid(40), LEGEND)
            await pilot.pause()
            assert len(plan(METERS, grid(40), LEGEND, 40, 24).grid.columns) == 33
            await pilot.click(app.panel, offset=(1 + LABEL, 2))
            await pilot.click(app.panel, offset=(1, 2))
            await pilot.pause()
            assert app.picked == [Spot(7, 0)]

    async def test_it_gives_way_where_the_screen_gets_low(self) -> None:
        app = Screen()
        async with app.run_test(size=(80, 24)) as pilot:
            app.panel.show(METERS, grid(), LEGEND)
            await pilot.pause()
            assert "all goals met" in "\n".join(lines_of(app.panel))
            await pilot.resize_terminal(80, 15)
            await pilot.pause()
            assert len(lines_of(app.panel)) == 1
            await pilot.resize_terminal(30, 40)
            await pilot.pause()
            assert lines_of(app.panel)[-2].strip() == "▇ all goals met   ? miss…"


class TestTrends:
    TRENDS = (Trend([0, 4, 8, 8, 2, 1], "8 calls"), Trend([0, 0, 0, 1, 0, 0], "1 closing"))

    def drawn(self, room: int, lines: int, columns: int = 14) -> list[str]:
        trends = [Trend([0] * (columns - 6) + list(trend.values), trend.says) for trend in self.TRENDS]
        found = with_trends(plan(METERS, grid(columns), LEGEND, room, lines), trends, "most", room, lines)
        return [
            "".join(piece.text for piece in trend_line(found, number)).rstrip()
            for number in range(1 + len(found.trends))
        ]

    def test_each_week_has_a_bar_below_its_days_and_words_beside_them(self) -> None:
        assert self.drawn(80, 40) == [
            " " * 36 + "most",
            " " * 22 + "▄ █ █ ▂ ▁     8 calls",
            " " * 26 + "█         1 closing",
        ]

    def test_where_there_is_no_room_beside_them_the_words_take_the_place_of_the_oldest(self) -> None:
        assert self.drawn(60, 40, columns=50) == [
            "most",
            f"{'8 calls':49}▄██▂▁",
            f"{'1 closing':51}█",
        ]

    def test_on_a_low_or_a_narrow_screen_there_are_none(self) -> None:
        assert self.drawn(80, 39) == [""]
        assert self.drawn(24, 40, columns=30) == [""]
        assert with_trends(plan(METERS, Grid(), (), 80, 40), self.TRENDS, "most", 80, 40).trends == ()

    def test_the_panel_is_higher_by_them(self) -> None:
        bare = plan(METERS, grid(14), LEGEND, 80, 40)
        trends = [Trend([0] * 14, "none")] * 2
        assert with_trends(bare, trends, "most", 80, 40).height == bare.height + 3

    async def test_where_there_is_no_room_below_the_grid_they_take_its_place_when_asked(self) -> None:
        app = Screen()
        async with app.run_test(size=(54, 24)) as pilot:
            trends = [Trend([0] * 8 + list(trend.values), trend.says) for trend in self.TRENDS]
            app.panel.show(METERS, grid(14), LEGEND, trends, "most", "t shows trends")
            await pilot.pause()
            assert app.panel.can_turn
            assert "t shows trends" in lines_of(app.panel)[1]
            app.panel.turn(to_trends=True)
            await pilot.pause()
            assert [line.rstrip() for line in lines_of(app.panel)[1:]] == [
                "       Feb     Mar                   most",
                " " * 23 + "▄ █ █ ▂ ▁     8 calls",
                " " * 27 + "█         1 closing",
            ]
            await pilot.click(app.panel, offset=(1 + LABEL + 20, 2))
            assert app.picked == []
            app.panel.turn(to_trends=False)
            await pilot.pause()
            assert lines_of(app.panel)[2].startswith(" Mon 0 1 2")

    async def test_they_take_no_place_where_they_have_one_or_none(self) -> None:
        app = Screen()
        async with app.run_test(size=(80, 44)) as pilot:
            app.panel.show(METERS, grid(14), LEGEND, [Trend([1] * 14, "14 calls")], "most", "t shows trends")
            await pilot.pause()
            assert not app.panel.can_turn
            assert "t shows" not in "".join(lines_of(app.panel))
            await pilot.resize_terminal(80, 18)
            await pilot.pause()
            assert not app.panel.can_turn
