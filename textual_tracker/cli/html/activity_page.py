"""The page of `activity`: what today takes, the year as a calendar, the weeks beside their results, the ratios."""

from collections.abc import Iterator, Mapping, Sequence

from textual_tracker.analytics.activity.words import known_days, today_sentence, week_label, what_it_was
from textual_tracker.analytics.activity.year import ActivityYear, Week, YearDay, week_of
from textual_tracker.analytics.definitions import definitions_of
from textual_tracker.analytics.results.ratios import Ratios
from textual_tracker.analytics.results.weekly import WeekOfResults
from textual_tracker.analytics.results.words import ratio_rows, window_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import MONTHS, count, day, long_day, word
from textual_tracker.cli.html import charts
from textual_tracker.cli.html.charts import Square
from textual_tracker.cli.html.markup import Markup, tag
from textual_tracker.cli.html.page import page, section
from textual_tracker.cli.html.tables import number, paragraphs, table, text
from textual_tracker.core.calendar import DAYS_IN_WEEK
from textual_tracker.core.vocabulary import COUNTERS

SHOWN = ("calls", "conversations", "appointments", "applications", "closings")
"""What is drawn and told of each week."""

NO_BREAK = "\u00a0"

SIGNS = {"missing": "cross", "off": "dot", "holiday": "dot", "free": "", "blank": ""}
"""How a day is drawn of which nothing was counted."""


def activity_page(
    snapshot: Snapshot, year: ActivityYear, weeks: Sequence[WeekOfResults], ratios: Ratios, whose: str
) -> str:
    """The whole page; where nothing is known, what today takes."""
    said = [
        paragraphs([today_sentence(year)], class_="lead"),
        paragraphs([f"{known_days(year).capitalize()}."]),
    ]
    is_known = year.averages is not None or bool(weeks)
    if is_known:
        said += [_counters(year), _calendar(year), _drawn_weeks(weeks), _ratios(ratios), _weeks(year, weeks)]
    words = definitions_of("activity") if is_known else ()
    return page("Activity", whose, window_label(year.window, snapshot.today), said, words, snapshot.today)


def _counters(year: ActivityYear) -> Markup:
    averages, goals, totals = year.averages, year.today.activity.goals, year.totals
    if averages is None:
        return Markup()
    names = [name for name in averages.counts if name in COUNTERS or totals[name] or name in goals]
    rows = [
        (
            word(name),
            f"{year.today.activity.counts[name]:,}",
            str(goals.get(name, "")),
            f"{averages.counts[name]:.1f}",
            f"{totals[name]:,}",
        )
        for name in names
    ]
    if averages.score is not None:
        score = year.today.activity.score
        rows.append(("score", "" if score is None else f"{score:.0%}", "", f"{averages.score:.0%}", ""))
    heads = [text("counter"), number("today"), number("goal a day"), number("average a known day"), number("total")]
    return section("Counters", table(heads, rows))


def _calendar(year: ActivityYear) -> Markup:
    """The days from the Monday of the first known one on, a drawing a year; below them what the squares mean."""
    first = next((one.date for one in year.days if one.activity.known), None)
    if first is None:
        return Markup()
    begin = week_of(first)
    days = [one for one in year.days if one.date >= begin]
    drawings = [_drawn_year(days[start:end]) for start, end in _years(days)]
    missing = ", ".join(day(date, year.today.date) for date in reversed(year.missing))
    told = f"Nothing is known of {count(len(year.missing), 'working day')}: {missing}." if missing else ""
    return section("Day by day", *drawings, charts.key(_key(days)), paragraphs([told]))


