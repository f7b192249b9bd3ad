"""What a key changes is on the screen with its first frame, and little else is drawn again."""

import os
from pathlib import Path

import pytest
from textual._compositor import ChopsUpdate, LayoutUpdate

from tests.tui.driving import opened
from tests.tui.seeing import lines_drawn
from textual_tracker import tui
from textual_tracker.tui.app import TrackerApp
from textual_tracker.tui.widgets.query_bar import QueryBar

TALL = (120, 40)


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The frames that are drawn from now on."""
    drawn: list[object] = []
    display = TrackerApp._display

    def noting(app: TrackerApp, screen: object, frame: object) -> None:
        if isinstance(frame, ChopsUpdate | LayoutUpdate):
            drawn.append(frame)
        display(app, screen, frame)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(TrackerApp, "_display", noting)
    return drawn


@pytest.mark.parametrize(
    "key", ["j", "tab", "enter", "slash", "c", "f", "o", "plus", "2", "G"], ids=lambda key: f"key-{key}"
)
async def test_a_key_is_answered_in_one_frame(journal: Path, frames: list[object], key: str) -> None:
    async with opened(journal, TALL) as person:
        await person.press("2", "3")
        await person.sees("stalled")
        await person.still()
        frames.clear()
        await person.press(key)
        assert len(frames) == 1


async def test_the_keys_that_are_next_cover_lines_of_the_list_and_draw_none_of_it(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(journal, TALL) as person:
        await person.press("3")
        await person.sees("stalled")
        await person.still()
        drawn = lines_drawn(monkeypatch, person.desk.view.main)
        await person.press("c")
        await person.sees("voicemail")
        await person.press("escape")
        await person.misses("voicemail")
        assert drawn == []


async def test_the_other_pane_takes_the_keys_and_one_row_is_drawn(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(journal, TALL) as person:
        await person.press("3")
        await person.sees("stalled")
        await person.still()
        drawn = lines_drawn(monkeypatch, person.desk.view.main)
        await person.press("tab")
        await person.finds(lambda: not person.desk.view.main.has_focus)
        await person.still()
        assert set(drawn) == {1}


async def test_the_line_of_a_query_is_made_once(journal: Path) -> None:
    async with opened(journal, TALL) as person:
        await person.press("3", "slash")
        await person.type("bell")
        await person.sees("1 of 8")
        first = person.desk.view.query_one(QueryBar)
        await person.press("escape", "slash")
        assert person.desk.view.query_one(QueryBar) is first
        await person.sees("/ ")
        await person.misses("/bell")
        await person.press("escape")
        assert not first.display


def test_a_frame_need_not_wait_for_the_next_sixtieth_of_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_FPS", "")
    monkeypatch.delenv("TEXTUAL_FPS")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("gc.disable", lambda: None)
    seen: list[str] = []
    monkeypatch.setattr(TrackerApp, "run", lambda _: seen.append(os.environ["TEXTUAL_FPS"]))
    tui.run(tmp_path, today=lambda: pytest.fail("nothing asks for it"))
    assert seen == [tui.FRAMES]
