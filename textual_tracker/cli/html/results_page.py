"""The page of `results`: what to change, the funnel, why not, by whom, how fast, and from activity to closings."""

from collections.abc import Sequence

from textual_tracker.analytics.definitions import definitions_of
from textual_tracker.analytics.diagnosis.verdict import Diagnosis
from textual_tracker.analytics.results.early import early_months_text, early_text, usual_days
from textual_tracker.analytics.results.groups import Group
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.results.words import (
    IN_THESE_DAYS,
    NOTHING,
    closing_line,
    interval,
    key_label,
    left_out_line,
    month_of_window,
    nobody_line,
    percent,
    rate_text,
    ratio_rows,
    reason_label,
    second_chances_line,
    speed_lines,
    window_label,
)
from textual_tracker.analytics.results.words import (
    number as number_text,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.wording import short_money, stage_label
from textual_tracker.cli.html.charts import bar as drawn_bar
from textual_tracker.cli.html.diagnosis_part import diagnosis_part
from textual_tracker.cli.html.markup import Markup, joined
from textual_tracker.cli.html.page import page, section
from textual_tracker.cli.html.tables import bar, facts, number, paragraphs, table, text
from textual_tracker.cli.reports.results_groups import ABOUT_SNAPSHOTS, ORDER_OF_PARTNERS

GROUPS = (("source", "By source"), ("partner", "By partner"), ("month", "By month"), ("officer", "By officer"))


def results_page(snapshot: Snapshot, found: Results, diagnosis: Diagnosis, whose: str) -> str:
    """The whole page; where nobody was received, a sentence, and what was done."""
    said: list[str] = []
    if found.received:
        said += [_rates(snapshot, found), diagnosis_part(diagnosis), _funnel(found), _why_not(found)]
        said += [_groups(snapshot, found, kind, title) for kind, title in GROUPS]
        said += [_snapshots(found), _speed(found), _stage_times(found)]
    else:
        said.append(paragraphs([f"{nobody_line(snapshot, found)}."], class_="lead"))
    said += [_ratios(found), paragraphs([left_out_line(found)], class_="quiet")]
    words = (*definitions_of("results"), *definitions_of("diagnose"))
    window = window_label(found.window, snapshot.today)
    return page("Results", whose, window, said, words if found.received else (), snapshot.today)


def _rates(snapshot: Snapshot, found: Results) -> Markup:
    """How many there are of each, and below them the close rates, and whether it is too early for them."""
    rates = found.close_rates
    counts = [
        (f"{found.received:,}", "received"),
        (f"{found.closed:,}", "closed"),
        (f"{found.lost:,}", "lost"),
        (f"{found.open:,}", "still open"),
        (f"{found.nurture:,}" if found.nurture else "", "in nurture"),
    ]
    shares = [
        *_fact(rates.decided, "close rate", "decided"),
        *_fact(rates.so_far, "so far", "received"),
        *_fact(rates.controllable, "controllable", "decided"),
    ]
    early = early_text(found, snapshot.today, usual_days(snapshot, found.officer))
    return joined(facts(counts), facts(shares), paragraphs([f"{early.capitalize()}." if early else ""]))


def _fact(rate: Rate | None, what: str, whom: str) -> list[tuple[str, str]]:
    """`29%` above `close rate, of 108 decided (21–38%)`; of few the counts."""
    if rate is None:
        return []
    if rate.is_few:
        return [(f"{rate.hits} of {rate.n}", f"{what}, of those {whom}")]
    return [(percent(rate), f"{what}, of {rate.n:,} {whom} ({interval(rate)})")]


def _funnel(found: Results) -> Markup:
    rows = [
        (
            stage_label(step.stage),
            drawn_bar(step.reached / found.received),
            f"{step.reached:,}",
            "" if number_of == 0 else rate_text(step.from_received),
            "" if number_of == 0 else rate_text(step.from_previous),
            f"{step.undecided:,}" if step.undecided else "",
        )
        for number_of, step in enumerate(found.funnel)
    ]
    heads = [text("stage"), bar(), number("reached"), number("of received"), number("of stage before")]
    return section("Funnel", table([*heads, number("undecided")], rows))


def _why_not(found: Results) -> Markup:
    rows: list[Sequence[str]] = []
    for cause in found.causes:
        for place, loss in enumerate(cause.reasons):
            name = (cause.cause or "no reason") if place == 0 else ""
            rows.append((name, reason_label(loss.reason), drawn_bar(loss.count / found.lost), f"{loss.count:,}"))
    return section("Why not", table([text("cause"), text("reason"), bar(), number("lost")], rows))


def _groups(snapshot: Snapshot, found: Results, kind: str, title: str) -> Markup:
    rows: Sequence[Group] = getattr(found, f"by_{kind}")
    if kind == "month":
        rows = rows[next((place for place, row in enumerate(rows) if row.received), 0) :]
    if kind == "officer" and len(rows) <= 1:
        return Markup()
    ranked = kind == "partner" and any(row.ranked is not None and not row.ranked.is_few for row in rows)
    early = early_months_text(rows, snapshot.today, usual_days(snapshot, found.officer)) if kind == "month" else ""
    return section(
        title,
        table(
            [text(kind), *map(number, ("received", "contacted", "appt held", "applied", "closed", "lost", "open")),
             *map(number, ("nurture", "amount", "days", "close rate", "at least"))],
            [_group(key_label(kind, row.key, snapshot, found.window), row) for row in rows],
            dense=True,
        ),
        paragraphs([ORDER_OF_PARTNERS if ranked else early], class_="quiet"),
    )  # fmt: skip


def _group(name: str, row: Group) -> tuple[str, ...]:
    counts = (row.received, row.contacted, row.appointments_held, row.applications, row.closed, row.lost, row.open)
    return (
        name,
        *(f"{count:,}" for count in counts),
        f"{row.nurture:,}" if row.nurture else "",
        short_money(row.amount or None),
        "" if row.median_days is None else number_text(row.median_days),
        rate_text(row.close_rate),
        f"{row.ranked.low:.0%}" if row.ranked is not None and not row.ranked.is_few else "",
    )


def _snapshots(found: Results) -> Markup:
    rows = [
        (month_of_window(row.month, found.window), f"{row.received:,}", f"{row.closed:,}")
        for row in found.snapshots
        if row.received or row.closed
    ]
    heads = [text("month"), number("received"), number("closed")]
    return section("Closed in the month", table(heads, rows), paragraphs([ABOUT_SNAPSHOTS] if rows else [], "quiet"))


def _speed(found: Results) -> Markup:
    said = (*speed_lines(found), closing_line(found), second_chances_line(found))
    return section("Speed", paragraphs(f"{line[:1].upper()}{line[1:]}." for line in said if line))


def _stage_times(found: Results) -> Markup:
    rows = [
        (
            stage_label(row.stage),
            NOTHING if row.median_days is None else number_text(row.median_days),
            f"{row.n:,}",
            f"{row.waiting:,}" if row.waiting else "",
        )
        for row in found.stage_times
        if row.n
    ]
    heads = [text("stage"), number("median days"), number("n"), number("still there")]
    return section("Days in stage", table(heads, rows))


def _ratios(found: Results) -> Markup:
    if not found.weekly:
        return Markup()
    heads = [text("it takes"), number(""), text(IN_THESE_DAYS)]
    return section("Activity to closings", table(heads, ratio_rows(found.ratios)))
