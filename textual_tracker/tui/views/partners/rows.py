"""What the list of partners says of one of them, and above all of them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Final

from textual_tracker.analytics.partners.scorecard import Scorecard
from textual_tracker.analytics.partners.scorecard_words import likely_text, told_text
from textual_tracker.analytics.partners.summary import PartnerSummary
from textual_tracker.analytics.partners.words import waits_text
from textual_tracker.analytics.rules import AT_RISK, STALLED
from textual_tracker.analytics.wording import SIGNS, count, day, word
from textual_tracker.core.records import Partner
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.partners.labels import ACTIVE, gap, no_record, status
from textual_tracker.tui.views.words import DOT, FAULT, dotted, how_long, level_role
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece, Role
from textual_tracker.tui.widgets.row import Row

COLUMNS: Final = (
    Column("", 2, gap=1),
    Column("partner", 12, 24),
    Column("waits for, or is", 28, 48),
    Column("waited", 16, align="right", priority=1),
    Column("sent", 5, align="right", priority=3),
    Column("open", 5, align="right", priority=4),
    Column("closed", 7, align="right", priority=5),
    Column("likely", 13, align="right", priority=6),
    Column("told in time", 12, align="right", priority=7),
    Column("phone", 12, 14, priority=2),
    Column("last referral", 13, priority=8),
    Column("last contact", 12, priority=9),
)


def partner_row(look: Look, card: Scorecard) -> Row:
    """One partner; those who are not active, or are not known, stand back."""
    summary = card.summary
    partner, today, role = summary.partner, look.snapshot.today, awake(summary)
    return Row(
        (
            mark(summary),
            name(summary),
            _says(summary),
            Piece(_waited(summary, today), role),
            Piece(number(summary.sent), role),
            Piece(number(summary.open), role),
            Piece(number(summary.closed), role),
            Piece(likely_text(card.ranked), role),
            Piece(told_text(card.told), role),
            Piece("" if partner is None else partner.phone, role),
            Piece(day(summary.last_referral, today) if summary.last_referral else "", role),
            Piece(day(summary.last_contact, today) if summary.last_contact else "", role),
        )
    )


def awake(summary: PartnerSummary) -> Role:
    """In what ink a partner's row is written: one who is not active, or not known, stands back."""
    return "text" if summary.partner is not None and summary.partner.status == ACTIVE else "quiet"


def name(summary: PartnerSummary) -> Piece:
    """Their name, which stands out where they are active, or wait for word."""
    return Piece(summary.name, "quiet" if awake(summary) == "quiet" and not summary.waits else "strong")


def headline(summaries: Iterable[PartnerSummary], unreadable: int) -> Line:
    """`3 partners wait for word, 1 soon will, 2 went quiet · 25 partners, 1 without a file`.

    The partners are counted as in the status bar; those whose file cannot be read are among the files.
    """
    known = list(summaries)
    levels = Counter(summary.untold[0].level for summary in known if summary.untold)
    quiet = sum(summary.quiet is not None for summary in known)
    late = levels[STALLED]
    waits = count(late, "partner waits", "partners wait") if late else "no partner waits"
    says = [Piece(f"{waits} for word", "stalled" if late else "strong")]
    if levels[AT_RISK]:
        says += [Piece(", "), Piece(f"{levels[AT_RISK]} soon will", "risk")]
    if quiet:
        says.append(Piece(f", {quiet} went quiet"))
    recorded = sum(summary.partner is not None for summary in known)
    missing = sum(summary.partner is None and not summary.unread for summary in known)
    without = f", {missing} without a file" if missing else ""
    says.append(Piece(f"{DOT}{count(recorded, 'partner')}{without}", "quiet"))
    if unreadable:
        says.append(Piece(f"{DOT}{FAULT} {count(unreadable, 'file')} cannot be read", "fault"))
    return tuple(says)


def nobody_yet() -> tuple[Line, ...]:
    """What the list says in a journal without partners: how the first one is written."""
    return (
        (),
        (Piece("No partners yet.", "strong"),),
        (),
        (Piece(BY_ID["new_referral"].shown_key, "accent"), Piece(" adds a referral, and whom it names:")),
        (Piece("    Dana Ortiz 555-0142 @sarah-chen", "quiet"),),
        (),
        (Piece("Or write the first one in your editor, into"),),
        (Piece("    partners/sarah-chen.yaml", "accent"),),
        (),
        (Piece("    name: Sarah Chen", "quiet"),),
        (Piece("    type: real_estate_agent", "quiet"),),
        (Piece("    phone: 555-0199", "quiet"),),
        (),
        (Piece("A referral names who sent it by the file's name:"),),
        (Piece("    partner: sarah-chen", "quiet"),),
    )


def mark(summary: PartnerSummary) -> Piece:
    """`!` waits too long, `·` soon will, and `✗` where there is no file, or one with an error."""
    level = summary.untold[0].level if summary.untold else None
    sign = SIGNS[level] if level is not None else ""
    partner = summary.partner
    if partner is None or partner.faulty or partner.stale:
        return Piece(f"{sign}{FAULT}", "fault")
    return Piece(sign, level_role(level))


def _says(summary: PartnerSummary) -> Piece:
    """What they wait for; else how they went quiet; else who they are."""
    partner = summary.partner
    known = no_record(summary) if partner is None else status(partner)
    if summary.untold:
        return Piece(dotted((known, waits_text(summary.untold, short=True))), level_role(summary.untold[0].level))
    if summary.quiet is not None:
        return Piece(dotted((known, f"no referral{gap(summary)}")))
    if partner is None:
        return Piece(known, "fault")
    return Piece(dotted((known, *_is(partner))), "quiet")


def _is(partner: Partner) -> tuple[str, ...]:
    return word(partner.type), f"tier {partner.tier}" if partner.tier else "", partner.company


def _waited(summary: PartnerSummary, today: dt.date) -> str:
    """Working days of those who wait, calendar days of those who went quiet."""
    if summary.untold:
        return how_long(summary.untold[0].waited, summary.untold[0].since, today)
    return "" if summary.quiet is None else count(summary.quiet.waited, "day")


def number(counted: int) -> str:
    """The number; "" for none."""
    return str(counted) if counted else ""
