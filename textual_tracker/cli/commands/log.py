"""`tracker log`: a contact attempt, or a touch of a partner."""

from textual_tracker.analytics.naming import find_record
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Partner
from textual_tracker.core.vocabulary import CHANNELS, RESULTS
from textual_tracker.editing.actions.contact import SHORT, Contact, log_contact, log_touch
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Record the contact with whom the words name."""
    name, contact = _contact(call.words)
    workspace = open_workspace(call)
    record = find_record(Snapshot(workspace.journal, call.today()), name)
    log = log_touch if isinstance(record, Partner) else log_contact
    action = log(record.id, contact, by=call.parsed.value("by"), note=call.parsed.value("note") or "")
    return carry_out(call, workspace, action)


def _contact(words: list[str]) -> tuple[str, Contact]:
    """The name, and the contact that the last words are."""
    *name, last = words
    if last in SHORT:
        return " ".join(name), SHORT[last]
    if last in CHANNELS:
        return " ".join(name), Contact(last)
    if last in RESULTS and len(name) > 1 and name[-1] in CHANNELS:
        return " ".join(name[:-1]), Contact(name[-1], last)
    raise UsageError(f'"{last}" is no contact: {", ".join(SHORT)}, or a channel ({", ".join(CHANNELS)}) and a result')
