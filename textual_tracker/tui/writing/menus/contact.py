"""`c`: a contact that is logged at once; `C`: the same with a note."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from textual_tracker.core.records import Partner, Referral
from textual_tracker.editing.actions.contact import SHORT, Contact, log_contact, log_touch
from textual_tracker.editing.draft import Action
from textual_tracker.tui.writing.row import Row, officer
from textual_tracker.tui.writing.steps import Ask, Choice, Choose, Echo, Write

KEYS: Final = MappingProxyType({
    "n": ("na", "no answer", "no answer"),
    "v": ("vm", "voicemail", "voicemail"),
    "r": ("r", "reached", "reached"),
    "b": ("b", "called back", "back"),
    "t": ("t", "texted", "text"),
    "T": ("tr", "text reply", "reply"),
    "e": ("e", "e-mailed", "e-mail"),
})  # fmt: skip
"""By its key, the short form of a contact, and what it is called, in short too."""


def contact(row: Row) -> Choose:
    """The keys of the contacts, each of which logs one."""
    return _by_somebody(row, _contact)


def contact_with_note(row: Row) -> Choose:
    """The same keys, each of which leads to a line for a note."""
    return _by_somebody(row, _contact_with_note)


def _by_somebody(row: Row, keys: Callable[[Row, str | None], Choose]) -> Choose:
    """The keys; in a shared journal it is asked first who it was, where nothing else says it."""
    officers = row.look.snapshot.journal.settings.officers
    known = row.by or (row.record.officer if isinstance(row.record, Referral) else None) or officer(row.look)
    if not officers or known:
        return keys(row, row.by)
    choices = [Choice(str(number), name, keys(row, who)) for number, (who, name) in enumerate(officers.items(), 1)]
    return Choose(f"{_title(row)}, by whom?", choices)


def _contact(row: Row, by: str | None) -> Choose:
    choices = [
        Choice(key, label, Write(_action(row, SHORT[form], by)), brief) for key, (form, label, brief) in KEYS.items()
    ]
    return Choose(_title(row), choices)


def _contact_with_note(row: Row, by: str | None) -> Choose:
    choices = [
        Choice(key, label, _note(row, label, SHORT[form], by), brief) for key, (form, label, brief) in KEYS.items()
    ]
    return Choose(f"{_title(row)} with a note", choices)


def _title(row: Row) -> str:
    return f"{row.name}: {'touch' if isinstance(row.record, Partner) else 'contact'}"


def _note(row: Row, label: str, what: Contact, by: str | None) -> Ask:
    def read(text: str) -> Echo:
        note = text.strip()
        return Echo(f"{label}: {note}" if note else f"{label}, without a note", Write(_action(row, what, by, note)))

    return Ask(f"{row.name}, {label}:", "a note", read)


def _action(row: Row, what: Contact, by: str | None, note: str = "") -> Action:
    log = log_touch if isinstance(row.record, Partner) else log_contact
    return log(row.record.id, what, by=by, note=note)
