"""Which referrals anything happened to lately: a glance that spares deriving where thousands of old ones stand."""

import datetime as dt

from textual_tracker.core.records import Referral

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
    for attempt in referral.contact_attempts:
        if attempt.date > last:  # noqa: PLR1730 - a call of max for each of 150,000 days doubles the time
            last = attempt.date
    for update in referral.partner_updates:
        if update.date > last:  # noqa: PLR1730 - a call of max for each of 150,000 days doubles the time
            last = update.date
    meeting, application, outcome = referral.appointment, referral.application, referral.outcome
    for day in (
        outcome.date,
        meeting.set,
        meeting.date,
        application.preapproved,
        application.under_contract,
        application.conditional_approval,
        application.clear_to_close,
    ):
        if day is not None and day > last:
            last = day
    if meeting.earlier or application.earlier or application.moved or outcome.earlier:
        last = max(last, _last_of_earlier(referral))
    return last


def _last_of_earlier(referral: Referral) -> dt.date:
    """The last day of what others replaced (appointments, applications, endings), and on which dates were moved."""
    days: list[dt.date | None] = [move.date for move in referral.application.moved]
    # An ending before a return is news as of the days on which it was in force.
    days += (ended.date for ended in referral.outcome.earlier)
    for meeting in referral.appointment.earlier:
        days += (meeting.set, meeting.date)
    for facts in referral.application.earlier:
        days += (facts.preapproved, facts.under_contract, facts.conditional_approval, facts.clear_to_close, facts.ended)
    return max(filter(None, days), default=dt.date.min)
