"""The upper half of the Activity view: today against the goals, and the year as a calendar."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual_tracker.analytics.activity.year import ActivityYear, Kind, YearDay, week_of
from textual_tracker.analytics.results.weekly import WeekOfResults
from textual_tracker.analytics.wording import count, word
from textual_tracker.core.calendar import DAYS_IN_WEEK
from textual_tracker.core.vocabulary import COUNTERS
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.meters import Meter
from textual_tracker.tui.widgets.year_grid import Cell, Grid, Spot
from textual_tracker.tui.widgets.year_plan import Trend

SHORT: Final = {"conversations": "conv.", "appointments": "appts"}
DONE = Cell("█", "accent")
"""Of a day that is done, whatever its score: the goals of `streak` were met, and that is what the streak counts."""
STEPS: Final = ((3 / 4, Cell("▆", "accent")), (1 / 2, Cell("▄", "accent")), (0, Cell("▂", "accent")))
"""The sign of a day that is not done, by a score above so much. They grow, so that no colour is needed."""
NONE_MET = Cell("▁", "accent")
NO_GOALS = Cell("▪", "accent")
EMPTY = Cell()
BESIDE: Final = ("calls", "conversations", "appointments", "applications", "closings")
"""Of what the weeks below the calendar tell, in the order in which one comes of the other."""
MOST_IN_A_WEEK: Final = "most in a week"
OTHERS: Final[Mapping[Kind, Cell]] = {
    "missing": Cell("?", "strong"),
    "off": Cell("×", "quiet"),
    "holiday": Cell("+", "quiet"),
    "blank": Cell("·", "quiet"),
    "free": EMPTY,
}
LABELS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def meters(year: ActivityYear) -> list[Meter]:
    """Today's counters: those with a goal, and those of which something was done; without goals, all five."""
    today = year.today.activity
    return [
        Meter(word(name), SHORT.get(name, word(name)), number, today.goals.get(name, 0))
        for name, number in today.counts.items()
        if number or name in today.goals or (not today.goals and name in COUNTERS)
    ]


def cell(day: YearDay) -> Cell:
    """The sign of a day in the calendar, and before its row in the list."""
    if day.kind != "known":
        return OTHERS[day.kind]
    score = day.activity.score
    if score is None:
        return NO_GOALS
    if day.activity.done:
        return DONE
    return next((step for least, step in STEPS if score > least), NONE_MET)


def grid(year: ActivityYear) -> Grid:
    """The year as a calendar: a column a week, from Monday to Sunday; above it the months that begin there."""
    first = week_of(year.days[0].date)
    columns = [[EMPTY] * DAYS_IN_WEEK for _ in range(spot(year, year.today).column + 1)]
    heads = [""] * len(columns)
    for day in year.days:
        place = spot(year, day)
        columns[place.column][place.row] = cell(day)
        if day.date.day == 1 or day.date == max(first, year.days[0].date):
            heads[place.column] = f"{day.date:%b}"
    return Grid(tuple(map(tuple, columns)), tuple(heads), LABELS, spot(year, year.today))


def spot(year: ActivityYear, day: YearDay) -> Spot:
    """Where the day lies in the calendar."""
    return Spot((day.date - week_of(year.days[0].date)).days // DAYS_IN_WEEK, day.date.weekday())


def trends(year: ActivityYear, weeks: Sequence[WeekOfResults]) -> list[Trend]:
    """What was done and what came of it, a bar a week below the calendar's columns; the highest of each in words."""
    if not weeks:
        return []
    first = week_of(year.days[0].date)
    columns = spot(year, year.today).column + 1
    found = []
    for name in BESIDE:
        values = [0] * columns
        for week in weeks:
            values[(week.start - first).days // DAYS_IN_WEEK] = getattr(week, name)
        most = max(values)
        found.append(Trend(values, count(most, name.removesuffix("s"))))
    return found


def legend(year: ActivityYear) -> list[tuple[Piece, str]]:
    """What the signs mean, one for each line of the calendar at most."""
    if year.today.activity.goals:
        steps = "".join(step.sign for _, step in STEPS)
        done = [(f"{DONE.sign}  ", "done")] if year.streak_goals else []
        scores = [*done, (steps, "partly"), (f"{NONE_MET.sign}  ", "none of it")]
    else:
        scores = [(f"{NO_GOALS.sign}  ", "known")]
    said = [(Piece(sign, "accent"), says) for sign, says in scores]
    free = Cell(OTHERS["off"].sign + OTHERS["holiday"].sign, "quiet")
    others = ((OTHERS["missing"], "missing"), (free, "off, holiday"), (OTHERS["blank"], "not known yet"))
    said += [(Piece(f"{sign:3}", role), says) for (sign, role), says in others]
    return [*said, (Piece("◂  ", "strong"), "today")]
