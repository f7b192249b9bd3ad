"""The page of `forecast`: the chance of each count, the windows side by side, the track record, and who it rests on."""

from textual_tracker.analytics.definitions import definitions_of
from textual_tracker.analytics.forecast.bars import bars, goal_at
from textual_tracker.analytics.forecast.outlook import Forecast, Outlook
from textual_tracker.analytics.forecast.record_words import (
    HIT,
    MISS,
    NO_RECORD,
    against_baselines,
    inside_words,
    months_missing,
    trust,
)
from textual_tracker.analytics.forecast.words import (
    chance_percent,
    expected_dollars,
    goal_mark,
    goal_words,
    headline,
    interval,
    likeliest,
    made_of,
    missing_sentence,
    of_goal,
    of_volume_goal,
    rests_on,
    short_month,
    since_when,
    windows,
    without_amount,
)
from textual_tracker.analytics.results.left_out import left_out, left_out_words
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import days, sender, short_money, stage_label
from textual_tracker.cli.html import charts
from textual_tracker.cli.html.charts import Column
from textual_tracker.cli.html.markup import Markup
from textual_tracker.cli.html.page import page, section
from textual_tracker.cli.html.tables import bar, number, paragraphs, table, text

ABOUT_RECORD = "The bar is the 80% range as forecast on the first of the month, the line what happened."


def forecast_page(snapshot: Snapshot, found: Forecast, whose: str, officer: str | None) -> str:
    """The whole page; where there is too little history, what is missing, and no word about numbers."""
    outlook = found.chosen
    if outlook is None:
        said = [paragraphs([missing_sentence(found)], class_="lead")]
    else:
        said = [
            paragraphs([f"{headline(outlook, snapshot.today)}."], class_="lead"),
            paragraphs([_sentence(trust(found.track_record))]),
            paragraphs([_sentence(goal_words(outlook)), _sentence(made_of(outlook))]),
            _distribution(outlook),
            _windows(found),
            _record(snapshot, found),
            _chances(snapshot, outlook),
        ]
    said.append(paragraphs([_sentence(left_out_words(len(left_out(snapshot, officer))))], class_="quiet"))
    words = definitions_of("forecast") if outlook is not None else ()
    return page("Forecast", whose, "", said, words, snapshot.today)


def _sentence(said: str) -> str:
    """With a capital and a full stop."""
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _distribution(outlook: Outlook) -> Markup:
    shown = bars(outlook)
    goal = goal_at(outlook, shown)
    columns = [
        Column(one.label, one.chance, chance_percent(one.chance), goal is not None and place >= goal)
        for place, one in enumerate(shown)
    ]
    said = "; ".join(f"{one.label} closings {one.said}" for one in columns)
    goal_said = goal_mark(outlook)
    drawing = charts.columns("The chance of each number of closings", f"{said}. {goal_said}", columns, goal, goal_said)
    return section("The chance of each number of closings", drawing)


def _windows(found: Forecast) -> Markup:
    shown = windows(found)
    rows = [
        (
            name,
            f"{one.closed_already:,}" if one.closed_already else "",
            f"{likeliest(one):,}",
            interval(one.low, one.high),
            f"{one.expected:,.1f}",
            of_goal(one),
            short_money(one.closed_amount) if one.closed_amount else "",
            expected_dollars(one),
            of_volume_goal(one),
        )
        for name, one in shown
    ]
    titles = ("closed", "most likely", "80%", "expected", "your goal", "$ closed", "$ expected", "$ goal")
    missing = without_amount(shown[0][1]) if shown else ""
    return section(
        "Side by side",
        table([text("window"), *map(number, titles)], rows),
        paragraphs([_sentence(since_when(found)), _sentence(missing)], class_="quiet"),
    )


def _record(snapshot: Snapshot, found: Forecast) -> Markup:
    record = found.track_record
    if record is None:
        return section("Track record", paragraphs([NO_RECORD]))
    most = max(max(one.high, one.actual) for one in record.replays)
    rows = [
        (
            short_month(one.month, snapshot.today),
            charts.range_bar(one.low, one.high, one.actual, most),
            interval(one.low, one.high),
            f"{one.expected:.1f}",
            f"{one.actual}",
            f"{HIT} inside" if one.is_inside else f"{MISS} outside",
        )
        for one in reversed(record.replays)
    ]
    heads = [text("month"), bar(), number("80% range"), number("expected"), number("was"), text("")]
    said = [inside_words(record), *against_baselines(record)]
    return section(
        "Track record",
        paragraphs([_sentence(one) for one in (*said, months_missing(record))]),
        table(heads, rows),
        paragraphs([ABOUT_RECORD], "quiet"),
    )


def _chances(snapshot: Snapshot, outlook: Outlook) -> Markup:
    rows = [
        (
            one.referral.name,
            charts.bar(one.probability),
            chance_percent(one.probability),
            stage_label(one.stage),
            days(one.days_in_stage),
            rests_on(one, snapshot.today),
            short_money(one.amount),
            sender(snapshot, one.referral),
        )
        for one in outlook.chances
    ]
    heads = [text("who"), bar(), number("chance"), text("stage"), number("days"), text("rests on")]
    told = "" if rows else "Nobody is open."
    return section(
        "What it rests on", paragraphs([told]), table([*heads, number("amount"), text("from")], rows, dense=True)
    )
