"""The detail of one referral: who, what fires, where it stands, its partners, its story."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.analytics.partners.care import untold_about
from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.timeline import timeline
from textual_tracker.analytics.wording import (
    SIGNS,
    clock,
    count,
    day,
    money,
    partner_named,
    partner_text,
    sender,
    stage_label,
    waited,
    word,
)
from textual_tracker.core.records import Referral
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.page_parts import DATE_WIDTH, INDENT, dated, faults, line, named, notes, title
from textual_tracker.tui.views.words import dotted, level_role, rule_piece
from textual_tracker.tui.widgets.cells import cut
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph

LONGEST_NAME = 200
"""Cells of the names in the title; a longer one must not hide the phone number."""


def referral_page(look: Look, referral: Referral) -> Iterator[Paragraph]:
    """Everything about `referral`, what matters now first."""
    snapshot = look.snapshot
    yield from _head(snapshot, referral)
    yield from faults(look.problems_of.get(referral.path, ()), stale=referral.stale)
    yield from _rules(snapshot, referral)
    yield from _standing(snapshot, referral)
    yield from _story(snapshot, referral)
    yield from notes(referral.notes, referral.extra)
    yield BLANK
    yield line(Piece(referral.path, "quiet"))


def _head(snapshot: Snapshot, referral: Referral) -> Iterator[Paragraph]:
    names = f" & {referral.co_borrower}" if referral.co_borrower else ""
    yield line(Piece(cut(f"{referral.name}{names}", LONGEST_NAME), "strong"))
    source = word(snapshot.journal.source_of(referral)) if referral.partner else ""
    received = f"received {day(referral.received, snapshot.today)} {clock(referral.received_time)}".rstrip()
    sent_by = sender(snapshot, referral)
    yield line(Piece(dotted((f"from {sent_by}" if sent_by else "", source, received)), "quiet"))
    loan = referral.loan
    wants = dotted((word(loan.purpose), word(loan.program), money(snapshot.amount(referral)), *referral.tags))
    refuses = "do not contact" if referral.do_not_contact else ""
    reached = dotted((referral.phone, referral.email, referral.best_time, refuses))
    for text in (wants, reached):
        if text:
            yield line(Piece(text))


def _rules(snapshot: Snapshot, referral: Referral) -> Iterator[Paragraph]:
    """What fires, each with what to do; then the partners who wait for word."""
    fires = snapshot.fires(referral)
    untold = list(untold_about(snapshot, referral))
    if fires or untold:
        yield BLANK
    for firing in fires:
        role = level_role(firing.level)
        since = f"  {_waited(firing, snapshot.today)}"
        sign = Piece(f"{SIGNS[firing.level]} ", role)
        yield line(sign, rule_piece(snapshot, referral, firing), Piece(since, "quiet"), hang=INDENT)
        yield line(Piece(f"  {firing.action}", "strong"), hang=INDENT)
    for row in untold:
        role = level_role(row.level)
        name = partner_named(snapshot, row.partner)
        said = Piece(f"{name}: {partner_text(row)}", role)
        yield line(
            Piece(f"{SIGNS[row.level or 'at_risk']} ", role),
            said,
            Piece(f"  {waited(row.waited, row.since, snapshot.today)}", "quiet"),
            hang=INDENT,
        )


def _waited(firing: Firing, today: dt.date) -> str:
    """`3 working days, since Thu 5 Mar, limit 2`; of a deadline only its day."""
    since = f"since {day(firing.since, today)}"
    if firing.limit < 0:
        return day(firing.since, today) if firing.waited <= 0 else since
    return f"{waited(firing.waited, firing.since, today)}, {since}, limit {firing.limit}"


def _standing(snapshot: Snapshot, referral: Referral) -> Iterator[Paragraph]:
    standing, today = snapshot.standing(referral), snapshot.today
    days = standing.days_in_stage(today)
    stage = stage_label(standing.stage) + ("" if days is None else f", {count(days, 'day')}")
    step = referral.next_step
    facts = {
        "stage": stage,
        "last touch": day(standing.last_touch, today) if standing.last_touch else "none yet",
        "attempts": str(standing.all_attempts) if standing.all_attempts else "",
        "next step": dotted((step.action, step.who or "", day(step.due, today) if step.due else "")) if step else "",
        "officer": snapshot.journal.settings.officers.get(referral.officer or "", referral.officer or ""),
    }
    yield BLANK
    yield from named(facts)
    yield from _partners(snapshot, referral)


def _partners(snapshot: Snapshot, referral: Referral) -> Iterator[Paragraph]:
    """Who sent the referral, with the key that leads to them, and who is told as well."""
    if referral.partner:
        name = snapshot.journal.partner_name(referral.partner)
        hint = f"  {BY_ID['partner'].shown_key} goes there"
        yield line(Piece("partner".ljust(DATE_WIDTH), "quiet"), Piece(name), Piece(hint, "quiet"), hang=DATE_WIDTH)
    also = ", ".join(snapshot.journal.partner_name(partner) for partner in referral.also_tell)
    yield from named({"also told": also})


def _story(snapshot: Snapshot, referral: Referral) -> Iterator[Paragraph]:
    """What lies ahead, then what happened, newest first."""
    events = timeline(snapshot, referral)
    ahead = [event for event in events if event.date > snapshot.today]
    past = [event for event in events if event.date <= snapshot.today]
    for heading, found in (("AHEAD", ahead), ("STORY", past[::-1])):
        if found:
            yield from title(heading)
            yield from (dated(event.date, event.time, event.text, snapshot.today) for event in found)
