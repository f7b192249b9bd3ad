"""Pieces that several views say of a referral or a problem, in the same words."""

import datetime as dt
from collections.abc import Iterable

from textual_tracker.analytics.rules import STALLED, Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import DEADLINES, MONTHS, SIGNS, day, short_rule_text, waited
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Referral
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.widgets.cells import ELLIPSIS, cut, plain, width
from textual_tracker.tui.widgets.ink import Line, Piece, Role

FAULT = "✗"
DOT = " · "
LONG_WAIT = 1000
"""Working days from which on the month is said in which a wait began: four years say more than four digits."""


def level_role(level: str | None) -> Role:
    """How a level looks: beside it there is always its sign or a word."""
    return "text" if level is None else "stalled" if level == STALLED else "risk"


def mark(referral: Referral, firing: Firing | None) -> Piece:
    """`!` stalled, `·` at risk, and `✗` where the file has an error or cannot be read."""
    sign = SIGNS[firing.level] if firing is not None else ""
    if referral.faulty or referral.stale:
        return Piece(f"{sign}{FAULT}", "fault")
    return Piece(sign, level_role(firing.level if firing is not None else None))


def rule_piece(snapshot: Snapshot, referral: Referral, firing: Firing | None) -> Piece:
    """What fires, as said of this referral: `no answer, 3 tries`."""
    role = level_role(firing.level if firing is not None else None)
    return Piece(short_rule_text(snapshot, referral, firing), role)


def fires_beside(snapshot: Snapshot, referral: Referral, firing: Firing, room: int) -> Piece:
    """What fires, where beside it stands since when, or until when: a deadline's day is not said twice.

    How late a deadline is, where that takes more than `room` cells, is left to what stands beside it too.
    """
    says = rule_piece(snapshot, referral, firing)
    if firing.rule not in DEADLINES:
        return says
    what, ends, late, _ = DEADLINES[firing.rule]
    if firing.waited < 0:
        return Piece(f"{what}{ends}", says.role)
    return Piece(f"{what} {late}", says.role) if len(says.text) > room else says


def how_long(working_days: int, since: dt.date, today: dt.date) -> str:
    """`3 working days`; `since Nov 2012` of what waits for years; of what still lies ahead its day."""
    if working_days < 0:
        return day(since, today)
    if working_days >= LONG_WAIT:
        return f"since {MONTHS[since.month]} {since.year}"
    return waited(working_days, since, today)


def place(problem: Problem) -> str:
    """`path:line:column`."""
    return f"{problem.path}:{problem.line}:{problem.column}"


def problem_role(problem: Problem) -> Role:
    """An error stands out; a warning is only told."""
    return "fault" if problem.severity == ERROR else "text"


def shortened(line: Line, room: int) -> Line:
    """The line in so many cells, its end cut off where it takes more."""
    texts = [plain(piece.text) for piece in line]
    if sum(map(width, texts)) <= room:
        return line
    pieces: list[Piece] = []
    for text, piece in zip(texts, line, strict=True):
        if width(text) >= room:
            return (*pieces, Piece(cut(f"{text}{ELLIPSIS}", room), piece.role))
        pieces.append(Piece(text, piece.role))
        room -= width(text)
    return tuple(pieces)


def dotted(parts: Iterable[str]) -> str:
    """The parts that say something, with dots between them."""
    return DOT.join(part for part in parts if part)


def nothing_yet(today: dt.date) -> tuple[Line, ...]:
    """What a view says in a journal without referrals: how the first one is written, with a key or by hand."""
    file = f"referrals/{today.year}/{today.isoformat()}-dana-ortiz.yaml"
    return (
        (),
        (Piece("No referrals yet.", "strong"),),
        (),
        (Piece(BY_ID["new_referral"].shown_key, "accent"), Piece(" adds the first one, in a line:")),
        (Piece("    Dana Ortiz 555-0142 source:sphere", "quiet"),),
        (),
        (Piece("Or write it in your editor, into"),),
        (Piece(f"    {file}", "accent"),),
        (),
        (Piece("    borrower: Dana Ortiz", "quiet"),),
        (Piece("    source: sphere", "quiet"),),
        (),
        (Piece("It is here as soon as it is saved."),),
        (Piece("The folder examples/ shows everything that a file may say.", "quiet"),),
    )
