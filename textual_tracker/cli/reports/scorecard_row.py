"""The JSON of `partners`, as `schema/output/partners.schema.json` describes it."""

from textual_tracker.analytics.partners.scorecard import Scorecard, Scorecards
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.cli.reports.partner_row import partner_row
from textual_tracker.cli.reports.rows import Row, list_row, text_of


def scorecards_row(
    snapshot: Snapshot, found: Scorecards, named: tuple[Scorecard, ...] | None, officer: str | None
) -> Row:
    """Everybody; or those who were `named`, with whom they sent."""
    cards = found.cards if named is None else named
    return {
        "from": found.window.start,
        "to": found.window.end,
        "officer": officer,
        "told": _rate(found.told),
        "partners": [_card(snapshot, card, with_referrals=named is not None) for card in cards],
    }


def _card(snapshot: Snapshot, card: Scorecard, *, with_referrals: bool) -> Row:
    group, known, partner = card.group, card.ranked, card.summary.partner
    sent = [one for one in card.summary.referrals if one.partner == card.id] if with_referrals else None
    return {
        "id": card.id,
        "name": card.summary.name,
        "type": None if partner is None else partner.type,
        "tier": None if partner is None else partner.tier,
        "status": None if partner is None else partner.status,
        "phone": None if partner is None else text_of(partner.phone),
        "received": group.received,
        "contacted": group.contacted,
        "appointments_held": group.appointments_held,
        "applications": group.applications,
        "closed": group.closed,
        "lost": group.lost,
        "open": group.open,
        "nurture": group.nurture,
        "amount": group.amount,
        "median_days": group.median_days,
        "close_rate": _rate(group.close_rate),
        "credible": None if known is None else {"mean": known.mean, "low": known.low, "high": known.high},
        "told": _rate(card.told),
        "usual_gap": card.usual_gap,
        "days_since": card.days_since,
        "last_referral": card.summary.last_referral,
        "last_contact": card.summary.last_contact,
        "quiet": card.summary.quiet is not None,
        "waits": [partner_row(row) for row in card.summary.untold],
        "referrals": None if sent is None else [list_row(snapshot, referral) for referral in sent],
    }


def _rate(rate: Rate | None) -> Row | None:
    return None if rate is None else {"rate": rate.rate, "n": rate.n, "low": rate.low, "high": rate.high}
