"""When a borrower was touched last, as of a day: talked to, written to, met, or brought further.

Source: the journal format, "Derived: the stage" (docs/journal-format.md). To edit a file is no touch, and to tell a
partner is none.
"""

import datetime as dt
from operator import attrgetter

from textual_tracker.core.records import Application, Attempt, Referral
from textual_tracker.core.stages import TOUCHES

NO_APPLICATION = (Application(),)
"""What most referrals have: it is told at once."""

DATES_OF_TOUCHES = attrgetter(*TOUCHES)


def last_touch(referral: Referral, today: dt.date) -> dt.date | None:
    """The latest date up to `today` on which the borrower was touched, without deriving anything else."""
    return last_touch_of(referral, counted_attempts(referral, today), today)


def counted_attempts(referral: Referral, today: dt.date) -> tuple[Attempt, ...]:
    """The attempts up to `today`."""
    counted = tuple([attempt for attempt in referral.contact_attempts if attempt.date <= today])
    # The record's own where it is the same: of every referral another one would be kept.
    return referral.contact_attempts if len(counted) == len(referral.contact_attempts) else counted


def last_touch_of(referral: Referral, counted: tuple[Attempt, ...], today: dt.date) -> dt.date | None:
    """The latest date up to today on which the borrower was touched, in `earlier` too; the attempts are `counted`."""
    days = [entry.date for entry in referral.log]
    for meeting in (referral.appointment, *referral.appointment.earlier):
        if meeting.set is not None:
            days.append(meeting.set)
        if meeting.date is not None and meeting.status == "held":
            days.append(meeting.date)
    if referral.application not in NO_APPLICATION:
        for facts in (referral.application, *referral.application.earlier):
            days += filter(None, DATES_OF_TOUCHES(facts))
    days = [day for day in days if day <= today]
    days += [attempt.date for attempt in counted]
    return max(days, default=None)
