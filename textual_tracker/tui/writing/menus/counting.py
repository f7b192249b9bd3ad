"""`+`: one more of what is counted of a day."""

import datetime as dt
from types import MappingProxyType
from typing import Final

from textual_tracker.analytics.activity.counters import Activity
from textual_tracker.analytics.wording import long_day, word
from textual_tracker.editing.draft import Action
from textual_tracker.editing.one_line import Count
from textual_tracker.tui.messages import Look
from textual_tracker.tui.writing.row import officer as officer_at_the_screen
from textual_tracker.tui.writing.steps import Choice, Choose, Step, Write
from textual_tracker.workspace.counted import count_on

KEYS: Final = MappingProxyType({
    "c": "calls",
    "f": "follow_ups",
    "n": "notes",
    "v": "conversations",
    "a": "appointments",
})  # fmt: skip
MOST_OWN: Final = 9
"""As many of the journal's own kinds have a digit."""


def counting(look: Look, day: dt.date, officer: str) -> Step:
    """The counters of a day, each one more; in a shared journal of an officer, who is asked for where it is not known.

    `officer` is whose days are on the screen, "" for everybody's.
    """
    officers = look.snapshot.journal.settings.officers
    known = officer or officer_at_the_screen(look)
    if not officers or known:
        return _counters(look, day, known)
    choices = [
        Choice(str(number), name, _counters(look, day, each)) for number, (each, name) in enumerate(officers.items(), 1)
    ]
    return Choose(f"{long_day(day)}: whose day?", choices)


def _counters(look: Look, day: dt.date, officer: str) -> Choose:
    counts = Activity(look.snapshot, officer or None).day(day).counts
    own = look.snapshot.journal.settings.activities[:MOST_OWN]
    keys = {**KEYS, **{str(number): name for number, name in enumerate(own, start=1)}}
    whose = look.snapshot.journal.settings.officers.get(officer, "")
    choices = [
        Choice(
            key,
            f"{word(name)} {counts[name]}",
            Write(_said_of(whose, count_on((Count(name, "+", 1),), day=day, officer=officer))),
        )
        for key, name in keys.items()
    ]
    return Choose(f"{long_day(day)}{f', {whose}' if whose else ''}: one more of", choices)


def _said_of(whose: str, action: Action) -> Action:
    """The same action; in a shared journal it is told with whose day it was."""
    return (lambda draft: f"{whose}, {action(draft)}") if whose else action
