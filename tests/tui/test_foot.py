"""The lines above the keys: what they take, when they go, and that nothing is written by them unseen."""

from pathlib import Path

from tests.tui.driving import opened
from tests.tui.writing import files, goes_to, text

KAI = "referrals/2026/2026-03-03-kai-brooks.yaml"


async def test_a_line_that_is_not_seen_takes_no_keys_and_is_there_again_with_the_room(journal: Path) -> None:
    before = dict(files(journal))
    async with opened(journal, (80, 24)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("x", "l")
        await person.sees("Kai Brooks, lost because:")
        await person.pilot.resize_terminal(30, 8)
        await person.type("never")
        await person.press("enter", "j")
        assert dict(files(journal)) == before
        await person.pilot.resize_terminal(80, 24)
        await person.sees("Kai Brooks, lost because:", "a part of the reason")
        await person.type("never")
        await person.press("enter")
        await person.sees("Kai Brooks: lost (never reached)")


async def test_a_strip_that_is_not_seen_can_be_left_and_so_can_the_screen(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("c")
        await person.pilot.resize_terminal(30, 8)
        await person.press("n", "escape")
        assert not person.desk.foot.is_open
        await person.pilot.resize_terminal(80, 24)
        await person.press("c")
        await person.pilot.resize_terminal(30, 8)
        await person.press("q")
        assert person.app._exit
    assert "2026-03-10" not in text(journal, KAI)
