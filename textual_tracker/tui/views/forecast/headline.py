"""The first line of the forecast: whose it is, the likeliest number, the chance of the goal, in what room there is."""

from collections.abc import Iterator

from textual_tracker.analytics.forecast.outlook import Outlook
from textual_tracker.analytics.forecast.record_words import CARE, takes_care
from textual_tracker.analytics.forecast.words import (
    closed_number,
    goal_percent,
    interval,
    likeliest,
    short_month,
    window_name,
)
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.forecast.found import ForecastList
from textual_tracker.tui.views.words import DOT
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece


def headline(look: Look, found: ForecastList, room: int, *, asked: bool) -> Line:
    """`Ana Rivera · March 2026: 3 closed, most likely 5 · 71% for your goal of 5 · 80%: 4–7`, in so many cells.

    In less room the range goes first, and the chance of the goal never. Of a poor record it says to take it with care,
    unless there is no room beside the goal. `asked`: a query is in force; the forecast is
    then that of the officer whom alone it asks for, or else still everybody's, and says so.
    """
    officers = look.snapshot.journal.settings.officers
    name = officers.get(found.officer or "", "everybody" if asked else "")
    whose: Line = (Piece(f"{name}{DOT}", "accent"),) if name else ()
    outlook = found.forecast.chosen
    if outlook is None:
        return (*whose, Piece("too little history for a forecast", "strong"))
    care: Line = (Piece(f"{DOT}{CARE}", "risk"),) if takes_care(found.forecast.track_record) else ()
    shorter = list(_from_long_to_short(look, outlook))
    lines = [(*whose, *line, *care) for line in shorter] + [(*whose, *line) for line in shorter[-2:] if care]
    return next((line for line in lines if _width(line) <= room), lines[-1])


def _from_long_to_short(look: Look, outlook: Outlook) -> Iterator[Line]:
    today = look.snapshot.today
    likely = f"most likely {likeliest(outlook):,}"
    closed = f"{closed_number(outlook)} closed, "
    range80 = Piece(f"{DOT}80%: {interval(outlook.low, outlook.high)}")
    whole, short = _goal(outlook, "your goal of "), _goal(outlook)
    goals = [(Piece(DOT), Piece(goal, "accent")) if goal else () for goal in (whole, short)]
    month = f"{window_name(outlook.window)}: "
    for goal in goals:
        yield (Piece(f"{month}{closed}{likely}", "strong"), *goal, range80)
    for start in (f"{month}{closed}", month, f"{short_month(outlook.window.start, today)}: "):
        yield (Piece(f"{start}{likely}", "strong"), *goals[1])
    yield (Piece(short, "accent"), Piece(f"{DOT}{likely}", "strong")) if short else (Piece(likely, "strong"),)
    if short:
        yield (Piece(short, "accent"),)


def _goal(outlook: Outlook, whose: str = "") -> str:
    """`71% for your goal of 5`, `71% for 5`, `your goal of 5 is reached`; "" without one."""
    percent = goal_percent(outlook)
    if not percent or outlook.goal is None:
        return ""
    if outlook.is_reached:
        return f"{whose or 'goal of '}{outlook.goal:,} is {percent}"
    return f"{percent} for {whose}{outlook.goal:,}"


def _width(line: Line) -> int:
    return sum(width(piece.text) for piece in line)
