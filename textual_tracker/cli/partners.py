"""What is said of a partner who waits for word."""

from textual_tracker.analytics.partner_care import PartnerRow
from textual_tracker.analytics.wording import RULE_LABELS, about_label


def partner_text(row: PartnerRow) -> str:
    """`not told: under contract`, `nothing heard`."""
    if row.about:
        return f"not told: {about_label(row.about)}"
    return RULE_LABELS[row.rule]
