"""The word that is due to a partner about a referral: what to tell them, when somebody tells them now.

Source: docs/numbers.md, "Partners who were not told". News that they have not heard comes first, else where the
referral stands, else that there is nothing new.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from textual_tracker.analytics.partners.care import PartnerRow, SortKey, people_to_tell, untold_about, updates_to
from textual_tracker.analytics.partners.milestones import ENDINGS, TOLD_BY_NAME, is_closing_out
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import ApplicationFacts, PartnerUpdate, Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.vocabulary import OF_A_HOUSE

NO_NEWS = "no_news"
THANKS = "thanks"
RECEIVED = "received"
ABOUT_OF = {
    Stage.received: RECEIVED,
    Stage.attempting: "attempted",
    Stage.contacted: "contacted",
    Stage.appointment_set: "appointment",
    Stage.appointment_held: "appointment",
    Stage.application_started: "application",
    Stage.application_submitted: "application",
    Stage.preapproved: "preapproved",
    Stage.in_process: "under_contract",
    Stage.clear_to_close: "clear_to_close",
    Stage.closed: "closed",
    Stage.nurture: "nurture",
    Stage.lost: "lost",
}
"""What an update is about that tells the stage; of a loan in process `_in_process` says it more exactly."""

WITH_THE_STAGE = frozenset({"fell_through", "date_moved"})
"""News with which a partner hears where the referral stands now."""

SAYS_NO_STAGE = frozenset({None, NO_NEWS, THANKS})

WITHOUT_CONSENT = frozenset({NO_NEWS, THANKS}) | TOLD_BY_NAME
"""What a word may be about where the borrower consented to nothing: no stage, but an ending, which has to be told by
name to be told at all."""

Urgency: TypeAlias = tuple[bool, "SortKey | tuple[()]", dt.date, str]


class Word(Struct, frozen=True, gc=False):
    """What to tell one partner about one referral: `about` is a word of `vocabulary.ABOUTS`.

    `news` is the milestone that they have not heard of, in the words of `milestones`; "" where there is none.
    """

    referral: Referral
    partner_id: str
    about: str
    news: str = ""


def word_for(snapshot: Snapshot, referral: Referral, partner_id: str) -> Word:
    """What to tell this partner about the referral now."""
    return _word(snapshot, referral, partner_id, _due_to(snapshot, referral, partner_id))


def words_about(snapshot: Snapshot, referral: Referral) -> list[Word]:
    """What to tell each of the people to tell: the partner who sent the referral first, then the others."""
    return [word_for(snapshot, referral, partner_id) for partner_id in people_to_tell(referral)]


def words_for_partner(snapshot: Snapshot, partner_id: str) -> list[Word]:
    """What to tell one partner about all of their open referrals, and about each that ended and is not told yet.

    A referral of which they were told today, and nothing new has happened since, is left out.
    Those for whose word the partner waited longest beyond the limit come first, then who has heard nothing longest.
    """
    found = _urgency_and_word(snapshot, partner_id)
    return [word for _, word in sorted(found, key=lambda pair: pair[0])]


def _urgency_and_word(snapshot: Snapshot, partner_id: str) -> Iterator[tuple[Urgency, Word]]:
    for referral in snapshot.referrals:
        if partner_id not in {referral.partner, *referral.also_tell} or not snapshot.is_current(referral):
            continue
        due = _due_to(snapshot, referral, partner_id)
        if due or snapshot.standing(referral).is_open:
            told = [update.date for update in updates_to(partner_id, referral, snapshot.today)]
            word = _word(snapshot, referral, partner_id, due)
            if word.about == NO_NEWS and snapshot.today in told:
                continue
            waits = min((row.sort_key for row in due), default=())
            yield (not due, waits, max(told, default=referral.received), referral.id), word


def _due_to(snapshot: Snapshot, referral: Referral, partner_id: str) -> list[PartnerRow]:
    return [row for row in untold_about(snapshot, referral) if row.partner == partner_id]


def _word(snapshot: Snapshot, referral: Referral, partner_id: str, due: Sequence[PartnerRow]) -> Word:
    news = next((row.about for row in due if row.about), "")
    about = _about_news(snapshot, referral, news) if news else _about_where(snapshot, referral, partner_id)
    if referral.consent_to_share == "none" and about not in WITHOUT_CONSENT:
        about = NO_NEWS
    return Word(referral, partner_id, about, news)


def _about_where(snapshot: Snapshot, referral: Referral, partner_id: str) -> str:
    """Where it stands, as an update names it, unless that is what the partner heard last."""
    updates = updates_to(partner_id, referral, snapshot.today)
    if is_closing_out(snapshot.standing(referral)):  # the ending is told next, by its name, once it is recorded
        return NO_NEWS if updates else THANKS
    about, since = _about_stage(snapshot, referral)
    if about == RECEIVED and not updates:
        about = THANKS
    return NO_NEWS if _is_said(about, since, updates) else about


def _about_news(snapshot: Snapshot, referral: Referral, news: str) -> str:
    """News by their name where no stage tells them, else the stage: whoever hears of it hears what led to it."""
    return news if news in WITH_THE_STAGE or news in ENDINGS else _about_stage(snapshot, referral)[0]


def _about_stage(snapshot: Snapshot, referral: Referral) -> tuple[str, dt.date | None]:
    """Where the referral stands, as an update names it, and since when; `None` where that is not known."""
    standing = snapshot.standing(referral)
    if standing.stage is Stage.in_process:
        return _in_process(referral, standing.application)
    return ABOUT_OF[standing.stage], standing.entered


def _in_process(referral: Referral, application: ApplicationFacts) -> tuple[str, dt.date | None]:
    """What happened last to a loan in process, and when."""
    dated = (
        ("under_contract", application.under_contract),
        ("appraisal", application.appraisal_ordered),
        ("appraisal", application.appraisal_received),
        ("approval", application.conditional_approval),
    )
    known = [(day, place, about) for place, (about, day) in enumerate(dated) if day is not None]
    if not known:
        needs_a_house = referral.loan.purpose in {None, *OF_A_HOUSE}
        return (ABOUT_OF[Stage.in_process] if needs_a_house else "application"), None
    day, _, about = max(known)
    return about, day


def _is_said(about: str, since: dt.date | None, updates: Sequence[PartnerUpdate]) -> bool:
    """Whether what the partner heard last of a stage was this, and since it is so."""
    told = [update for update in updates if update.about not in SAYS_NO_STAGE or (about, update.about) in THANKED]
    if not told:
        return False
    last = max(enumerate(told), key=lambda pair: (pair[1].date, pair[0]))[1]
    is_this = last.about == about or last.about in WITH_THE_STAGE or (about, last.about) in THANKED
    return is_this and (since is None or last.date >= since)


THANKED = frozenset({(RECEIVED, THANKS)})
"""Who was thanked for a referral knows that it is here."""
