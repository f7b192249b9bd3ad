"""Partners by the words that people use for them: an id, or a part of it or of the name that only one has."""

import re
from typing import Final

from textual_tracker.core.called import PARTNER_SIGN as SIGN
from textual_tracker.core.called import partner_called
from textual_tracker.core.journal import Journal
from textual_tracker.editing.draft import Draft

__all__ = ["SIGN", "known_partner", "look_for", "name_of"]

_BETWEEN: Final = re.compile(r"[-_\s]+")


def known_partner(journal: Journal, word: str) -> str | None:
    """The id of the partner whom `word` names, with or without an `@`; `None` where nobody fits.

    Raises:
        NotOneRecordError: it names several; the message lists them.
    """
    found = partner_called(journal, word)
    return None if found is None else found.id


def look_for(draft: Draft, partner_id: str) -> None:
    """Rely on a partner's file, which may have gone since the journal was read; a partner may never have had one.

    Raises:
        FileChangedError: it is gone.
    """
    partner = draft.journal.partners.get(partner_id)
    if partner is not None:
        draft.look_for(partner.path)


def name_of(word: str) -> str:
    """The name of a partner of whom nothing but a word is known: `@pat-lee` -> `Pat Lee`."""
    typed = " ".join(word.removeprefix(SIGN).split())
    if typed != typed.lower() or " " in typed:
        return typed
    return " ".join(part[:1].upper() + part[1:] for part in _BETWEEN.split(typed) if part)
