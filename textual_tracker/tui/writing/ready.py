"""Brings in what the keys of writing need, so that the first of them is as fast as the second."""

from importlib import import_module
from pkgutil import iter_modules

from textual_tracker.tui.writing import menus


def get_ready() -> None:
    """Import it; in a thread, once the records are on the screen."""
    import_module("textual_tracker.tui.writing.pen")
    import_module("textual_tracker.workspace.writing")
    import_module("textual_tracker.workspace.planning")
    for module in iter_modules(menus.__path__, f"{menus.__name__}."):
        import_module(module.name)
