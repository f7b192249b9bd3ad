"""The upper half of the forecast: the chance of each count with the goal, the other windows, the track record."""

import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from textual_tracker.analytics.forecast.bars import bars, goal_at
from textual_tracker.analytics.forecast.outlook import Forecast, Outlook
from textual_tracker.analytics.forecast.record_words import NO_RECORD, month_by_month, short_record
from textual_tracker.analytics.forecast.words import (
    chance_percent,
    expected_dollars,
    made_of,
    most_likely,
    of_goal,
    of_volume_goal,
    own_goal,
)
from textual_tracker.analytics.wording import short_money
from textual_tracker.tui.views.words import dotted
from textual_tracker.tui.widgets.bars import Upright, standing
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece, Role

WIDE, GAP, NARROW_GAP = 5, 3, 2
"""Cells of a bar and the number below it, and between two of them: the goal's line stands there."""
NARROW: Final = 70
"""In less room the gap is the narrow one."""
NAME: Final = 11
"""Cells of the names before the facts."""
BESIDE, BARS_BESIDE = 80, 70
"""Cells that the facts, and the bars, need to stand beside one another."""
FEW, LOW, TALL = 14, 22, 36
"""Lines of the screen: below the first there is no panel; from the last on there is all of it."""
GOAL: Final = "│"


class Fact(NamedTuple):
    """A line: what it is about, and what it says."""

    name: str
    says: str


def panel_lines(found: Forecast, today: dt.date, room: int, screen: int) -> Sequence[Line]:
    """The bars with the facts beside or below them; nothing where there is too little history, or no room."""
    outlook = found.chosen
    if outlook is None or screen < FEW:
        return ()
    beside = room >= BESIDE + BARS_BESIDE
    told = [_line(fact) for fact in _facts(found, outlook, today, BESIDE if beside else room, screen)]
    drawn = _histogram(outlook, room - BESIDE if beside else room, _height(screen))
    air: list[Line] = [()] if screen >= TALL else []
    if beside:
        return [*_side_by_side(drawn, told), *air]
    return [*drawn, *told, *air]


def _height(screen: int) -> int:
    """The lines of the bars alone."""
    return 2 if screen < LOW else 3 if screen < TALL else 5


def _histogram(outlook: Outlook, room: int, lines: int) -> list[Line]:
    """The bars, the counts below them, and below those their chances; a line stands before the goal."""
    gap = GAP if room >= NARROW else NARROW_GAP
    shown = bars(outlook, max((room - gap) // (WIDE + gap) - 1, 1))
    wide = max(WIDE, *(width(bar.label) for bar in shown))
    goal = goal_at(outlook, shown)
    roles: list[Role] = ["text" if goal is not None and number < goal else "accent" for number in range(len(shown))]
    uprights = [Upright(bar.chance, role) for bar, role in zip(shown, roles, strict=True)]
    drawn = [_spaced(line, gap, goal) for line in standing(uprights, lines, wide)]
    drawn[0] = _told_goal(drawn[0], outlook, room)
    counts = [Piece(bar.label.center(wide), "strong") for bar in shown]
    chances = [Piece(chance_percent(bar.chance).center(wide), "quiet") for bar in shown]
    return [*drawn, _spaced(counts, gap, goal), _spaced(chances, gap)]


def _spaced(pieces: Sequence[Piece], gap: int, goal: int | None = None) -> Line:
    """A gap before each of the pieces; in that before the goal, which may be behind them all, its line."""
    line: list[Piece] = []
    for number, piece in enumerate(pieces):
        line += [_gap(gap, is_goal=number == goal), piece]
    return tuple(line) if goal != len(pieces) else (*line, _gap(gap, is_goal=True))


def _gap(gap: int, *, is_goal: bool) -> Piece:
    return Piece(GOAL.center(gap), "strong") if is_goal else Piece(" " * gap)


def _told_goal(line: Line, outlook: Outlook, room: int) -> Line:
    """What the line means, where there is room behind the bars."""
    goal = own_goal(outlook)
    says = f"{GOAL} {goal}"
    used = sum(width(piece.text) for piece in line)
    if not goal or used + GAP + width(says) > room:
        return line
    return (*line, Piece(" " * GAP), Piece(says, "strong"))


def _facts(found: Forecast, outlook: Outlook, today: dt.date, room: int, screen: int) -> list[Fact]:
    """What matters most where the screen is low; everything on a tall one. First how far the range can be trusted."""
    following = Fact("next month", _in_short(found.next_month))
    quarter = Fact("90 days", _in_short(found.ninety_days))
    money, record = Fact("dollars", _dollars(outlook)), Fact("record", _record(found))
    if screen < LOW:
        facts = [record, following, money]
    elif screen < TALL:
        facts = [record, following, quarter, money, *_months(found, today, room, 1)]
    else:
        facts = [
            record,
            Fact("expected", f"{outlook.expected:.1f}: {made_of(outlook)}"),
            money,
            following,
            quarter,
            *_months(found, today, room, 4),
        ]
    return [fact for fact in facts if fact.says]


def _in_short(outlook: Outlook | None) -> str:
    """`most likely 4 (80%: 2–6) · 38% for 5 · $1.6M`."""
    if outlook is None:
        return ""
    return dotted((most_likely(outlook), of_goal(outlook), expected_dollars(outlook)))


def _dollars(outlook: Outlook) -> str:
    """`$2.1M expected, $1.2M closed · 70% of $3.0M · 3 without an amount`."""
    expected = expected_dollars(outlook)
    if not expected:
        return ""
    closed = f", {short_money(outlook.closed_amount)} closed" if outlook.closed_amount else ""
    unknown = f"{outlook.amount_unknown} without an amount" if outlook.amount_unknown else ""
    return dotted((f"{expected} expected{closed}", of_volume_goal(outlook), unknown))


def _record(found: Forecast) -> str:
    """How often it was right, and whether it was better than fixed percentages."""
    record = found.track_record
    return NO_RECORD if record is None else short_record(record)


def _months(found: Forecast, today: dt.date, room: int, lines: int) -> list[Fact]:
    """The past months, newest first, as many a line as fit."""
    if found.track_record is None:
        return []
    said = month_by_month(found.track_record, today)
    each = max(map(len, said)) + GAP
    across = max((room - NAME + GAP) // each, 1)
    rows = [said[first : first + across] for first in range(0, len(said), across)][:lines]
    return [Fact("", "".join(month.ljust(each) for month in row)) for row in rows]


def _line(fact: Fact) -> Line:
    return Piece(fact.name.ljust(NAME), "quiet"), Piece(fact.says)


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> list[Line]:
    """The lines of both, those on the right behind the longest on the left."""
    room = max(sum(width(piece.text) for piece in line) for line in left) + GAP
    return [
        (*one, Piece(" " * (room - sum(width(piece.text) for piece in one))), *other)
        for one, other in zip_longest(left, right, fillvalue=())
    ]
