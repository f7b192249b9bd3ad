"""One door to a journal, for the command line and for the screen alike: look, plan a write, perform it, undo it."""

from textual_tracker.workspace.workspace import Workspace

__all__ = ["Workspace"]
