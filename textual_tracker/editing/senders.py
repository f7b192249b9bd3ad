"""Partners by the words that people use for them: an id, or a part of it or of the name that only one has."""

import re
from collections.abc import Sequence
from typing import Final

from textual_tracker.core.journal import Journal
from textual_tracker.core.letters import plain
from textual_tracker.core.records import Partner
from textual_tracker.editing.draft import Draft
from textual_tracker.errors import NotOneRecordError

SIGN: Final = "@"
SHOWN: Final = 20
"""How many of several that fit are listed."""

_BETWEEN: Final = re.compile(r"[-_\s]+")


def known_partner(journal: Journal, word: str) -> str | None:
    """The id of the partner whom `word` names, with or without an `@`; `None` where nobody fits.

    Raises:
        NotOneRecordError: it names several; the message lists them.
    """
    typed = word.removeprefix(SIGN).strip()
    if typed in journal.partners:
        return typed
    wanted = plain(typed)
    fitting = [one for one in journal.partners.values() if wanted in plain(one.id) or wanted in plain(one.name)]
    if len(fitting) > 1:
        # Of all the Lees the one who is called nothing else.
        exact = [one for one in fitting if wanted in {plain(one.id), plain(one.name)}]
        if len(exact) != 1:
            raise NotOneRecordError(_several(typed, fitting))
        fitting = exact
    return fitting[0].id if fitting and wanted else None


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


def _several(typed: str, fitting: Sequence[Partner]) -> str:
    width = max(len(partner.id) for partner in fitting[:SHOWN])
    lines = [f'"{typed}" names {len(fitting)} partners; which one?']
    lines += [f"  {partner.id:<{width}}  {partner.name}" for partner in fitting[:SHOWN]]
    if len(fitting) > SHOWN:
        lines.append(f"  … and {len(fitting) - SHOWN} more")
    return "\n".join(lines)
