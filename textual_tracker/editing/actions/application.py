"""Which application a new milestone or deadline belongs to: the one on record, or another that begins with it.

One that was denied, withdrawn or left incomplete, or that is older than the referral's return, is over.
"""

import datetime as dt

from textual_tracker.core.records import Referral
from textual_tracker.core.stages import ENDED_BADLY, TOUCHES
from textual_tracker.editing.actions.course import last_return, typed_facts
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.record_file import ReferralFile
from textual_tracker.editing.words import day_words

SECTION = "application"


def ended_on(file: ReferralFile, day: dt.date) -> dict[str, Value]:
    """The application on record as one that ended on `day`, for `application.earlier`."""
    return {**typed_facts(file, SECTION), "ended": day.isoformat()}


def is_over(referral: Referral, day: dt.date) -> bool:
    """Whether the application was denied, withdrawn or left incomplete by `day`."""
    application = referral.application
    return application.status in ENDED_BADLY and (application.decided is None or day >= application.decided)


def is_of_before_a_return(draft: Draft, referral: Referral, day: dt.date) -> bool:
    """Whether all of the application is older than the day on which the referral came back, and `day` is not."""
    returned = last_return(referral, draft.today)
    if returned is None or day < returned:
        return False
    application = referral.application
    days = [known for name in TOUCHES if (known := getattr(application, name)) is not None]
    return all(known < returned for known in days) and (bool(days) or application.status not in {None, "not_started"})


def how_it_ended(draft: Draft, referral: Referral) -> str:
    """`was denied on Thu 5 Mar`; without the day where none was written."""
    status, decided = referral.application.status, referral.application.decided
    said = "was left incomplete" if status == "incomplete" else f"was {status}"
    return said if decided is None else f"{said} on {day_words(decided, draft.today)}"
