"""Telling partners what is due to them: judged on the files as they are when the plan is made, not before.

Of two who tell a partner of everything in one moment, the second finds that all is told.
"""

from collections.abc import Iterable

import msgspec

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.word_due import word_for, words_for_partner
from textual_tracker.editing.actions.partner_update import Told, tell
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.moment import Moment
from textual_tracker.errors import RefusedEditError

NOTHING = "has no open referral of which there is something to tell that was not told today"


def tell_about(
    referral_id: str,
    partner_id: str,
    *,
    about: str | None = None,
    channel: str | None = None,
    when: Moment | None = None,
    by: str | None = None,
    note: str = "",
) -> Action:
    """One partner was told about one referral; without `about`, what is due to them."""

    def act(draft: Draft) -> str:
        snapshot = _fresh(draft, [referral_id])
        said = about or word_for(snapshot, snapshot.journal.referrals[referral_id], partner_id).about
        return tell([Told(referral_id, partner_id, said)], channel=channel, when=when, by=by, note=note)(draft)

    return act


def tell_of_all(
    partner_id: str,
    *,
    about: str | None = None,
    channel: str | None = None,
    when: Moment | None = None,
    by: str | None = None,
    note: str = "",
) -> Action:
    """One partner was told about all of their open referrals, and the endings that they have not heard of."""

    def act(draft: Draft) -> str:
        known = words_for_partner(Snapshot(draft.journal, draft.today), partner_id)
        words = words_for_partner(_fresh(draft, [word.referral.id for word in known]), partner_id)
        if not words:
            raise RefusedEditError(f"{draft.journal.partner_name(partner_id)} {NOTHING}")
        told = [Told(word.referral.id, partner_id, about or word.about) for word in words]
        return tell(told, channel=channel, when=when, by=by, note=note)(draft)

    return act


def _fresh(draft: Draft, referral_ids: Iterable[str]) -> Snapshot:
    """These referrals alone, as their files have them now."""
    referrals = {referral_id: draft.referral(referral_id).record for referral_id in referral_ids}
    return Snapshot(msgspec.structs.replace(draft.journal, referrals=referrals), draft.today)
