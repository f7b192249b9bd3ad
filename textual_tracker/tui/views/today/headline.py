"""The first line of Today: what to do next and why, and how many wait."""

from textual_tracker.analytics.next_up import NOBODY, NextUp
from textual_tracker.analytics.rules import NO_ATTEMPT
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.analytics.wording import sender, waited
from textual_tracker.core.records import Referral
from textual_tracker.tui.views.today.list import counts
from textual_tracker.tui.views.today.plan import Plan
from textual_tracker.tui.views.words import level_role, rule_piece
from textual_tracker.tui.widgets.bar import Item
from textual_tracker.tui.widgets.cells import cut, plain
from textual_tracker.tui.widgets.ink import Line, Piece

LONGEST = 28
"""Cells of a name."""
WHY, NUMBERS, SENDER = 1, 2, 6
"""What goes first where room is scarce has the highest number."""


def next_items(plan: Plan) -> list[Item]:
    """`Next: call Dana Ortiz 555-0142, from Sarah Chen` and why, in the words of `tracker today`.

    Where nobody is stalled or at risk, what else there is to do.
    """
    row = plan.next_row
    if row is None and plan.next_up is not None:
        return [_coming(plan.next_up)]
    if row is None:
        return [Item((Piece(NOBODY if not plan.is_filtered else "Nobody to call.", "strong"),))]
    snapshot, referral = plan.base.look.snapshot, row.referral
    calls = row.firing.rule == NO_ATTEMPT
    short = _whom(referral, "call " if calls else "")
    came = _came(snapshot, referral)
    whole = (*short, Piece(f", {came}")) if came else short
    if calls:
        return [Item(whole, SENDER, short=short), Item(_why(snapshot, row), WHY)]
    why = (Piece("; "), *_why(snapshot, row))
    return [Item((*whole, *why), SENDER, short=(*short, *why))]


def number_items(plan: Plan) -> list[Item]:
    """`9 stalled`, `4 at risk`, `3 partners waiting`, `2 soon`."""
    return [
        Item((Piece(says, level_role(level) if level else "quiet"),), NUMBERS + number)
        for number, (says, level) in enumerate(counts(plan))
    ]


def _coming(found: NextUp) -> Item:
    name, phone = (cut(plain(text), LONGEST) for text in (found.name, found.phone))
    short = Piece("Next: ", "quiet"), Piece(" ".join(part for part in (found.begins, name, phone) if part), "strong")
    return Item((*short, Piece(f"; {plain(found.why)}")), SENDER, short=short) if found.why else Item(short)


def _whom(referral: Referral, verb: str) -> Line:
    phone = f" {cut(plain(referral.phone), LONGEST)}" if referral.phone else ""
    return Piece("Next: ", "quiet"), Piece(f"{verb}{cut(plain(referral.name), LONGEST)}{phone}", "strong")


def _came(snapshot: Snapshot, referral: Referral) -> str:
    name = cut(plain(sender(snapshot, referral)), LONGEST)
    return f"from {name}" if referral.partner and name else name


def _why(snapshot: Snapshot, row: StalledRow) -> Line:
    """`no attempt, 2 working days`; of anything else what to do, which its name does not tell."""
    says = rule_piece(snapshot, row.referral, row.firing)
    what = Piece(cut(plain(says.text), LONGEST), says.role)
    if row.firing.rule == NO_ATTEMPT:
        return what, Piece(f", {waited(row.firing.waited, row.firing.since, snapshot.today)}", "quiet")
    return what, Piece(f": {row.firing.action}")
