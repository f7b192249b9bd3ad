"""What the numbers mean, next to the numbers: for `--explain`, the help of each view, and the pages of HTML."""

from importlib import import_module
from typing import Final

from textual_tracker.analytics.definitions.definition import Definition

FOLDER: Final = "textual_tracker.analytics.definitions"
REPORTS: Final = frozenset(
    {
        "activity", "diagnose", "forecast", "partners", "pipeline", "plan", "results", "review", "stalled", "today",
    }
)  # fmt: skip
"""What has definitions: a file of that name each."""


def definitions_of(what: str) -> tuple[Definition, ...]:
    """The definitions of one report: `results`, `forecast` …, as the command and the view are called."""
    found: tuple[Definition, ...] = import_module(f"{FOLDER}.{what}").DEFINITIONS
    return found


def is_defined(what: str) -> bool:
    """Whether there is anything to define in the report, or the view, of that name."""
    return what in REPORTS
