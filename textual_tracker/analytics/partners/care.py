"""Which partners wait for word, about whom, and who went quiet.

Source: docs/numbers.md, "Partners who were not told". The people to tell are a referral's `partner` and its
`also_tell`; an update without an id was for the `partner`.
"""

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import TypeAlias

from msgspec import Struct

from textual_tracker.analytics.partners.milestones import milestones
from textual_tracker.analytics.rules import AT_RISK, STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.median import median_of
from textual_tracker.core.calendar import WorkCalendar
from textual_tracker.core.records import Partner, PartnerUpdate, Referral
from textual_tracker.core.settings import Limits
from textual_tracker.core.stages import Stage

PROMPTLY: Limits = (0, 1)
"""Thanks and milestones: at risk on the day itself, stalled a working day later."""

PREAPPROVED = Stage.preapproved
WARNING_DAYS = 2
"""A partner is at risk of silence this many working days before the limit."""

QUIET_DAYS = 90
QUIETED_FOR = 20
"""Working days for which a touch or an update quiets the rule about a quiet partner."""

MANY_REFERRALS = 3
PERSONAL = frozenset({"past_client", "sphere"})
"""Types of partners who are told of the ending only, and owe nobody a stream of referrals."""

SortKey: TypeAlias = tuple[bool, bool, int, int, str, str]

RULES = ("thank", "milestone_untold", "silent", "quiet_partner")


class PartnerRow(Struct, frozen=True, gc=False, kw_only=True):
    """One partner waits for word about one referral, or (quiet_partner) is not heard from.

    `since`, `waited` and `limit` are in working days; for quiet_partner, whose `referral` and `level` are `None`, in
    calendar days. `about` says what is untold, for milestone_untold.
    """

    partner: str
    referral: Referral | None
    rule: str
    level: str | None
    since: dt.date
    waited: int
    limit: int
    about: str = ""

    @property
    def sort_key(self) -> SortKey:
        """Who waited longest beyond the limit comes first; quiet partners come last."""
        return (
            self.level is None,
            self.level == AT_RISK,
            self.limit - self.waited,
            RULES.index(self.rule),
            self.partner,
            self.referral.id if self.referral else "",
        )


class ToTell(Struct, frozen=True):
    """One partner who waits for word, with every row about them; or one who went quiet."""

    partner: str
    rows: tuple[PartnerRow, ...]

    @property
    def level(self) -> str | None:
        """The worst level of the rows; `None` for a partner who went quiet."""
        return self.rows[0].level


def untold(snapshot: Snapshot, *, at_risk: bool) -> list[PartnerRow]:
    """One row for each partner, referral and rule that fires; those at risk only when asked for."""
    keyed = [pair for pairs in snapshot.of_current(_keyed_rows).values() for pair in pairs]
    if not at_risk:
        keyed = [pair for pair in keyed if pair[1].level == STALLED]
    keyed += [(row.sort_key, row) for row in _quiet_partners(snapshot)]
    return [row for _, row in sorted(keyed, key=itemgetter(0))]


def untold_about(snapshot: Snapshot, referral: Referral) -> Iterator[PartnerRow]:
    """Every rule that fires about this referral, for each of the people to tell."""
    if not snapshot.is_current(referral):
        return
    for partner in people_to_tell(referral):
        updates = updates_to(partner, referral, snapshot.today)
        for row in (
            _thank(snapshot, referral, partner, updates),
            _milestone(snapshot, referral, partner, updates),
            _silent(snapshot, referral, partner, updates),
        ):
            if row is not None:
                yield row


def _keyed_rows(snapshot: Snapshot, referral: Referral) -> list[tuple[SortKey, PartnerRow]] | None:
    return [(row.sort_key, row) for row in untold_about(snapshot, referral)] or None


def people_to_tell(referral: Referral) -> tuple[str, ...]:
    """The ids of the partner who sent the referral and of those who are told as well."""
    return tuple(dict.fromkeys(partner for partner in (referral.partner, *referral.also_tell) if partner))


def updates_to(partner: str, referral: Referral, today: dt.date) -> list[PartnerUpdate]:
    """The updates about this referral that the partner has been given by today."""
    return [
        update
        for update in referral.partner_updates
        if update.date <= today and (update.partner or referral.partner) == partner
    ]


def update_limit(snapshot: Snapshot, partner_id: str) -> int:
    """Working days that a partner may go without word; 0: thanks and the ending only."""
    partner = snapshot.journal.partners.get(partner_id)
    if partner is not None and partner.update_days is not None:
        return partner.update_days
    if partner is not None and partner.type in PERSONAL:
        return 0
    return snapshot.journal.settings.partner_update_days


def _thank(snapshot: Snapshot, referral: Referral, partner: str, updates: list[PartnerUpdate]) -> PartnerRow | None:
    if updates or not snapshot.standing(referral).is_open:
        return None
    since = snapshot.case(referral).received_for_work
    return _row(snapshot, referral, partner, "thank", since, PROMPTLY)


