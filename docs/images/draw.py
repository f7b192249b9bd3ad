"""Draw the pictures of the manual from the sample journal: `make pictures`, or `python docs/images/draw.py [NAME...]`.

Each picture is an SVG of a real screen at the sample's last day, and the same on every machine. A terminal's own fonts
are asked for, nothing is fetched when a picture is looked at.
"""

import asyncio
import datetime as dt
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from textual_tracker.config.resources import sample_journal_folder
from textual_tracker.tui.app import TrackerApp

HERE = Path(__file__).resolve().parent
LAST_DAY = dt.date(2026, 3, 10)
PICTURES = {
    "today": ("1",),
    "pipeline": ("2",),
    "stalled": ("3",),
    "activity": ("4",),
    "partners": ("5",),
    "results": ("6", "j", "j", "j"),
    "forecast": ("7",),
    "problems": ("8",),
    "detail": ("2", "j", "enter"),
    "contact": ("3", "j", "c"),
    "help": ("2", "question_mark"),
}
"""What is pressed for each."""
SIZE = (132, 36)
DEADLINE = 30.0
STILL = 5
"""How many looks, one after the other, have to find the same before it is drawn."""
FETCHED_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")
FONTS = "ui-monospace, Menlo, Consolas, DejaVu Sans Mono"


async def draw(name: str, journal: Path) -> None:
    """Show a view in a terminal that nobody sees, and keep what is on it."""
    app = TrackerApp(journal, today=lambda: LAST_DAY, use_index=False, monotonic=lambda: 0.0)
    async with app.run_test(size=SIZE) as pilot:
        await _still(app, pilot)
        for key in PICTURES[name]:
            await pilot.press(key)
            await _still(app, pilot)
        text = FETCHED_FONT.sub("", app.export_screenshot(title="tracker demo")).replace("Fira Code", FONTS)
    (HERE / f"{name}.svg").write_text(text, encoding="utf-8")


async def _still(app: TrackerApp, pilot: Pilot[Any]) -> None:
    """Wait until the records are on the screen, and nothing on it changes any more."""
    deadline = time.monotonic() + DEADLINE
    last, same = "", 0
    while same < STILL:
        if time.monotonic() > deadline:
            raise TimeoutError("the screen does not come to rest")
        await pilot.pause(0.1)
        shown = app.export_screenshot()
        same = same + 1 if shown == last and "201&#160;referrals" in shown and "Reading" not in shown else 0
        last = shown


def main() -> None:
    """Draw the pictures that are named, or all, as somebody sees them who has set nothing up."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder}
        os.environ.pop("NO_COLOR", None)
        for name in sys.argv[1:] or PICTURES:
            journal = Path(folder) / name / "sample_journal"
            shutil.copytree(sample_journal_folder(), journal)
            asyncio.run(draw(name, journal))


if __name__ == "__main__":
    main()
