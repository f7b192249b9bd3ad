"""What the list of partners and the page of one say in the same words."""

from textual_tracker.analytics.partners.summary import PartnerSummary, usual_gap
from textual_tracker.analytics.wording import BARRED, count, is_barred, word
from textual_tracker.core.records import Partner
from textual_tracker.tui.views.words import FAULT

ACTIVE = "active"


def status(partner: Partner) -> str:
    """The status, where it is not the usual one; one that forbids contact has a sign."""
    if is_barred(partner):
        return f"{FAULT} {BARRED}"
    return "" if partner.status == ACTIVE else word(partner.status)


def no_record(summary: PartnerSummary) -> str:
    """Why there is no record of the partner."""
    return f"{FAULT} cannot be read" if summary.unread else f"{FAULT} no file"


def gap(summary: PartnerSummary) -> str:
    """How often they usually send: `, usually one in 30 days`; "" where nothing is usual yet."""
    days = usual_gap(summary)
    return "" if days is None else f", usually one in {count(max(days, 1), 'day')}"
