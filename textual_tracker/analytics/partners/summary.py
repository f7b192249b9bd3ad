"""What each partner has sent, what became of it, when they were last heard from, and what they wait for.

Source: docs/numbers.md, "Partners". A referral counts for the partner who sent it (`partner`); those of `also_tell` are
told like the partner, without the credit.
"""

import datetime as dt
from collections.abc import Collection
from itertools import pairwise

from msgspec import Struct

from textual_tracker.analytics.partners.care import PartnerRow, untold
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.median import median_of
from textual_tracker.core.records import OutcomeFacts, Partner, Referral

QUIET = "quiet_partner"


class PartnerSummary(Struct, frozen=True, kw_only=True):
    """One partner as of the snapshot's day; `partner` is `None` where there is no record.

    `unread`: there is a file, and it cannot be read; else referrals name an id that leads nowhere.
    `referrals` are all that concern them, in the journal's order: those they sent, those of which they are to be told,
    and those of which they were told. `sent` counts the first of these: `open`, `nurture`, `closed` and `lost` come to
    it; `dollars` is what was funded of those that closed. `waits` are the rules of partner care that fire, the worst
    first. `last_contact` is the later of a touch and an update.
    """

    id: str
    partner: Partner | None
    unread: bool
    referrals: tuple[Referral, ...]
    sent: int
    open: int
    nurture: int
    closed: int
    lost: int
    dollars: int
    last_referral: dt.date | None
    last_contact: dt.date | None
    waits: tuple[PartnerRow, ...]

    @property
    def name(self) -> str:
        """The partner's name, or the id where there is no record."""
        return self.id if self.partner is None else self.partner.name

    @property
    def untold(self) -> tuple[PartnerRow, ...]:
        """What they wait to hear."""
        return tuple(row for row in self.waits if row.referral is not None)

    @property
    def quiet(self) -> PartnerRow | None:
        """That they went quiet, where they did."""
        return next((row for row in self.waits if row.rule == QUIET), None)


def partner_summaries(
    snapshot: Snapshot, unread: Collection[str] = (), officer: str | None = None
) -> list[PartnerSummary]:
    """Every partner: those with a record, those whom a referral names, and those of `unread`, whose file is no record.

    Those who wait come first, in the order in which to tell them; the others as the journal has them. Where `officer`
    is given, only that officer's referrals count; that a partner went quiet is said of whoever sent that officer any.
    """
    tallies: dict[str, _Tally] = {}
    quiet: list[PartnerRow] = []
    for row in untold(snapshot, at_risk=True):
        if officer is not None and row.referral is None:
            quiet.append(row)
        elif row.referral is None or officer in {None, row.referral.officer}:
            _of(tallies, row.partner).waits.append(row)
    for partner_id in (*snapshot.journal.partners, *unread):
        _of(tallies, partner_id)
    for referral in snapshot.referrals:
        concerns_them = referral.partner or referral.also_tell or referral.partner_updates
        if concerns_them and officer in {None, referral.officer}:
            _count(snapshot, referral, tallies)
    for row in quiet:
        if tallies[row.partner].sent:
            tallies[row.partner].waits.append(row)
    return [_summary(snapshot, partner_id, tally, unread) for partner_id, tally in tallies.items()]


def usual_gap(summary: PartnerSummary) -> int | None:
    """The median of the calendar days between the referrals they sent; `None` with fewer than two."""
    received = sorted(referral.received for referral in summary.referrals if referral.partner == summary.id)
    gaps = [(later - earlier).days for earlier, later in pairwise(received)]
    middle = median_of(gaps).value
    return None if middle is None else int(middle)


class _Tally:
    """What has been counted of a partner so far."""

    __slots__ = ("closed", "dollars", "last_contact", "last_referral", "lost", "nurture", "referrals", "sent", "waits")

    def __init__(self) -> None:
        self.referrals: list[Referral] = []
        self.sent = self.nurture = self.closed = self.lost = self.dollars = 0
        self.last_referral: dt.date | None = None
        self.last_contact: dt.date | None = None
        self.waits: list[PartnerRow] = []


def _of(tallies: dict[str, _Tally], partner_id: str) -> _Tally:
    found = tallies.get(partner_id)
    if found is None:
        found = tallies[partner_id] = _Tally()
    return found


def _count(snapshot: Snapshot, referral: Referral, tallies: dict[str, _Tally]) -> None:
    concerned = dict.fromkeys((referral.partner, *referral.also_tell))
    for update in referral.partner_updates:
        told = update.partner or referral.partner
        concerned[told] = None
        if told and update.date <= snapshot.today:
            tally = _of(tallies, told)
            tally.last_contact = _later(tally.last_contact, update.date)
    for partner_id in concerned:
        if partner_id:
            _of(tallies, partner_id).referrals.append(referral)
    if referral.partner:
        _count_sent(tallies[referral.partner], referral, _outcome(snapshot, referral))


def _count_sent(tally: _Tally, referral: Referral, outcome: OutcomeFacts) -> None:
    tally.sent += 1
    tally.last_referral = _later(tally.last_referral, referral.received)
    if outcome.status == "closed":
        tally.closed += 1
        tally.dollars += outcome.amount or 0
    elif outcome.status == "nurture":
        tally.nurture += 1
    elif outcome.status == "lost":
        tally.lost += 1


def _outcome(snapshot: Snapshot, referral: Referral) -> OutcomeFacts:
    """The outcome in force; of the many that ended for good it is the written one, and nothing has to be derived."""
    return referral.outcome if snapshot.is_settled(referral) else snapshot.standing(referral).outcome


def _later(known: dt.date | None, day: dt.date) -> dt.date:
    return day if known is None or day > known else known


def _summary(snapshot: Snapshot, partner_id: str, tally: _Tally, unread: Collection[str]) -> PartnerSummary:
    partner = snapshot.journal.partners.get(partner_id)
    last_contact = tally.last_contact
    for touch in () if partner is None else partner.touches:
        if touch.date <= snapshot.today:
            last_contact = _later(last_contact, touch.date)
    return PartnerSummary(
        id=partner_id,
        partner=partner,
        unread=partner_id in unread,
        referrals=tuple(tally.referrals),
        sent=tally.sent,
        open=tally.sent - tally.nurture - tally.closed - tally.lost,
        nurture=tally.nurture,
        closed=tally.closed,
        lost=tally.lost,
        dollars=tally.dollars,
        last_referral=tally.last_referral,
        last_contact=last_contact,
        waits=tuple(tally.waits),
    )
