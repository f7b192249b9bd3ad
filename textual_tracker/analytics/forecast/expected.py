"""On which day a closing was expected, as far as a record tells: now, and on an earlier evening."""

import datetime as dt

from textual_tracker.core.records import EndedApplication, Move, Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import applications_in_force

EXPECTED_CLOSE = "expected_close"


def expected_then(referral: Referral, stage: Stage, day: dt.date) -> dt.date | None:
    """The day that was expected on the evening of `day`, when the referral was in `stage`.

    A record says since when a day has been expected only where it was moved: then it is what the earliest later move
    moved it from, or, once it was moved for the last time, what it was moved to. Without a contract there is none.
    """
    file = referral.application
    if stage < Stage.in_process or not file.moved:
        return None
    held = applications_in_force(referral, day)[-1]
    begun = max((item.ended for item in file.earlier if item.ended and item.ended <= day), default=dt.date.min)
    ended = held.ended if isinstance(held, EndedApplication) and held.ended else dt.date.max
    moves = [move for move in _moves(referral) if begun <= move.date <= ended]
    later = [move for move in moves if move.date > day]
    if later:
        return min(later, key=lambda move: move.date).before
    return held.expected_close if moves else None


def promises(referral: Referral) -> list[dt.date]:
    """Each day on which the closing of the contract in force was ever expected."""
    file = referral.application
    if not file.moved and file.expected_close is None:
        return []
    begun = max((item.ended for item in file.earlier if item.ended is not None), default=dt.date.min)
    moved = [move.before for move in _moves(referral) if move.before is not None and move.date >= begun]
    return moved if file.expected_close is None else [*moved, file.expected_close]


def _moves(referral: Referral) -> list[Move]:
    return [move for move in referral.application.moved if move.what == EXPECTED_CLOSE]
