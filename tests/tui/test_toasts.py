"""What is said for a moment."""

from pathlib import Path

import pytest

from tests.tui.driving import opened

FILE = "2026-03-10-dana-ortiz.yaml"
SAID = f"What was typed is in /home/ana/.local/state/textual-tracker/drafts/{FILE}, look there."


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_path_is_not_broken_within_a_name(journal: Path, size: tuple[int, int]) -> None:
    async with opened(journal, size) as person:
        person.desk.notify(SAID, markup=False)
        await person.sees(f" {FILE}, look there.")
        assert any(line.rstrip(" │").endswith("drafts/") for line in person.screen.splitlines())


@pytest.mark.parametrize(("size", "lines"), [((60, 20), 1), ((80, 24), 1), ((100, 30), 3)])
async def test_on_a_low_screen_a_sentence_hides_no_more_than_its_own_line(
    journal: Path, size: tuple[int, int], lines: int
) -> None:
    async with opened(journal, size) as person:
        await person.press("2")
        await person.sees("2 Pipeline", "Dana Ortiz")
        before = (await person.still()).splitlines()
        person.desk.notify("Dana Ortiz: tried (voicemail, left message)", markup=False)
        await person.sees("left message")
        after = (await person.still()).splitlines()
        assert sum(old != new for old, new in zip(before, after, strict=True)) == lines
