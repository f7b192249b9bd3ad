"""What a person sees: the screen as text, and waiting for it without a fixed sleep."""

import time
from collections.abc import Callable

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

PATIENCE = 6.0
"""Seconds until a test gives up on something that should be on the screen by now."""


def screen_of(app: App[int]) -> str:
    """The whole screen as lines of text, without spaces at their ends."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def lines_of(widget: Widget) -> list[str]:
    """The lines of one widget as text, without spaces at their ends."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def lines_drawn(monkeypatch: pytest.MonkeyPatch, widget: Widget) -> list[int]:
    """The numbers of the lines that `widget` draws from now on, in the order in which it does."""
    drawn: list[int] = []
    render = widget.render_line

    def noting(y: int) -> Strip:
        drawn.append(y)
        return render(y)

    monkeypatch.setattr(widget, "render_line", noting)
    return drawn


async def until(pilot: Pilot[int], seen: Callable[[], object]) -> None:
    """Wait until `seen()` is true; after `PATIENCE` seconds fail and show the screen."""
    deadline = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < deadline, f"not seen in {PATIENCE:.0f} s:\n{screen_of(pilot.app)}"
        await pilot.pause(0.01)
