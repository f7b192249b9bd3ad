from textual import on
from textual.app import App, ComposeResult

from tests.tui.seeing import lines_of, until
from textual_tracker.tui.widgets.bar import Bar, Item
from textual_tracker.tui.widgets.ink import Piece


class OneBar(App[int]):
    pressed = ""

    def compose(self) -> ComposeResult:
        yield Bar()

    @on(Bar.Pressed)
    def note(self, event: Bar.Pressed) -> None:
        self.pressed = event.item


def said(text: str, priority: int = 0, item_id: str = "") -> Item:
    return Item((Piece(text),), priority, item_id)


async def test_the_least_needed_items_go_where_room_is_scarce() -> None:
    app = OneBar()
    async with app.run_test(size=(40, 3)) as pilot:
        bar = app.query_one(Bar)
        bar.show([said("journal"), said("officer", 2)], [said("206 referrals", 1), said("\x1b help")])
        await pilot.pause()
        assert lines_of(bar)[0] == " journal       206 referrals  \\x1b help"
        await pilot.resize_terminal(60, 3)
        await pilot.pause()
        assert lines_of(bar)[0] == " journal  officer                  206 referrals  \\x1b help"
        await pilot.resize_terminal(20, 3)
        await pilot.pause()
        assert lines_of(bar)[0] == " journal  \\x1b help"


async def test_what_matters_less_does_not_stand_in_for_what_had_to_go() -> None:
    app = OneBar()
    async with app.run_test(size=(40, 3)) as pilot:
        bar = app.query_one(Bar)
        bar.show([said("journal")], [said("201 referrals", 1), said("25 partners", 2), said("301 days", 3)])
        await pilot.pause()
        assert lines_of(bar)[0] == " journal     201 referrals  25 partners"
        await pilot.resize_terminal(22, 3)
        await pilot.pause()
        assert lines_of(bar)[0] == " journal"


async def test_an_item_with_a_short_form_is_said_shorter_before_it_goes() -> None:
    app = OneBar()
    async with app.run_test(size=(30, 3)) as pilot:
        bar = app.query_one(Bar)
        views = [Item((Piece(f"{n} View"),), 9, short=(Piece(str(n)),)) for n in range(1, 5)]
        bar.show(views, [said("? help")])
        await pilot.pause()
        assert lines_of(bar)[0] == " 1 View  2 View  3  4  ? help"
        await pilot.resize_terminal(24, 3)
        await pilot.pause()
        assert lines_of(bar)[0] == " 1  2  3  4      ? help"


async def test_a_click_presses_the_item_under_it() -> None:
    app = OneBar()
    async with app.run_test(size=(40, 3)) as pilot:
        bar = app.query_one(Bar)
        bar.show([said("journal"), said("find", 0, "find")], [said("quit", 0, "quit")])
        await pilot.pause()
        await pilot.click(Bar, offset=(11, 0))
        await until(pilot, lambda: app.pressed == "find")
        await pilot.click(Bar, offset=(36, 0))
        await until(pilot, lambda: app.pressed == "quit")
        await pilot.click(Bar, offset=(3, 0))
        await pilot.click(Bar, offset=(20, 0))
        assert app.pressed == "quit"