def _milestone(snapshot: Snapshot, referral: Referral, partner: str, updates: list[PartnerUpdate]) -> PartnerRow | None:
    news = milestones(snapshot, referral)
    if update_limit(snapshot, partner) == 0:
        news = [milestone for milestone in news if milestone.is_ending]
    unheard = [m for m in news if not any(m.is_told_by(update) for update in updates)]
    if not unheard:
        return None
    latest = unheard[-1]
    return _row(snapshot, referral, partner, "milestone_untold", latest.day, PROMPTLY, about=latest.about)


def _silent(snapshot: Snapshot, referral: Referral, partner: str, updates: list[PartnerUpdate]) -> PartnerRow | None:
    standing = snapshot.standing(referral)
    limit = update_limit(snapshot, partner)
    if not updates or not standing.is_open or limit == 0:
        return None
    if standing.stage is PREAPPROVED:
        limit *= 2
    since = max(update.date for update in updates)
    return _row(snapshot, referral, partner, "silent", since, (max(0, limit - WARNING_DAYS), limit))


def _row(
    snapshot: Snapshot,
    referral: Referral,
    partner: str,
    rule: str,
    since: dt.date,
    limits: Limits,
    about: str = "",
) -> PartnerRow | None:
    """The row at the level that `since` reaches, or `None` where it reaches none, or the rule is switched off."""
    own = snapshot.journal.settings.stalled.get(rule, limits)
    if own is None or since > snapshot.today:
        return None
    waited = snapshot.calendar.waited(since, snapshot.today)
    for level, limit in ((STALLED, own[1]), (AT_RISK, own[0])):
        if limit is not None and waited >= limit:
            return PartnerRow(
                partner=partner,
                referral=referral,
                rule=rule,
                level=level,
                since=since,
                waited=waited,
                limit=limit,
                about=about,
            )
    return None


def _quiet_partners(snapshot: Snapshot) -> Iterator[PartnerRow]:
    """The good senders who have not sent for longer than they usually take."""
    if snapshot.journal.settings.stalled.get("quiet_partner", ()) is None:
        return
    sent_by = snapshot.tally(days_sent)
    quiet = {
        partner.id: (partner, sent, limit)
        for partner in snapshot.journal.partners.values()
        if (sent := sent_by.get(partner.id)) and (limit := _quiet_limit(snapshot, partner, sent)) is not None
    }
    told = _told_lately(snapshot) if quiet else ()
    first = _quieting_since(snapshot.calendar, snapshot.today)
    for partner, sent, limit in quiet.values():
        touched = any(first <= touch.date <= snapshot.today for touch in partner.touches)
        if not touched and partner.id not in told:
            yield _quiet_row(snapshot, partner, max(sent), limit)


def days_sent(referrals: Iterable[Referral]) -> dict[str, Counter[dt.date]]:
    """By partner, the days on which they sent a referral."""
    sent: dict[str, list[dt.date]] = defaultdict(list)
    for referral in referrals:
        if referral.partner:
            sent[referral.partner].append(referral.received)
    return {partner: Counter(days) for partner, days in sent.items()}


def _quiet_limit(snapshot: Snapshot, partner: Partner, sent: Counter[dt.date]) -> int | None:
    """After how many days the partner is quiet, where they are; `None` where they are not, or owe no referrals."""
    if partner.status != "active" or partner.type in PERSONAL:
        return None
    if partner.tier not in {"A", "B"} and sent.total() < MANY_REFERRALS:
        return None
    days = (snapshot.today - max(sent)).days
    if days <= QUIET_DAYS:
        return None
    gaps = [(later - earlier).days for earlier, later in pairwise(sorted(sent.elements()))]
    limit = max(QUIET_DAYS, int(2 * (median_of(gaps).value or 0)))
    return limit if days > limit else None


def _told_lately(snapshot: Snapshot) -> set[str]:
    """The partners whom an update keeps from being quiet."""
    all_are_current = _quieting_since(snapshot.calendar, snapshot.today) > snapshot.recent_since
    told = snapshot.of_current(_told_about) if all_are_current else snapshot.of_each(_told_about)
    return set().union(*told.values())


def _told_about(snapshot: Snapshot, referral: Referral) -> list[str] | None:
    """The partners who were given an update about this referral lately."""
    first = _quieting_since(snapshot.calendar, snapshot.today)
    lately = [update for update in referral.partner_updates if first <= update.date <= snapshot.today]
    return [partner for update in lately if (partner := update.partner or referral.partner)] or None


@lru_cache(maxsize=1)
def _quieting_since(calendar: WorkCalendar, today: dt.date) -> dt.date:
    """The first day on which a contact still keeps the rule about quiet partners from firing."""

    def quiets(ordinal: int) -> bool:
        return calendar.waited(dt.date.fromordinal(ordinal), today) < QUIETED_FOR

    days = range(1, today.toordinal() + 1)
    return dt.date.fromordinal(days[bisect_left(days, True, key=quiets)])


def _quiet_row(snapshot: Snapshot, partner: Partner, last: dt.date, limit: int) -> PartnerRow:
    return PartnerRow(
        partner=partner.id,
        referral=None,
        rule="quiet_partner",
        level=None,
        since=last,
        waited=(snapshot.today - last).days,
        limit=limit,
    )
