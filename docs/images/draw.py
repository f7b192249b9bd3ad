"""Draw the pictures of the manual from the sample journal: `python docs/images/draw.py`.

Each picture is an SVG of a real screen at the sample's last day. A terminal's own fonts are asked for, nothing is
fetched when a picture is looked at.
"""

import asyncio
import datetime as dt
import re
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from textual_tracker.config.resources import sample_journal_folder
from textual_tracker.tui.app import TrackerApp

HERE = Path(__file__).resolve().parent
LAST_DAY = dt.date(2026, 3, 10)
PICTURES = {"pipeline": "2", "stalled": "3"}
SIZE = (132, 36)
DEADLINE = 30.0
FETCHED_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")


async def draw() -> None:
    """Show each view in a terminal that nobody sees, and keep what is on it."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal"
        shutil.copytree(sample_journal_folder(), journal)
        app = TrackerApp(journal, today=lambda: LAST_DAY, use_index=False)
        async with app.run_test(size=SIZE) as pilot:
            for name, key in PICTURES.items():
                await pilot.press(key)
                await _until_shown(app, pilot)
                svg = app.export_screenshot(title="tracker demo")
                text = FETCHED_FONT.sub("", svg).replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")
                (HERE / f"{name}.svg").write_text(text, encoding="utf-8")


async def _until_shown(app: TrackerApp, pilot: Pilot[Any]) -> None:
    deadline = time.monotonic() + DEADLINE
    while time.monotonic() < deadline:
        await pilot.pause()
        if "Priya Nair" in app.export_screenshot().replace("&#160;", " "):
            return
    raise TimeoutError("the sample journal does not appear on the screen")


if __name__ == "__main__":
    asyncio.run(draw())
