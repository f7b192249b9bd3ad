"""Recording a contact: an attempt to reach a borrower, or a touch of a partner."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from textual_tracker.core.vocabulary import TWO_WAY
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Append, Value
from textual_tracker.editing.moment import Moment, written
from textual_tracker.editing.record_file import AnyFile
from textual_tracker.editing.words import on_day


class Contact(NamedTuple):
    """How somebody was contacted, and what came of it; an attempt without a result is one-way."""

    channel: str
    result: str | None = None


SHORT: Final[Mapping[str, Contact]] = MappingProxyType({
    "na": Contact("call", "no_answer"),
    "vm": Contact("voicemail", "left_message"),
    "r": Contact("call", "reached"),
    "b": Contact("call", "replied"),
    "t": Contact("text"),
    "tr": Contact("text", "replied"),
    "e": Contact("email"),
})  # fmt: skip
"""The short forms: no answer, voicemail, reached, called back, texted, text reply, e-mail."""


def log_contact(
    referral_id: str, contact: Contact, *, when: Moment | None = None, by: str | None = None, note: str = ""
) -> Action:
    """An attempt to reach the borrower; `when` is the day, `None`: today."""

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        return _append(draft, file, "contact_attempts", _entry(draft, contact, when, by, note), contact)

    return act


def log_touch(
    partner_id: str, contact: Contact, *, when: Moment | None = None, by: str | None = None, note: str = ""
) -> Action:
    """A contact with a partner about the relationship."""

    def act(draft: Draft) -> str:
        file = draft.partner(partner_id)
        return _append(draft, file, "touches", _entry(draft, contact, when, by, note), contact)

    return act


def _append(draft: Draft, file: AnyFile, name: str, entry: dict[str, Value], contact: Contact) -> str:
    draft.edit(file.path, Append((name,), entry))
    said = contact.channel if contact.result is None else f"{contact.channel}, {contact.result}"
    what = "contacted" if contact.result in TWO_WAY else "tried"
    day = dt.date.fromisoformat(str(entry["date"])[: len("2026-03-02")])
    return f"{file.record.name}: {what} ({said.replace('_', ' ')}){on_day(day, draft.today)}"


def _entry(draft: Draft, contact: Contact, when: Moment | None, by: str | None, note: str) -> dict[str, Value]:
    moment: Moment = when or (draft.today, None)
    found = {
        "date": written(moment),
        "channel": contact.channel,
        "result": contact.result,
        "by": by,
        "note": note,
    }
    return {name: value for name, value in found.items() if value}
