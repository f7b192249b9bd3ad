"""Whose a page is, for its heading."""

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.call import Call
from textual_tracker.store.layout import find_journal


def whose(call: Call, snapshot: Snapshot, officer: str | None) -> str:
    """The name of the officer who was asked for, else of the journal's, or of all of them; else of its folder."""
    settings = snapshot.journal.settings
    if officer is not None:
        return settings.officers.get(officer, officer)
    names = settings.officer or ", ".join(settings.officers.values())
    return names or find_journal(call.journal, call.environ, call.here).name
