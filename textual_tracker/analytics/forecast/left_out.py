"""Whose file has an error, or cannot be read: nothing is forecast of them, and a forecast says how many they are."""

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
