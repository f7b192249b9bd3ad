"""The views: each works out what it shows as a pure function of one look at the journal, and draws it in widgets."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual_tracker.tui.views.view import View

VIEWS = ("today", "pipeline", "stalled", "activity", "partners", "results", "forecast", "problems")
"""The ids of the views, which are those of the actions that show them; the first is shown first."""


def make_view(view_id: str) -> "View[Any]":
    """A new view; its module is imported when it is wanted for the first time."""
    module = import_module(f"textual_tracker.tui.views.{view_id}.view")
    made: View[Any] = getattr(module, f"{view_id.capitalize()}View")(view_id)
    return made
