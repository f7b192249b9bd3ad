"""Were partners told in time? Of the word that was due to them, what was given, what came late, and what never came.

Source: docs/numbers.md, "Told in time". Due are thanks and news, as the rules `thank` and `milestone_untold` have them,
to each of the people to tell, on every day that they may be: in the past as today.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct

from textual_tracker.analytics.partners.care import PROMPTLY, people_to_tell, update_limit, updates_to
from textual_tracker.analytics.partners.milestones import Milestone
from textual_tracker.analytics.partners.past_milestones import CLOSING_OUT, past_milestones
from textual_tracker.analytics.partners.word_due import THANKS
from textual_tracker.analytics.recency import last_fact
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate, rate_of
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import PartnerUpdate, Referral
from textual_tracker.core.vocabulary import CAUSE_OF, NO_REFERRALS


class Due(Struct, frozen=True, gc=False, kw_only=True):
    """A word that was due to one partner: `about` is `thanks`, or a milestone as `milestones` names it.

    `day`: since when. `told`: when it was given, `None` where it never was. `waited`: the working days from the one to
    the other, or to the snapshot's day.
    """

    referral: Referral
    partner: str
    about: str
    day: dt.date
    told: dt.date | None
    waited: int
    in_time: bool


class _DuesSince(Struct, frozen=True):
    """The words about one referral that were due since a day: of one that was over before then nothing is derived."""

    start: dt.date

    def __call__(self, snapshot: Snapshot, referral: Referral) -> tuple[Due, ...] | None:
        if not referral.outcome.earlier and last_fact(referral) < self.start and not self._waits(snapshot, referral):
            return None
        return tuple([due for due in dues(snapshot, referral) if due.day >= self.start]) or None

    def _waits(self, snapshot: Snapshot, referral: Referral) -> bool:
        """Whether thanks were due since that day, or later."""
        if referral.received >= self.start:
            return True
        since = snapshot.calendar.received_for_work(referral.received, referral.received_time)
        return since >= self.start


def dues_in(snapshot: Snapshot, window: Window, officer: str | None = None) -> list[Due]:
    """Every word that was due since a day of `window`, oldest first; of one officer's referrals only, where given.

    What may still be given in time is left out.
    """
    since: Mapping[str, tuple[Due, ...]] = snapshot.of_each(_DuesSince(window.start))
    found = [
        due
        for of_one in since.values()
        for due in of_one
        if due.day in window and officer in {None, due.referral.officer}
    ]
    return sorted(found, key=lambda due: (due.day, due.referral.id, due.partner))


def told_share(found: Iterable[Due]) -> Rate | None:
    """The share that was given in time; `None` where nothing was due."""
    given = [due.in_time for due in found]
    return rate_of(sum(given), len(given))


def dues(snapshot: Snapshot, referral: Referral) -> tuple[Due, ...]:
    """Every word about one referral that was due until now, partner by partner.

    Of a record in error, and of what was no referral at all (lost for a reason of `data`), nothing is due.
    """
    people = people_to_tell(referral)
    if not people or referral.faulty or referral.stale or _was_none(snapshot, referral):
        return ()
    news = past_milestones(referral, snapshot.today)
    return tuple(due for partner in people for due in _dues_to(snapshot, referral, partner, news))


def _was_none(snapshot: Snapshot, referral: Referral) -> bool:
    if referral.outcome.status != "lost" and not referral.outcome.earlier:
        return False
    outcome = referral.outcome if snapshot.is_settled(referral) else snapshot.standing(referral).outcome
    return outcome.status == "lost" and CAUSE_OF.get(outcome.reason or "") == NO_REFERRALS


def _dues_to(snapshot: Snapshot, referral: Referral, partner: str, news: Sequence[Milestone]) -> Iterator[Due]:
    updates = sorted(updates_to(partner, referral, snapshot.today), key=lambda update: update.date)
    endings = [milestone for milestone in news if milestone.is_ending]
    since = snapshot.calendar.received_for_work(referral.received, referral.received_time)
    received = Milestone(THANKS, since)
    if update_limit(snapshot, partner) == 0:
        news = endings
    thanks = _due(snapshot, referral, partner, received, updates, endings[0] if endings else None)
    if thanks is not None:
        yield thanks
    for milestone, following in zip_longest(news, news[1:]):
        due = _due(snapshot, referral, partner, milestone, updates, following)
        if due is not None:
            yield due


def _due(
    snapshot: Snapshot,
    referral: Referral,
    partner: str,
    milestone: Milestone,
    updates: Sequence[PartnerUpdate],
    following: Milestone | None,
) -> Due | None:
    """The word that was due on the milestone's day; `None` for none, or one whose time has not passed yet.

    Where the `following` came before it was told, and before its time had passed, the word is about that.
    """
    limit = _limit(snapshot, milestone)
    if limit is None or milestone.about == CLOSING_OUT:
        return None
    waited = snapshot.calendar.waited
    told = next((update.date for update in updates if _tells(update, milestone)), None)
    if (
        following is not None
        and (told is None or told >= following.day)
        and waited(milestone.day, following.day) <= limit
    ):
        return None
    days = waited(milestone.day, told or snapshot.today)
    if told is None and days <= limit:
        return None
    return Due(
        referral=referral,
        partner=partner,
        about=milestone.about,
        day=milestone.day,
        told=told,
        waited=days,
        in_time=told is not None and days <= limit,
    )


def _tells(update: PartnerUpdate, milestone: Milestone) -> bool:
    """Any word at all is thanks; news has to be told on its day or later."""
    return milestone.about == THANKS or milestone.is_told_by(update)


def _limit(snapshot: Snapshot, milestone: Milestone) -> int | None:
    """The working days within which it is to be told; `None` where the rule is switched off."""
    rule = "thank" if milestone.about == THANKS else "milestone_untold"
    limits = snapshot.journal.settings.stalled.get(rule, PROMPTLY)
    return None if limits is None else limits[1]
