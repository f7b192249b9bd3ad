from textual import on
from textual.app import App, ComposeResult

from tests.tui.seeing import lines_of
from textual_tracker.tui.widgets.offers import Offers, Shown

REASONS = [
    Shown("never reached", "follow-up"),
    Shown("went cold", "follow-up"),
    Shown("no show", "scripting"),
    Shown("credit", "denied"),
    Shown("employment", "denied"),
    Shown("other"),
]


class OneList(App[int]):
    pressed = -1

    def compose(self) -> ComposeResult:
        yield Offers()

    @on(Offers.Pressed)
    def note(self, event: Offers.Pressed) -> None:
        self.pressed = event.number


async def shown(size: tuple[int, int], chosen: int | None) -> list[str]:
    app = OneList()
    async with app.run_test(size=size) as pilot:
        app.query_one(Offers).show(REASONS, chosen)
        await pilot.pause()
        return lines_of(app.query_one(Offers))


async def test_each_group_stands_under_its_heading_and_flows() -> None:
    assert await shown((60, 20), None) == [
        " follow-up   never reached   went cold",
        " scripting   no show",
        " denied      credit   employment",
        "             other",
    ]
    assert (await shown((32, 20), None))[:2] == [" follow-up   never reached", "             went cold"]


async def test_on_a_low_screen_the_chosen_one_is_in_view_and_a_sign_says_that_more_follow() -> None:
    assert (await shown((40, 6), None))[-1] == " denied      credit   employment      ▾"
    assert (await shown((40, 6), 5))[-1] == "             other"


async def test_a_click_on_one_tells_which() -> None:
    app = OneList()
    async with app.run_test(size=(60, 20)) as pilot:
        app.query_one(Offers).show(REASONS, 0)
        await pilot.pause()
        await pilot.click(Offers, offset=(2, 0))
        assert app.pressed == -1
        await pilot.click(Offers, offset=(25, 2))
        assert app.pressed == 4
