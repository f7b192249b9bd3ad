"""The JSON of a partner who waits for word."""

from textual_tracker.analytics.partners.care import PartnerRow
from textual_tracker.cli.reports.rows import Row


def partner_row(row: PartnerRow) -> Row:
    """One partner, referral and rule of `stalled --partners`."""
    return {
        "partner": row.partner,
        "referral": None if row.referral is None else row.referral.id,
        "rule": row.rule,
        "level": row.level,
        "since": row.since,
        "waited": row.waited,
        "limit": row.limit,
    }
