"""The terminal screen: views that stay true while the files change underneath. Only here is Textual known."""

import datetime as dt
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

FRAMES = "1000"
"""Frames that Textual may draw in a second. By itself it draws 60, and what a key changes a moment after its first
frame, or the answer of a thread, waits for the next sixtieth of a second."""
SERVED = "TEXTUAL_DRIVER"
"""The variable by which a server tells the programs that it starts that a browser's page is their terminal."""


def run(root: Path, *, today: Callable[[], dt.date], use_index: bool = True, colour: bool | None = None) -> int:
    """Show the journal at `root` until the person leaves; the result is the exit code.

    `today` is asked again and again, so that a screen that stays open follows midnight. Without `use_index` every
    file is read. `colour`: as the command line was told; `None`: as $NO_COLOR says, where that is not empty.
    """
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    if colour if colour is not None else not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)
    else:
        os.environ["NO_COLOR"] = "1"  # Textual decides while the application is made, and an empty one counts for it
    gc.disable()  # until the records are on the screen: `textual_tracker.tui.lasting`
    from textual_tracker.tui.app import TrackerApp  # noqa: PLC0415 - not before the variable is as it should be

    app = TrackerApp(root, today=today, use_index=use_index)
    if os.environ.get(SERVED):
        from textual_tracker.tui.served import ServedDriver  # noqa: PLC0415 - a terminal does not need it

        app.driver_class = ServedDriver
    elif os.name == "posix":
        from textual_tracker.tui.terminal import TerminalDriver  # noqa: PLC0415 - nor does Windows

        app.driver_class = TerminalDriver
    code = app.run()
    if app.desk is not None:
        app.desk.bridge.close(lambda sentence: sys.stderr.write(f"{sentence}\n"))
        if app.desk.crash is not None:
            raise app.desk.crash
    return code or app.return_code or 0
