"""The report of `results`: the sentence, the funnel, why not, by whom, how fast, and from activity to closings."""

from textual_tracker.analytics.results.early import early_text, usual_days
from textual_tracker.analytics.results.losses import CauseOfLosses
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.results.words import (
    IN_THESE_DAYS,
    NOTHING,
    close_rate_text,
    closing_line,
    counts_text,
    left_out_line,
    nobody_line,
    number,
    other_rates_text,
    ratio_rows,
    reason_label,
    second_chances_line,
    speed_lines,
    window_label,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import stage_label
from textual_tracker.cli.call import Call
from textual_tracker.cli.output import Output
from textual_tracker.cli.reports.results_funnel import print_funnel
from textual_tracker.cli.reports.results_groups import print_groups, print_indented
from textual_tracker.cli.table import GAP, Column
from textual_tracker.cli.text import cells, wrapped

USUAL = ("source", "partner")
"""By what the results are told where `--by` does not say it."""

BESIDE = "   "
DIAGNOSE = "what to change first: tracker diagnose"
SEPARATOR, BROKEN = " · ", " ·"


def report(call: Call, snapshot: Snapshot, found: Results) -> None:
    """The whole report; where nobody was received, a sentence, and what was done."""
    output = call.output
    asked = call.parsed.value("by")
    _print_head(output, snapshot, found)
    if found.received:
        output.line()
        print_funnel(output, found.funnel)
        _print_losses(output, found)
        for kind in (asked,) if asked else USUAL:
            print_groups(output, snapshot, found, kind, folds=not asked)
        _print_speed(output, found)
        _print_stage_times(output, found)
    _print_ratios(output, found)
    _print_foot(output, found)


def _print_head(output: Output, snapshot: Snapshot, found: Results) -> None:
    """The sentences, on as few lines as fit."""
    window = window_label(found.window, snapshot.today)
    if found.officer is not None:
        window = f"{snapshot.journal.settings.officers.get(found.officer, found.officer)} · {window}"
    if not found.received:
        output.paragraph(f"{window} · {nobody_line(snapshot, found)}", "strong")
        return
    early = early_text(found, snapshot.today, usual_days(snapshot, found.officer))
    counts = f"{window} · {counts_text(found)}"
    rate = SEPARATOR.join(filter(None, (close_rate_text(found.close_rates), early)))
    if output.width is None or cells(counts) + len(BESIDE) + cells(rate) <= output.width:
        output.stretches([(f"{counts}{BESIDE}", ""), (rate, "strong")])
    else:
        output.paragraph(counts)
        output.paragraph(rate, "strong")
    others = other_rates_text(found.close_rates)
    if others:
        output.paragraph(others)


def _print_losses(output: Output, found: Results) -> None:
    """A line a cause, with its reasons; broken between reasons on a terminal."""
    if not found.causes:
        return
    output.line()
    names = [cause.cause or "no reason" for cause in found.causes]
    width = None if output.width is None else output.width - 1 - max(map(len, (*names, "WHY NOT"))) - 4 - 2 * len(GAP)
    labels, counts, reasons = [], [], []
    for name, cause in zip(names, found.causes, strict=True):
        lines = _reasons(cause, width)
        labels += [name, *[""] * (len(lines) - 1)]
        counts += [f"{cause.count:,}", *[""] * (len(lines) - 1)]
        reasons += lines
    output.table(
        [Column("WHY NOT", labels), Column("lost", counts, right=True), Column("", reasons, least=1)], indent=" "
    )


def _reasons(cause: CauseOfLosses, width: int | None) -> list[str]:
    """The reasons with their counts, broken between them where they are wider than that."""
    items = [f"{reason_label(loss.reason)} {loss.count:,}" for loss in cause.reasons]
    if width is None:
        return [SEPARATOR.join(items)]
    lines = [items[0]]
    for item in items[1:]:
        longer = f"{lines[-1]}{SEPARATOR}{item}"
        if cells(longer) + len(BROKEN) > width:
            lines[-1] += BROKEN if cells(lines[-1]) + len(BROKEN) <= width else ""
            lines.append(item)
        else:
            lines[-1] = longer
    return [part for line in lines for part in wrapped(line, max(width, 1))]


def _print_speed(output: Output, found: Results) -> None:
    lines = [line for line in (*speed_lines(found), closing_line(found), second_chances_line(found)) if line]
    _print_section(output, "SPEED", lines)


def _print_section(output: Output, title: str, lines: list[str]) -> None:
    if not lines:
        return
    output.line()
    output.line(f" {title}", "quiet")
    for line in lines:
        print_indented(output, line)


def _print_stage_times(output: Output, found: Results) -> None:
    """A row for each stage in which anybody was."""
    rows = [time for time in found.stage_times if time.n]
    if not rows:
        return
    output.line()
    output.table(
        [
            Column("DAYS IN STAGE", [stage_label(row.stage) for row in rows]),
            Column(
                "median", [NOTHING if row.median_days is None else number(row.median_days) for row in rows], right=True
            ),
            Column("n", [f"{row.n:,}" for row in rows], right=True),
            Column("still there", [f"{row.waiting:,}" if row.waiting else "" for row in rows], right=True, goes=1),
        ],
        indent=" ",
    )


def _print_ratios(output: Output, found: Results) -> None:
    """How many of one it takes for one of the next; nothing where nothing was done."""
    if not found.weekly:
        return
    rows = ratio_rows(found.ratios)
    output.line()
    output.table(
        [
            Column("ACTIVITY TO CLOSINGS", [what for what, _, _ in rows]),
            Column("", [value for _, value, _ in rows], right=True),
            Column(IN_THESE_DAYS, [of for _, _, of in rows], goes=1),
        ],
        indent=" ",
    )


def _print_foot(output: Output, found: Results) -> None:
    """Who is not counted; and a person at a terminal is told where to go from here."""
    lines = [left_out_line(found), DIAGNOSE if found.decided and output.width is not None else ""]
    if any(lines):
        output.line()
    for line in filter(None, lines):
        output.paragraph(line, "quiet")
