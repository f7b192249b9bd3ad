from textual import on
from textual.app import App, ComposeResult

from tests.tui.seeing import lines_of
from textual_tracker.tui.widgets.strip import ChoiceStrip, Option, Said

CONTACT = [Option("n", "no answer", "none"), Option("v", "voicemail", "vm"), Option("T", "text reply", "reply")]


class OneStrip(App[int]):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield ChoiceStrip()

    @on(ChoiceStrip.Pressed)
    def note(self, event: ChoiceStrip.Pressed) -> None:
        self.pressed.append(event.key)


async def shown(said: Said, width: int, height: int = 12) -> list[str]:
    app = OneStrip()
    async with app.run_test(size=(width, height)) as pilot:
        app.query_one(ChoiceStrip).show(said)
        await pilot.pause()
        return lines_of(app.query_one(ChoiceStrip))


async def test_the_title_and_the_choices_flow_and_none_is_broken() -> None:
    assert await shown(Said("Dana: contact", CONTACT), 60) == [
        " Dana: contact  n no answer  v voicemail  T text reply  esc"
    ]
    assert await shown(Said("Dana: contact", CONTACT), 40) == [
        " Dana: contact  n no answer",
        "   v voicemail  T text reply  esc",
    ]


async def test_where_the_choices_take_too_many_lines_they_have_shorter_names() -> None:
    assert await shown(Said("Dana: contact", CONTACT), 20) == [" Dana: contact", "   n none  v vm", "   T reply  esc"]


async def test_what_was_wrong_with_a_key_stands_at_the_end() -> None:
    lines = await shown(Said("Dana", CONTACT, wrong="q does nothing here"), 80)
    assert lines == [" Dana  n no answer  v voicemail  T text reply  esc  q does nothing here"]


QUOTED = "Hi Sarah, here is where things stand:\n- Dana: we have met\n- Lee: we have spoken\n- Kai: closed"


async def test_a_text_to_read_stands_above_in_up_to_half_of_the_screen() -> None:
    assert await shown(Said("Sarah", (), QUOTED), 60) == [
        "   Hi Sarah, here is where things stand:",
        "   - Dana: we have met",
        "   - Lee: we have spoken",
        "   - Kai: closed",
        " Sarah  esc",
    ]


async def test_a_longer_text_is_scrolled_to_its_end() -> None:
    app = OneStrip()
    async with app.run_test(size=(60, 8)) as pilot:
        strip = app.query_one(ChoiceStrip)
        strip.show(Said("Sarah", (), QUOTED))
        await pilot.pause()
        assert lines_of(strip) == [
            "   Hi Sarah, here is where things stand:",
            "   - Dana: we have met",
            "   ↓ 2 more",
            " Sarah  esc",
        ]
        assert strip.scroll("down")
        assert lines_of(strip)[:3] == ["   - Dana: we have met", "   - Lee: we have spoken", "   ↑ 1  ↓ 1 more"]
        assert strip.scroll("pagedown")
        assert lines_of(strip)[:3] == ["   - Lee: we have spoken", "   - Kai: closed", "   ↑ 2 more"]
        assert not strip.scroll("q")
        strip.show(Said("Sarah", (), QUOTED, wrong="q does nothing here"))
        assert lines_of(strip)[1] == "   - Kai: closed"
        strip.show(Said("Sarah", (), "Hi Sarah"))
        assert not strip.scroll("down")


async def test_nothing_of_a_name_is_obeyed_by_the_terminal_and_a_long_one_is_cut() -> None:
    assert await shown(Said("[b]\x1b[31m" + "x" * 40, ()), 30) == [r" [b]\x1b[31mxxxxxxxxxxxxxxxx…", "   esc"]


async def test_of_a_title_that_is_too_long_the_name_is_cut() -> None:
    assert await shown(Said("Bartholomew Featherstonehaugh: tell, thanks", ()), 30) == [
        " Bartholomew F…: tell, thanks",
        "   esc",
    ]


async def test_a_click_on_a_choice_tells_its_key() -> None:
    app = OneStrip()
    async with app.run_test(size=(60, 12)) as pilot:
        app.query_one(ChoiceStrip).show(Said("Dana: contact", CONTACT))
        await pilot.pause()
        await pilot.click(ChoiceStrip, offset=(5, 0))
        assert app.pressed == []
        await pilot.click(ChoiceStrip, offset=(30, 0))
        assert app.pressed == ["v"]
        await pilot.click(ChoiceStrip, offset=(56, 0))
        assert app.pressed == ["v", "escape"]
