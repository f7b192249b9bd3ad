"""Whose file has an error, or cannot be read: they are counted nowhere, and every report says how many they are.

Of a file that cannot be read nobody knows when its referral came. So they are left out of all windows alike, and it is
one number in the results, the forecast, the review, the diagnosis and the plan.
"""

from textual_tracker.analytics.snapshot import Snapshot

FOLDER = "referrals/"
"""Where the files of referrals lie, in a journal."""


def left_out(snapshot: Snapshot, officer: str | None = None) -> set[str]:
    """The paths of these referrals' files; of one officer's, and of those of which it is not known whose they are."""
    known = {one.path: one for one in snapshot.referrals if one.faulty or one.stale}
    unread = {problem.path for problem in snapshot.journal.unreadable if problem.path.startswith(FOLDER)}
    return {path for path, one in known.items() if officer in {None, one.officer}} | (unread - set(known))


def left_out_words(number: int) -> str:
    """`1 left out: its file has an error`; "" for none."""
    if not number:
        return ""
    return "1 left out: its file has an error" if number == 1 else f"{number:,} left out: errors in their files"


def left_out_sentence(snapshot: Snapshot, officer: str | None = None) -> str:
    """The same below a report, with how to find them; "" for none."""
    without = left_out_words(len(left_out(snapshot, officer)))
    return f"{without}; tracker check shows what is wrong" if without else ""
