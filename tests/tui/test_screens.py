"""Each view as plain text, to be read in a review: tests/tui/screens/*.txt.

Run with TRACKER_UPDATE_SCREENS=1 to write them anew, and look at the difference.
"""

import os
from itertools import product
from pathlib import Path

import pytest

from tests.tui.driving import opened
from tests.tui.test_problems import broken

SCREENS = Path(__file__).parent / "screens"
UPDATE = os.environ.get("TRACKER_UPDATE_SCREENS") == "1"
SIZES = ((80, 24), (120, 40))
SHOWN = {
    "pipeline": ("2",),
    "pipeline-table": ("2", "b"),
    "pipeline-detail": ("2", "j", "enter"),
    "stalled": ("3",),
    "stalled-detail": ("3", "j", "enter"),
    "stalled-query": ("3", "slash", "c", "h", "e", "n"),
    "partners": ("5",),
    "partners-detail": ("5", "enter"),
    "partners-query": ("5", "slash", "t", "r", "a", "n"),
    "results": ("6",),
    "results-detail": ("6", "j", "j", "j", "enter"),
    "results-people": ("6", "j", "j", "j", "l"),
    "results-partners": ("6", "b"),
    "results-query": ("6", "slash", "c", "h", "e", "n"),
    "problems": ("8",),
    "help": ("8", "question_mark"),
    "help-numbers": ("6", "question_mark", "question_mark"),
    "palette": ("8", "colon", "c", "o", "p", "y"),
    "queries": ("3", "F"),
    "contact": ("3", "j", "c"),
    "milestone": ("3", "p"),
    "tell": ("3", "j", "t"),
    "tell-partner": ("5", "t"),
    "count": ("3", "plus"),
    "appointment": ("2", "l", "l", "a"),
    "next-step": ("3", "j", "f", "f", "r", "i", "space", "c", "a", "l", "l"),
    "lost": ("3", "j", "x", "l", "d", "e", "n", "i", "e", "d"),
    "lost-all": ("3", "j", "x", "l", "down"),
    "new": ("3", "o", "R", "o", "s", "a", "space", "@", "c", "h", "e", "n"),
}
SMALL = (
    "results",
    "results-detail",
    "results-people",
    "contact",
    "milestone",
    "tell",
    "tell-partner",
    "next-step",
    "lost-all",
    "new",
)
"""Those that are shown on a small terminal too."""


@pytest.mark.parametrize(
    ("name", "size"),
    [*product(SHOWN, SIZES), *product(SMALL, [(60, 20)])],
    ids=lambda value: value if isinstance(value, str) else "x".join(map(str, value)),
)
async def test_the_screen_is_as_it_was_last_agreed(journal: Path, name: str, size: tuple[int, int]) -> None:
    if name == "problems":
        broken(journal)
    async with opened(journal, size) as person:
        for key in SHOWN[name]:
            await person.press(key)
            await person.finds(lambda: person.desk.view.look is not None)
        if name in {"next-step", "lost", "new"}:
            await person.finds(lambda: person.desk.foot.line is not None)
        if name == "partners-query":
            await person.sees("1 of 2")
        if name == "results-query":
            await person.sees("4 of 12")
        if name == "stalled-query":
            await person.sees("2 of 8")
        await person.pilot.pause()
        agreed(f"{name}-{size[0]}x{size[1]}", person.screen)


def agreed(name: str, screen: str) -> None:
    """Hold a screen to its file."""
    file = SCREENS / f"{name}.txt"
    if UPDATE:
        SCREENS.mkdir(exist_ok=True)
        file.write_text(f"{screen}\n", "utf-8")
    assert f"{screen}\n" == file.read_text("utf-8")
