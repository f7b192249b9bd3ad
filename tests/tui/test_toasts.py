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
        await person.sees("drafts/ ", f" {FILE}, look there.")
