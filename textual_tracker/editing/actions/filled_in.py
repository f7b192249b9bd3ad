"""A new record that a person typed whole, into a skeleton: it gets its name and its place."""

from typing import Literal

from textual_tracker.core.records import Partner, Referral
from textual_tracker.editing.actions.new_partner import FOLDER as PARTNERS
from textual_tracker.editing.actions.new_partner import partner_path
from textual_tracker.editing.actions.new_referral import FOLDER as REFERRALS
from textual_tracker.editing.actions.new_referral import referral_path
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.record_file import AnyFile, open_file
from textual_tracker.editing.skeleton import without_hints
from textual_tracker.editing.words import day_words, on_day, plain_word
from textual_tracker.errors import RefusedEditError


def add_filled_in(kind: Literal["referral", "partner"], filled: bytes, given: str) -> Action:
    """The record that `filled` says, in a file of its own; `given` is the skeleton that it was made from."""

    def act(draft: Draft) -> str:
        # Without a day of its own a referral was received today.
        folder = PARTNERS if kind == "partner" else f"{REFERRALS}/{draft.today.year}"
        file = open_file(kind, f"{folder}/{draft.today.isoformat()}-new.yaml", filled)
        if not _has_name(file):
            raise RefusedEditError("no name is typed yet, so nothing was written")
        path, says = (_partner if kind == "partner" else _referral)(draft, file.record)
        draft.write(path, without_hints(kind, path, filled, given))
        return says

    return act


def add_filled_in_day(path: str, filled: bytes, given: str) -> Action:
    """The day that `filled` says, in a file at `path`; `given` is the skeleton that it was made from."""

    def act(draft: Draft) -> str:
        day = open_file("activity", path, filled).record.date
        draft.write(path, without_hints("activity", path, filled, given))
        return f"{day_words(day, draft.today)}: new day"

    return act


def _has_name(file: AnyFile) -> bool:
    """Whether the name is typed, and not only told by the name of the file, which it has not got yet."""
    if file.kind == "partner":
        return bool(file.at("name"))
    return bool(file.at("borrower", "name") or isinstance(file.at("borrower"), str))


def _partner(draft: Draft, partner: Partner) -> tuple[str, str]:
    """Where the file lies, and what is said of it."""
    says = f"{partner.name}: new partner ({plain_word(partner.type or 'other')})"
    return partner_path(draft, partner.name), says


def _referral(draft: Draft, referral: Referral) -> tuple[str, str]:
    if referral.partner:
        sender = f"from {draft.journal.partner_name(referral.partner)}"
    else:
        sender = f"({plain_word(referral.source or 'other')})"
    says = f"{referral.name}: new referral {sender}{on_day(referral.received, draft.today)}"
    return referral_path(draft, referral.name, referral.received), says
