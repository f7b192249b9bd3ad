"""What the numbers mean, next to the numbers: for `--explain`, the help of each view, and the pages of HTML."""

from importlib import import_module

from textual_tracker.analytics.definitions.definition import Definition


def definitions_of(what: str) -> tuple[Definition, ...]:
    """The definitions of one report: `results`, `forecast` …, as the command and the view are called."""
    found: tuple[Definition, ...] = import_module(f"textual_tracker.analytics.definitions.{what}").DEFINITIONS
    return found
