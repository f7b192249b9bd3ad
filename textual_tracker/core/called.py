"""Records by the words that people use for them: a part of an id, or of a name, without accents and letter case."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias, TypeVar

from textual_tracker.core.journal import Journal
from textual_tracker.core.letters import plain
from textual_tracker.core.records import Partner, Referral
from textual_tracker.errors import NotOneRecordError

PARTNER_SIGN: Final = "@"
"""Before a name: only a partner is meant."""
SHOWN: Final = 20
"""How many of several that fit are listed."""

Named: TypeAlias = Referral | Partner
Record = TypeVar("Record", bound=Named)


def called(records: Iterable[Record], word: str) -> list[Record]:
    """Those with `word` in the id or in the name."""
    wanted = plain(word)
    return [record for record in records if wanted in plain(record.id) or wanted in plain(record.name)]


def partner_called(journal: Journal, word: str) -> Partner | None:
    """The partner whom `word` names, with or without an `@`; `None` where nobody fits.

    An exact id wins over parts, and of all the Lees the one who is called nothing else.

    Raises:
        NotOneRecordError: it names several; the message lists them.
    """
    typed = word.removeprefix(PARTNER_SIGN).strip()
    exact = journal.partners.get(typed)
    if exact is not None:
        return exact
    fitting = called(journal.partners.values(), typed) if typed else []
    whole = [one for one in fitting if plain(typed) in {plain(one.id), plain(one.name)}]
    found = whole if len(whole) == 1 else fitting
    if len(found) > 1:
        raise NotOneRecordError(which_one(typed, found, "partners"))
    return found[0] if found else None


def which_one(typed: str, fitting: Sequence[Named], kind: str) -> str:
    """The question that lists the first of several that fit; `kind` is what they are, as `partners`."""
    shown = fitting[:SHOWN]
    width = max(len(record.id) for record in shown)
    lines = [f'"{typed}" names {len(fitting)} {kind}; which one?']
    lines += [f"  {record.id:<{width}}  {record.name}" for record in shown]
    if len(fitting) > SHOWN:
        lines.append(f"  … and {len(fitting) - SHOWN} more")
    return "\n".join(lines)
