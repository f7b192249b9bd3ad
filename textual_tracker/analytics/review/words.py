"""What a review says of the things that moved."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from textual_tracker.analytics.review.moved import ORDER, Move
from textual_tracker.analytics.review.review import Review
from textual_tracker.analytics.wording import MONTHS, count, long_day
from textual_tracker.core.calendar import DAYS_IN_WEEK

SAID = {
    "contacted": "first talk",
    "appointment_set": "appointment agreed",
    "appointment_held": "appointment held",
    "no_show": "no-show",
    "cancelled": "appointment cancelled",
    "started": "application started",
    "submitted": "application submitted",
    "preapproved": "pre-approved",
    "under_contract": "under contract",
    "conditional_approval": "conditional approval",
    "clear_to_close": "clear to close",
    "date_moved": "closing moved",
    "fell_through": "contract fell through",
    "application_ended": "application ended",
}
MANY = {
    "contacted": "first talks",
    "appointment_set": "appointments agreed",
    "appointment_held": "appointments held",
    "no_show": "no-shows",
    "cancelled": "appointments cancelled",
    "started": "applications started",
    "submitted": "applications submitted",
    "conditional_approval": "conditional approvals",
    "date_moved": "closings moved",
    "fell_through": "contracts fell through",
    "application_ended": "applications ended",
}


def week_name(review: Review) -> str:
    """`Mon 2 to Sun 8 Mar 2026`; of the week that is not over `Mon 9 to Tue 10 Mar 2026, so far`."""
    window = review.window
    start, end = window.start, window.end
    so_far = "" if review.is_over or window.days == DAYS_IN_WEEK else ", so far"
    if start == end:
        return f"{long_day(end)}{so_far}"
    first = f"{start:%a} {start.day}" if start.month == end.month else on_day(start)
    year = "" if start.year == end.year else f" {start.year}"
    return f"{first}{year} to {long_day(end)}{so_far}"


def on_day(date: dt.date) -> str:
    """`Fri 6 Mar`: a page is read on another day than it is written, so no day is called yesterday."""
    return f"{date:%a} {date.day} {MONTHS[date.month]}"


def moved_counts(moved: Iterable[Move]) -> str:
    """`5 appointments agreed, 4 appointments held, 1 no-show`, in the order of the stages; "" where nothing moved."""
    counted = Counter(move.what for move in moved)
    return ", ".join(count(counted[what], SAID[what], MANY.get(what, SAID[what])) for what in ORDER if counted[what])


def moved_by_referral(review: Review) -> Iterator[tuple[str, str]]:
    """(name, `appointment agreed Wed 4 Mar, held Fri 6 Mar`) of each who moved, in the order of their first day."""
    by_referral: dict[str, list[Move]] = {}
    for move in review.moved:
        by_referral.setdefault(move.referral.id, []).append(move)
    for found in by_referral.values():
        yield found[0].referral.name, ", ".join(f"{SAID[move.what]} {on_day(move.date)}" for move in found)
