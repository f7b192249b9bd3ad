"""Naming a referral: by its id, or by a part of its id or of its name that only it has."""

import unicodedata

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import long_day
from textual_tracker.core.records import Partner, Referral
from textual_tracker.errors import NotOneRecordError

SHOWN = 20
"""How many of several that fit are listed."""


def find_referral(snapshot: Snapshot, typed: str) -> Referral:
    """The referral that `typed` names; an exact id wins over parts, even that of one who had not come yet.

    Raises NotOneRecordError where it names none or several; then the message lists them.
    """
    exact = snapshot.find(typed)
    if exact is not None:
        return exact
    wanted = plain(typed)
    if typed in snapshot.journal.referrals:
        raise NotOneRecordError(_nobody(snapshot, typed, wanted))
    fitting = [referral for referral in snapshot.referrals if _fits(referral, wanted)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise NotOneRecordError(_nobody(snapshot, typed, wanted))
    raise NotOneRecordError(_several(typed, fitting))


def plain(text: str) -> str:
    """`text` without accents and letter case, so that gomez finds Gómez."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def _nobody(snapshot: Snapshot, typed: str, wanted: str) -> str:
    for problem in snapshot.journal.unreadable:
        if wanted in plain(problem.path):
            return f"{problem.path}:{problem.line}:{problem.column} cannot be read: {problem.message}"
    partners = snapshot.journal.partners.values()
    partner = next((partner for partner in partners if _fits(partner, wanted)), None)
    if partner is not None:
        return f'no referral is named "{typed}", but a partner is: tracker list partner:{partner.id}'
    received_later = any(_fits(referral, wanted) for referral in snapshot.journal.referrals.values())
    when = f" on {long_day(snapshot.today)}" if received_later else ""
    return f'no referral is named "{typed}"{when}; `tracker list --all` shows them all'


def _fits(record: Referral | Partner, wanted: str) -> bool:
    return wanted in plain(record.id) or wanted in plain(record.name)


def _several(typed: str, fitting: list[Referral]) -> str:
    lines = [f'"{typed}" names {len(fitting)} referrals; which one?']
    width = max(len(referral.id) for referral in fitting[:SHOWN])
    lines += [f"  {referral.id:<{width}}  {referral.name}" for referral in fitting[:SHOWN]]
    if len(fitting) > SHOWN:
        lines.append(f"  … and {len(fitting) - SHOWN} more")
    return "\n".join(lines)
