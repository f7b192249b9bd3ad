"""The table of `tracker partners`: a scorecard a row."""

from collections.abc import Sequence

from textual_tracker.analytics.partners.scorecard import Scorecard, Scorecards
from textual_tracker.analytics.partners.scorecard_words import (
    ORDER,
    ago_text,
    closed_text,
    gap_text,
    headline,
    likely_text,
    told_headline,
    told_text,
)
from textual_tracker.analytics.partners.words import waits_text
from textual_tracker.analytics.results.words import number, window_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import SIGNS, count, partner_named, short_money
from textual_tracker.cli.call import Call
from textual_tracker.cli.reports.results_groups import print_indented
from textual_tracker.cli.table import Column
from textual_tracker.cli.text import wrapped

INDENT = "   "
NAME, WAITS = 16, 24
"""The fewest cells to which these columns are cut."""


def print_scorecards(call: Call, snapshot: Snapshot, found: Scorecards, officer: str | None) -> None:
    """Who waits and who went quiet in a sentence, then everybody; on a terminal without those who sent nobody."""
    output = call.output
    if officer is not None:
        output.line(snapshot.journal.settings.officers.get(officer, officer), "quiet")
    rows = [row for card in found.cards for row in card.summary.waits]
    output.paragraph(headline(snapshot, rows), "strong")
    output.paragraph(f"{window_label(found.window, snapshot.today)} · {told_headline(found)}")
    if not found.cards:
        output.line()
        output.paragraph(
            "No partners yet. tracker add Dana Ortiz 555-0142 @sarah-chen records a referral and who sent it."
        )
        return
    whole = output.width is None or call.parsed.flag("all")
    shown = [card for card in found.cards if whole or not card.is_idle]
    if shown:
        output.line()
        _print_table(call, snapshot, shown)
        if found.ranked > 1:
            print_indented(output, ORDER, "quiet")
    if len(shown) < len(found.cards):
        output.line()
        idle = count(len(found.cards) - len(shown), "partner")
        says = f"{idle} sent nobody in this time; --all shows them"
        for line in wrapped(says, output.width - len(INDENT)) if output.width else [says]:
            output.line(f"{INDENT}{line}", "quiet")


def _print_table(call: Call, snapshot: Snapshot, cards: Sequence[Scorecard]) -> None:
    levels = [card.summary.waits[0].level if card.summary.waits else None for card in cards]
    groups = [card.group for card in cards]
    days = ["" if group.median_days is None else number(group.median_days) for group in groups]
    call.output.table(
        [
            Column("", [SIGNS.get(level or "", "") for level in levels], painted=True),
            Column("partner", [_name(snapshot, card) for card in cards], least=NAME, painted=True),
            _counts("received", [group.received for group in groups], goes=8),
            _counts("applied", [group.applications for group in groups], goes=4),
            _counts("open", [group.open for group in groups], goes=5),
            Column("closed", list(map(closed_text, cards)), right=True),
            Column("likely", [likely_text(card.ranked) for card in cards], right=True, goes=10),
            Column("amount", [short_money(group.amount or None) for group in groups], right=True, goes=2),
            Column("days", days, right=True, goes=1),
            Column("told in time", [told_text(card.told) for card in cards], right=True, goes=9),
            Column("last sent", [ago_text(card.days_since) for card in cards], right=True, goes=7),
            Column("usual gap", [gap_text(card.usual_gap) for card in cards], right=True, goes=3),
            Column("waits for", [waits_text(card.summary.waits) for card in cards], least=WAITS, goes=6),
        ],
        [level or "" for level in levels],
        indent=" ",
    )


def _name(snapshot: Snapshot, card: Scorecard) -> str:
    """The name; of one who waits with what forbids to tell them."""
    return partner_named(snapshot, card.id) if card.summary.waits else card.summary.name


def _counts(title: str, numbers: Sequence[int], *, goes: int = 0) -> Column:
    """A column of numbers; none is a dot, so that the others are seen."""
    return Column(title, [f"{one:,}" if one else "·" for one in numbers], right=True, goes=goes)
