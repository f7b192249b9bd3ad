"""The detail of one referral: who, what fires, where it stands, its partners, its story."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.analytics.partner_care import PartnerRow, untold_about
from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.timeline import Event, timeline
from textual_tracker.analytics.wording import (
    RULE_LABELS,
    SIGNS,
    about_label,
    clock,
    count,
    day,
    money,
    stage_label,
    waited,
    word,
)
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Referral
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.words import FAULT, dotted, level_role, problem_role, rule_piece, sender
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph

INDENT = 2
DATE_WIDTH = 12
MOST_NOTES = 8_000
"""Characters of the notes that are shown; the editor shows the rest."""


def referral_page(look: Look, referral: Referral) -> Iterator[Paragraph]:
    """Everything about `referral`, what matters now first."""
    snapshot = look.snapshot
    yield from _head(snapshot, referral)
    yield from _faults(referral, look.problems_of.get(referral.path, []))
    yield from _rules(snapshot, referral)
    yield from _standing(snapshot, referral)
    yield from _story(snapshot, referral)
    yield from _notes(referral)
    yield BLANK
    yield _line(Piece(referral.path, "quiet"))


def _line(*pieces: Piece, hang: int = 0) -> Paragraph:
    return Paragraph(tuple(pieces), hang)


def _title(text: str) -> Iterator[Paragraph]:
    yield BLANK
    yield _line(Piece(text, "head"))


def _head(snapshot: Snapshot, referral: Referral) -> Iterator[Paragraph]:
    names = f" & {referral.co_borrower}" if referral.co_borrower else ""
    yield _line(Piece(f"{referral.name}{names}", "strong"))
    source = word(snapshot.journal.source_of(referral)) if referral.partner else ""
    received = f"received {day(referral.received, snapshot.today)} {clock(referral.received_time)}".rstrip()
    sent_by = sender(snapshot, referral)
    yield _line(Piece(dotted((f"from {sent_by}" if sent_by else "", source, received)), "quiet"))
    loan = referral.loan
    wants = dotted((word(loan.purpose), word(loan.program), money(snapshot.amount(referral)), *referral.tags))
    refuses = "do not contact" if referral.do_not_contact else ""
    reached = dotted((referral.phone, referral.email, referral.best_time, refuses))
    for text in (wants, reached):
        if text:
            yield _line(Piece(text))


def _faults(referral: Referral, problems: list[Problem]) -> Iterator[Paragraph]:
    """What is wrong in the file, and that an older version of it is shown, where it is."""
    if problems or referral.stale:
        yield BLANK
    if referral.stale:
        yield _line(
            Piece(f"{FAULT} ", "fault"), Piece("The file cannot be read; this is its last good version."), hang=2
        )
    for problem in problems:
        sign = Piece(f"{FAULT} " if problem_role(problem) == "fault" else "  ", problem_role(problem))
        yield _line(sign, Piece(f"line {problem.line}: {problem.message}"), Piece(_hint(problem), "quiet"), hang=INDENT)


def _hint(problem: Problem) -> str:
    return f" {problem.hint}" if problem.hint else ""


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
        yield _line(sign, rule_piece(snapshot, referral, firing), Piece(since, "quiet"), hang=INDENT)
        yield _line(Piece(f"  {firing.action}", "strong"), hang=INDENT)
    for row in untold:
        role = level_role(row.level)
        name = snapshot.journal.partner_name(row.partner)
        said = Piece(f"{name}: {_untold(row)}", role)
        yield _line(
            Piece(f"{SIGNS[row.level or 'at_risk']} ", role),
            said,
            Piece(f"  {waited(row.waited)}", "quiet"),
            hang=INDENT,
        )


def _waited(firing: Firing, today: dt.date) -> str:
    """`3 working days, since Thu 5 Mar, limit 2`; of a deadline only its day."""
    since = f"since {day(firing.since, today)}"
    if firing.limit < 0:
        return day(firing.since, today) if firing.waited <= 0 else since
    return f"{waited(firing.waited)}, {since}, limit {firing.limit}"


def _untold(row: PartnerRow) -> str:
    """`not told: under contract`, `nothing heard`."""
    return f"not told: {about_label(row.about)}" if row.about else RULE_LABELS[row.rule]


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
    for name, value in facts.items():
        if value:
            yield _line(Piece(name.ljust(DATE_WIDTH), "quiet"), Piece(value), hang=DATE_WIDTH)


def _story(snapshot: Snapshot, referral: Referral) -> Iterator[Paragraph]:
    """What lies ahead, then what happened, newest first."""
    events = timeline(snapshot, referral)
    ahead = [event for event in events if event.date > snapshot.today]
    past = [event for event in events if event.date <= snapshot.today]
    for title, found in (("AHEAD", ahead), ("STORY", past[::-1])):
        if found:
            yield from _title(title)
            yield from (_event(snapshot, event) for event in found)


def _event(snapshot: Snapshot, event: Event) -> Paragraph:
    when = day(event.date, snapshot.today).ljust(DATE_WIDTH)
    hour = f"{clock(event.time)} " if event.time else ""
    return _line(Piece(when, "quiet"), Piece(hour, "quiet"), Piece(event.text), hang=DATE_WIDTH)


def _notes(referral: Referral) -> Iterator[Paragraph]:
    extra = [f"{key}: {text}" for key, text in referral.extra]
    text = "\n".join([referral.notes.rstrip(), *extra]).strip("\n")
    if text:
        yield from _title("NOTES")
        yield _line(Piece(text[:MOST_NOTES]))
        if len(text) > MOST_NOTES:
            yield _line(Piece("… the rest is in the file", "quiet"))