def _years(days: Sequence[YearDay]) -> Iterator[tuple[int, int]]:
    """Where the drawings begin and end: whole weeks, the last drawing a full year, an earlier one what is left."""
    first_week = DAYS_IN_WEEK - days[0].date.weekday()
    weeks = 1 + -(-max(len(days) - first_week, 0) // DAYS_IN_WEEK)
    drawn = weeks % charts.YEAR or charts.YEAR
    start = 0
    for upto in range(drawn, weeks + 1, charts.YEAR):
        end = min(first_week + (upto - 1) * DAYS_IN_WEEK, len(days))
        yield start, end
        start = end


def _drawn_year(days: Sequence[YearDay]) -> Markup:
    squares = [_square(one) for one in days]
    done = sum(one.activity.done for one in days)
    said = f"{long_day(days[0].date)} to {long_day(days[-1].date)}: {count(done, 'day')} done"
    return charts.calendar("The days, a column a week", said, squares, _months(days))


def _key(days: Sequence[YearDay]) -> list[Square]:
    """What the squares mean that are drawn."""
    first, signs = days[0].date, {SIGNS.get(one.kind) for one in days}
    key = [
        Square(first, "done", 1.0),
        Square(first, "partly, as far as it is filled", 0.5),
        Square(first, "none of it", 0.0),
        Square(first, "missing", None, "cross"),
        Square(first, "day off or holiday", None, "dot"),
    ]
    return [square for square in key if square.filled is not None or square.sign in signs]


def _square(one: YearDay) -> Square:
    said = f"{one.date:%a} {one.date.day} {MONTHS[one.date.month]} {one.date.year}: {what_it_was(one)}"
    if one.kind != "known":
        return Square(one.date, said, None, SIGNS[one.kind])
    score = one.activity.score
    if one.activity.done or score is None:
        return Square(one.date, said, 1.0)
    return Square(one.date, f"{said}, {score:.0%}", min(score, 0.85))


def _months(days: Sequence[YearDay]) -> list[str]:
    """The name of each month above the week in which it begins."""
    first = days[0].date.toordinal() - days[0].date.weekday()
    names = [""] * ((days[-1].date.toordinal() - first) // DAYS_IN_WEEK + 1)
    for one in days:
        if one.date.day == 1:
            names[(one.date.toordinal() - first) // DAYS_IN_WEEK] = MONTHS[one.date.month]
    return names


def _drawn_weeks(weeks: Sequence[WeekOfResults]) -> Markup:
    """A drawing for each counter, all over the same weeks."""
    if not weeks:
        return Markup()
    said = [f"{one.start.day} {MONTHS[one.start.month]} {one.start.year}" for one in weeks]
    parts: list[Markup] = []
    for name in SHOWN:
        numbers = [getattr(one, name) for one in weeks]
        labels = [f"week of {when}: {value} {name}" for when, value in zip(said, numbers, strict=True)]
        most = tag("small", f"{sum(numbers):,} in all, at most {max(numbers):,}")
        parts += [tag("span", name, most), charts.weeks(f"{name} a week", labels, numbers)]
    ends = tag("div", tag("span", f"week of {said[0]}"), tag("span", f"week of {said[-1]}"), class_="ends")
    return section("Activity beside results", tag("div", *parts, tag("span"), ends, class_="weeks keep"))


def _ratios(found: Ratios) -> Markup:
    heads = [text("it takes"), number(""), text("in the window")]
    return section("From calls to closings", table(heads, ratio_rows(found)))


def _weeks(year: ActivityYear, weeks: Sequence[WeekOfResults]) -> Markup:
    of_days: Mapping[object, Week] = {week.start: week for week in year.weeks}
    rows = []
    for one in reversed(weeks):
        days = of_days.get(one.start)
        done = f"{days.done} of {days.due}" if days is not None and days.due and year.streak_goals else ""
        score = f"{days.score:.0%}" if days is not None and days.score is not None else ""
        numbers = (f"{getattr(one, name):,}" for name in SHOWN)
        rows.append((week_label(one.start, year.today.date).replace(" ", NO_BREAK), *numbers, done, score))
    heads = [text("week"), *map(number, SHOWN), number("days done"), number("score")]
    return section("Week by week", table(heads, rows, dense=True))
