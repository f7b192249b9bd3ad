"""`t`: a partner was told, or is about to be: with a text to send, which says stages and nothing else."""

from collections.abc import Sequence
from functools import partial
from types import MappingProxyType
from typing import Final

from textual_tracker.analytics.partners.message import suggested_text
from textual_tracker.analytics.partners.word_due import Word, words_about, words_for_partner
from textual_tracker.core.records import Referral
from textual_tracker.editing.words import plain_word
from textual_tracker.tui.writing.row import Row
from textual_tracker.tui.writing.steps import Choice, Choose, Copy, Step, Write
from textual_tracker.workspace.telling import shown, tell_about, tell_of_all

CHANNELS: Final = MappingProxyType({"c": ("call", "call"), "e": ("email", "e-mail"), "m": ("text", "text message")})
"""By its key, a channel, and what it is called."""


def telling(row: Row) -> Step | None:
    """Whom to tell, where there are several, and how; `None`: there is nobody to tell."""
    by_partner: dict[str, list[Word]] = {}
    for word in _words(row):
        by_partner.setdefault(word.partner_id, []).append(word)
    steps = [(partner_id, _tell(row, partner_id, words)) for partner_id, words in by_partner.items()]
    if len(steps) == 1:
        return steps[0][1]
    choices = [
        Choice(str(number), _name(row, partner_id), step) for number, (partner_id, step) in enumerate(steps, start=1)
    ]
    return Choose(f"{row.name}: whom to tell?", choices) if choices else None


def _words(row: Row) -> Sequence[Word]:
    snapshot, record = row.look.snapshot, row.record
    if isinstance(record, Referral):
        return words_about(snapshot, record)
    return words_for_partner(snapshot, record.id)


def _tell(row: Row, partner_id: str, words: Sequence[Word]) -> Choose:
    """The text, and the ways in which it can have been told."""
    record = row.record
    tell = partial(tell_about, record.id) if isinstance(record, Referral) else tell_of_all
    snapshot = row.look.snapshot
    write = partial(tell, partner_id, by=row.by, read=shown(snapshot, words))
    partner = snapshot.journal.partners.get(partner_id)
    prefers = partner.prefers if partner is not None else None
    choices = [
        Choice("t", f"told, by {plain_word(prefers)}" if prefers else "told", Write(write(channel=prefers))),
        *(Choice(key, f"by {label}", Write(write(channel=channel))) for key, (channel, label) in CHANNELS.items()),
    ]
    text = suggested_text(snapshot, words)
    if text:
        choices.append(Choice("y", "copy the text", Copy(text)))
    about = plain_word(words[0].about) if len(words) == 1 else f"{len(words)} referrals"
    name = _name(row, partner_id)
    title = f"{name}: tell, {about}" if len(words) > 1 else f"{name}: tell of {words[0].referral.name}, {about}"
    return Choose(title, choices, text)


def _name(row: Row, partner_id: str) -> str:
    return row.look.snapshot.journal.partner_name(partner_id)
