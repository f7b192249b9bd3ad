"""What is said of a partner who waits for word, in text and in JSON."""

from textual_tracker.analytics.partner_care import PartnerRow
from textual_tracker.analytics.wording import RULE_LABELS, about_label
from textual_tracker.cli.rows import Row


def partner_text(row: PartnerRow) -> str:
    """`under contract, not told yet`; `nothing heard`."""
    if row.about:
        return f"{about_label(row.about)}, not told yet"
    return RULE_LABELS[row.rule]


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
