"""Which referrals anything happened to lately: a glance that spares deriving where thousands of old ones stand."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.core.records import ApplicationFacts, Referral

RECENT = dt.timedelta(days=60)
"""News is news, and activity is at hand, for so many calendar days."""


def recent_since(today: dt.date) -> dt.date:
    """The first day that is recent as of `today`."""
    return dt.date.fromordinal(max(today.toordinal() - RECENT.days, 1))


def last_fact(referral: Referral) -> dt.date:
    """The last day in the file that is news for a partner, or counts as activity; days ahead too.

    Without any: the first day of the calendar. What is left out is no news and no activity: the log, deadlines, the
    day on which it was received.
    """
    last = dt.date.min
    # Nearly all of the days are in these two: a loop is twice as fast as max over anything.
    for attempt in referral.contact_attempts:
        last = max(last, attempt.date)
    for update in referral.partner_updates:
        last = max(last, update.date)
    meeting, application = referral.appointment, referral.application
    days = (referral.outcome.date, meeting.set, meeting.date, *_milestones(application))
    for day in (*days, *_earlier(referral)) if meeting.earlier or application.earlier or application.moved else days:
        if day is not None and day > last:
            last = day
    return last


def _milestones(facts: ApplicationFacts) -> tuple[dt.date | None, ...]:
    return (facts.preapproved, facts.under_contract, facts.conditional_approval, facts.clear_to_close)


def _earlier(referral: Referral) -> Iterator[dt.date | None]:
    """The days of appointments and applications that others replaced, and those on which dates were moved."""
    for meeting in referral.appointment.earlier:
        yield from (meeting.set, meeting.date)
    for ended in referral.application.earlier:
        yield from (ended.ended, *_milestones(ended))
    yield from (move.date for move in referral.application.moved)
