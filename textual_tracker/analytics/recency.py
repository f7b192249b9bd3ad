"""Which referrals anything happened to lately: a glance that spares deriving where thousands of old ones stand."""

import datetime as dt

from textual_tracker.core.records import Referral

RECENT = dt.timedelta(days=60)
"""News is news, and activity is at hand, for so many calendar days."""


def recent_since(today: dt.date) -> dt.date:
    """The first day that is recent as of `today`."""
    return dt.date.fromordinal(max(today.toordinal() - RECENT.days, 1))


def has_fact_since(referral: Referral, since: dt.date) -> bool:
    """Whether any day in the file that is news for a partner, or counts as activity, is `since` or later.

    Days ahead are later. What is left out is no news and no activity: the log, deadlines, the day it was received.
    """
    for attempt in referral.contact_attempts:
        if attempt.date >= since:
            return True
    for update in referral.partner_updates:
        if update.date >= since:
            return True
    outcome, meeting, application = referral.outcome, referral.appointment, referral.application
    days = [
        outcome.date,
        meeting.set,
        meeting.date,
        application.preapproved,
        application.under_contract,
        application.conditional_approval,
        application.clear_to_close,
    ]
    if meeting.earlier:
        days += [day for facts in meeting.earlier for day in (facts.set, facts.date)]
    if application.earlier:
        days += [
            day
            for facts in application.earlier
            for day in (facts.preapproved, facts.under_contract, facts.conditional_approval, facts.clear_to_close)
        ]
        days += [facts.ended for facts in application.earlier]
    if application.moved:
        days += [move.date for move in application.moved]
    latest = max(filter(None, days), default=None)
    return latest is not None and latest >= since
