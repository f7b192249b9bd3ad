"""Telling partners what is due to them: judged on the files as they are when the plan is made, not before.

Of two who tell a partner of everything in one moment, the second finds that all is told. What a person read before they
told it must still be so: they told that, and nothing else.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from textual_tracker.analytics.partners.message import suggested_text
from textual_tracker.analytics.partners.word_due import Word, word_for, words_for_partner
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.editing.actions.partner_update import Told, tell
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.moment import Moment
from textual_tracker.errors import FileChangedError, RefusedEditError

NOTHING = "has no open referral of which there is something to tell that was not told today"


class Shown(NamedTuple):
    """What is told to one partner, as a person reads it: of which referral what, and the lines of the text."""

    told: frozenset[tuple[str, str]]
    lines: frozenset[str]


def shown(snapshot: Snapshot, words: Sequence[Word]) -> Shown:
    """These words, for one partner, as a person reads them."""
    told = frozenset((word.referral.id, word.about) for word in words)
    return Shown(told, frozenset(suggested_text(snapshot, words).splitlines()))


def tell_about(
    referral_id: str,
    partner_id: str,
    *,
    about: str | None = None,
    read: Shown | None = None,
    channel: str | None = None,
    when: Moment | None = None,
    by: str | None = None,
    note: str = "",
) -> Action:
    """One partner was told about one referral; without `about`, what is due to them, if that is what was `read`."""

    def act(draft: Draft) -> str:
        snapshot = _fresh(draft, [referral_id])
        referral = snapshot.journal.referrals[referral_id]
        word = word_for(snapshot, referral, partner_id)
        _refuse_another(read, snapshot, [word], f"{draft.journal.partner_name(partner_id)} about {referral.name}")
        return tell([Told(referral_id, partner_id, about or word.about)], channel=channel, when=when, by=by, note=note)(
            draft
        )

    return act


def tell_of_all(
    partner_id: str,
    *,
    about: str | None = None,
    read: Shown | None = None,
    channel: str | None = None,
    when: Moment | None = None,
    by: str | None = None,
    note: str = "",
) -> Action:
    """One partner was told about all of their open referrals, and the endings that they have not heard of.

    Refused where that is not what was `read`.
    """

    def act(draft: Draft) -> str:
        known = words_for_partner(Snapshot(draft.journal, draft.today), partner_id)
        snapshot = _fresh(draft, [word.referral.id for word in known])
        words = words_for_partner(snapshot, partner_id)
        if not words:
            raise RefusedEditError(f"{draft.journal.partner_name(partner_id)} {NOTHING}")
        _refuse_another(read, snapshot, words, draft.journal.partner_name(partner_id))
        told = [Told(word.referral.id, partner_id, about or word.about) for word in words]
        return tell(told, channel=channel, when=when, by=by, note=note)(draft)

    return act


def _refuse_another(read: Shown | None, snapshot: Snapshot, words: Sequence[Word], whom: str) -> None:
    """Refuse to record another word than was read."""
    if read is not None and shown(snapshot, words) != read:
        raise FileChangedError(f"What there is to tell {whom} has just changed; nothing was written. Look again.")


def _fresh(draft: Draft, referral_ids: Iterable[str]) -> Snapshot:
    """These referrals alone, as their files have them now."""
    referrals = {referral_id: draft.referral(referral_id).record for referral_id in referral_ids}
    return Snapshot(msgspec.structs.replace(draft.journal, referrals=referrals), draft.today)
