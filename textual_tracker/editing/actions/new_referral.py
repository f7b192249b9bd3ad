"""A new referral: a file named after the day and the person, and where their sender is new, one for the sender."""

import datetime as dt
from typing import Any, Final, NamedTuple

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Referral
from textual_tracker.editing.actions.new_partner import FOLDER as PARTNERS
from textual_tracker.editing.actions.new_partner import write_partner
from textual_tracker.editing.compose import Facts, compose
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.ids import free, slug
from textual_tracker.editing.moment import Moment, written
from textual_tracker.editing.one_line import NewReferral
from textual_tracker.editing.senders import known_partner, look_for, name_of
from textual_tracker.editing.words import day_words, on_day, plain_word
from textual_tracker.errors import RefusedEditError, UsageError
from textual_tracker.reading.checks.duplicates import alike
from textual_tracker.reading.paths import Path

FOLDER: Final = "referrals"
TYPE_UNKNOWN: Final = "other"


class Sender(NamedTuple):
    """The partner's id and type, `None` where there is no partner, or nothing is known of them; and who it is."""

    id: str | None
    type: str | None
    words: str


def add_referral(new: NewReferral, *, officer: str | None = None) -> Action:
    """The file of a new referral; `officer` is whose it is, where `new` does not say.

    A partner whom nobody knows yet becomes a prospect, with a file in the same plan.
    """

    def act(draft: Draft) -> str:
        if not new.partner_word and not new.source:
            raise UsageError("say where it came from: @partner or source:… (source:past_client, source:online)")
        received = _received(draft, new)
        sender = _sender(draft, new)
        facts = _facts(draft, new, received, sender, officer)
        path = referral_path(draft, new.name, received[0])
        draft.write(path, compose("referral", path, facts))
        return f"{new.name}: new referral {sender.words}{on_day(received[0], draft.today)}"

    return act


def facts_of(draft: Draft, new: NewReferral, *, officer: str | None = None) -> Facts:
    """What is known of a new referral that somebody goes on to type; who sent it may be missing yet."""
    received = _received(draft, new)
    sender = _sender(draft, new) if new.partner_word or new.source else Sender(None, None, "")
    facts = dict(_facts(draft, new, received, sender, officer))
    if isinstance(facts["borrower"], dict):
        facts["borrower"] = {name: value for name, value in facts["borrower"].items() if value}
    return facts


def twins(journal: Journal, new: NewReferral, today: dt.date) -> list[Referral]:
    """Referrals of what seems to be the same person, by the rules of the check; who came last comes first.

    What is lost as a duplicate is settled already, and not among them.
    """
    day = new.received[0] if new.received is not None else today
    probe = Referral(id="", path="", name=new.name, received=day, phone=new.phone, email=new.email)
    return alike(probe, journal.referrals.values())[::-1]


def _received(draft: Draft, new: NewReferral) -> Moment:
    """When it was received. The hour counts, because a referral of the evening waits from the next morning."""
    day, time = new.received or (draft.today, None)
    if day > draft.today:
        raise RefusedEditError(f"{day_words(day, draft.today)} is still ahead, so nobody can have come on it")
    return day, draft.time if time is None and day == draft.today else time


def _sender(draft: Draft, new: NewReferral) -> Sender:
    """Who sent it; whom nobody knows yet gets a file."""
    if not new.partner_word:
        return Sender(None, None, f"({plain_word(new.source or '')})")
    known = known_partner(draft.journal, new.partner_word)
    if known is not None:
        look_for(draft, known)
        return Sender(known, draft.journal.partners[known].type, f"from {draft.journal.partner_name(known)}")
    name = name_of(new.partner_word)
    partner_id = slug(name, "partner")
    if draft.exists(f"{PARTNERS}/{partner_id}.yaml"):  # it cannot be read, so the journal does not know whose it is
        return Sender(partner_id, None, f"from {partner_id}")
    type_ = new.source or TYPE_UNKNOWN
    partner_id = write_partner(draft, {"name": name, "type": type_, "status": "prospect"})
    return Sender(partner_id, type_, f"from {name}, a new partner (prospect)")


def _facts(draft: Draft, new: NewReferral, received: Moment, sender: Sender, officer: str | None) -> Facts:
    """Everything that is said, in the file's words; the source only where the sender's type does not tell it."""
    facts: dict[str, Any] = {
        "borrower": {"name": new.name, "phone": new.phone, "email": new.email},
        "source": new.source if new.source != sender.type else None,
        "partner": sender.id,
        "received": written(received),
        "officer": new.officer or officer,
        "loan": {"purpose": new.purpose, "program": new.program, "amount": new.amount},
        "tags": new.tags,
        "notes": f"{new.notes}\n" if new.notes else "",
    }
    for assignment in new.more:
        *above, name = map(str, assignment.path)  # a new record has no entries with numbers yet
        group = facts
        for part in above:
            group = group.setdefault(part, {})
        group[name] = _named(draft, assignment.path, assignment.value)
    if not any(value for name, value in facts["borrower"].items() if name != "name"):
        facts["borrower"] = new.name
    return facts


def _named(draft: Draft, path: Path, value: "Value | None") -> "Value | None":
    """The value; of partners to be told as well their ids."""
    if path != ("also_tell",) or not isinstance(value, tuple):
        return value
    ids = tuple(known_partner(draft.journal, str(word)) or str(word) for word in value)
    for partner_id in ids:
        look_for(draft, partner_id)
    return ids


def referral_path(draft: Draft, name: str, received: dt.date) -> str:
    """Where the file lies: in the year, under a name that no record and no other file has."""
    folder = f"{FOLDER}/{received.year}"
    wanted = f"{received.isoformat()}-{slug(name, 'referral')}"

    def is_taken(record_id: str) -> bool:
        files = (f"{folder}/{record_id}{ending}" for ending in (".yaml", ".yml"))
        return record_id in draft.journal.referrals or any(draft.exists(path) for path in files)

    return f"{folder}/{free(wanted, is_taken)}.yaml"
