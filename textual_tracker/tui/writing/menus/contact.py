"""`c`: a contact that is logged at once; `C`: the same with a note."""

from types import MappingProxyType
from typing import Final

from textual_tracker.core.records import Partner
from textual_tracker.editing.actions.contact import SHORT, Contact, log_contact, log_touch
from textual_tracker.editing.draft import Action
from textual_tracker.tui.writing.row import Row
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
    choices = [
        Choice(key, label, Write(_action(row, SHORT[form])), brief) for key, (form, label, brief) in KEYS.items()
    ]
    return Choose(_title(row), choices)


def contact_with_note(row: Row) -> Choose:
    """The same keys, each of which leads to a line for a note."""
    choices = [Choice(key, label, _note(row, label, SHORT[form]), brief) for key, (form, label, brief) in KEYS.items()]
    return Choose(f"{_title(row)} with a note", choices)


def _title(row: Row) -> str:
    return f"{row.name}: {'touch' if isinstance(row.record, Partner) else 'contact'}"


def _note(row: Row, label: str, what: Contact) -> Ask:
    def read(text: str) -> Echo:
        note = text.strip()
        return Echo(f"{label}: {note}" if note else f"{label}, without a note", Write(_action(row, what, note)))

    return Ask(f"{row.name}, {label}:", "a note", read)


def _action(row: Row, what: Contact, note: str = "") -> Action:
    log = log_touch if isinstance(row.record, Partner) else log_contact
    return log(row.record.id, what, by=row.by, note=note)
