"""The detail of one partner: who, what they wait to hear, what they sent and what became of it, their story."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import islice

from textual_tracker.analytics.partners.care import PartnerRow
from textual_tracker.analytics.partners.scorecard import Scorecard
from textual_tracker.analytics.partners.scorecard_words import due_text, late, likely_text, place_text, told_text
from textual_tracker.analytics.partners.story import partner_story
from textual_tracker.analytics.partners.summary import PartnerSummary
from textual_tracker.analytics.partners.told import Due
from textual_tracker.analytics.partners.words import may_say
from textual_tracker.analytics.results.words import rate_of_text
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import (
    SIGNS,
    count,
    day,
    long_day,
    money,
    partner_text,
    stage_label,
    waited,
    word,
)
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.stages import Stage
from textual_tracker.store.layout import stem
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.page_parts import DATE_WIDTH, INDENT, dated, faults, line, named, notes, title
from textual_tracker.tui.views.partners.labels import gap, status
from textual_tracker.tui.views.words import DOT, FAULT, dotted, level_role, mark, place, rule_piece
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph

MOST = 30
"""Rows of a part of the page; a partner may have sent thousands, and the page follows every key."""
LATE = 5
"""So many words that came late, or never, stand on the page."""
SAY = "  say  "


def partner_page(look: Look, card: Scorecard, ranked: int) -> Iterator[Paragraph]:
    """Everything about a partner, what waits first; `ranked` partners have a place in the order of the best."""
    summary = card.summary
    snapshot, partner = look.snapshot, summary.partner
    yield from _head(summary)
    yield from _in_short(card)
    if partner is None:
        yield from _no_record(look, summary)
    else:
        yield from faults(look.problems_of.get(partner.path, ()), stale=partner.stale)
    yield from _waits(snapshot, summary)
    yield from _numbers(snapshot, card, ranked)
    yield from _sent(snapshot, summary)
    yield from _story(snapshot, summary)
    yield from _not_in_time(snapshot, card)
    if partner is not None:
        yield from notes(partner.notes, partner.extra)
        yield BLANK
        yield line(Piece(partner.path, "quiet"))


def _head(summary: PartnerSummary) -> Iterator[Paragraph]:
    partner = summary.partner
    yield line(Piece(summary.name or summary.id, "strong"))
    if partner is None:
        return
    yield line(Piece(dotted((partner.company, word(partner.type), _tier(partner), status(partner))), "quiet"))
    for text in (dotted((partner.phone, partner.email)), _manners(partner)):
        if text:
            yield line(Piece(text))


def _in_short(card: Scorecard) -> Iterator[Paragraph]:
    """`close rate likely 57% (42–72%) · told in time 94% of 97`, above what may be a long list of those who wait."""
    likely, told = likely_text(card.ranked), told_text(card.told)
    text = dotted((f"close rate likely {likely}" if likely else "", f"told in time {told}" if told else ""))
    if text:
        yield line(Piece(text))


def _tier(partner: Partner) -> str:
    return f"tier {partner.tier}" if partner.tier else ""


def _manners(partner: Partner) -> str:
    """How they want to hear, and how often: `prefers text · word every 5 working days`."""
    prefers = f"prefers {word(partner.prefers)}" if partner.prefers else ""
    days = partner.update_days
    often = "" if days is None else f"word every {count(days, 'working day')}" if days else "thanks and the ending only"
    return dotted((prefers, often))


def _no_record(look: Look, summary: PartnerSummary) -> Iterator[Paragraph]:
    """That the file cannot be read, and why; or that there is none, and how to write it."""
    yield BLANK
    if summary.unread:
        for problem in look.snapshot.journal.unreadable:
            if stem(problem.path) == summary.id:
                yield line(Piece(f"{FAULT} ", "fault"), Piece(f"{place(problem)}: {problem.message}"), hang=INDENT)
        return
    says = "Referrals name this partner, and there is no such file. Mend the name in the referral, or write "
    yield line(
        Piece(f"{FAULT} ", "fault"),
        Piece(says),
        Piece(f"partners/{summary.id}.yaml", "accent"),
        Piece(":"),
        hang=INDENT,
    )
    for text in (f"name: {summary.id.replace('-', ' ').title()}", "type: real_estate_agent"):
        yield line(Piece(f"    {text}", "quiet"))


def _waits(snapshot: Snapshot, summary: PartnerSummary) -> Iterator[Paragraph]:
    """What they wait to hear, and what may be said; or that they went quiet."""
    by_referral: dict[str, list[PartnerRow]] = {}
    for row in summary.untold:
        by_referral.setdefault(row.referral.id if row.referral is not None else "", []).append(row)
    if by_referral:
        yield from title("WAITS FOR WORD")
    for rows in islice(by_referral.values(), MOST):
        yield from _untold(snapshot, rows)
    yield from _more(len(by_referral))
    quiet = summary.quiet
    if quiet is not None:
        yield from title("WENT QUIET")
        yield line(Piece(f"No referral for {count(quiet.waited, 'day')}{gap(summary)}.", "strong"))


def _untold(snapshot: Snapshot, rows: Sequence[PartnerRow]) -> Iterator[Paragraph]:
    """What they wait to hear of one referral, the worst first, and what may be said of it."""
    worst = rows[0]
    role, sign = level_role(worst.level), SIGNS[worst.level or "at_risk"]
    name = worst.referral.name if worst.referral is not None else ""
    since = f"  {waited(worst.waited, worst.since, snapshot.today)}, since {day(worst.since, snapshot.today)}"
    what = ", ".join(map(partner_text, rows))
    yield line(
        Piece(f"{sign} ", role), Piece(f"{name}: ", "strong"), Piece(what, role), Piece(since, "quiet"), hang=INDENT
    )
    yield line(Piece(SAY, "quiet"), Piece(may_say(snapshot, worst)), hang=len(SAY))


def _numbers(snapshot: Snapshot, card: Scorecard, ranked: int) -> Iterator[Paragraph]:
    summary = card.summary
    today, partner = snapshot.today, summary.partner
    counted = {"open": summary.open, "closed": summary.closed, "lost": summary.lost, "nurture": summary.nurture}
    ends = dotted(f"{number} {name}" for name, number in counted.items() if number)
    yield BLANK
    yield from named(
        {
            "sent": f"{count(summary.sent, 'referral')}{DOT if ends else ''}{ends}",
            "funded": money(summary.dollars) if summary.dollars else "",
            **_score(card, ranked),
            "last sent": day(summary.last_referral, today) if summary.last_referral else "none yet",
            "in touch": day(summary.last_contact, today) if summary.last_contact else "none yet",
            "since": long_day(partner.since) if partner is not None and partner.since else "",
        }
    )


def _score(card: Scorecard, ranked: int) -> dict[str, str]:
    """What the referrals of the last twelve months came to, and whether they were told in time."""
    group, likely = card.group, likely_text(card.ranked)
    received = f"{group.received} received" if group.received else ""
    closed = f"{group.closed} of {group.decided} closed" if group.decided else ""
    return {
        "12 months": dotted((received, closed)),
        "likely": f"{likely}{place_text(card, ranked)}" if likely else "",
        "told": f"in time {rate_of_text(card.told, 'due')}" if card.told is not None else "",
    }


def _not_in_time(snapshot: Snapshot, card: Scorecard) -> Iterator[Paragraph]:
    """The words that came late, or never, newest first."""
    found = late(card.dues)
    if not found:
        return
    yield from title("LATE OR NEVER TOLD", "in 12 months")
    yield from (_late(snapshot, due) for due in found[:LATE])
    if len(found) > LATE:
        yield line(Piece(f"… and {len(found) - LATE} more", "quiet"))


def _late(snapshot: Snapshot, due: Due) -> Paragraph:
    return line(Piece(f"{due.referral.name}: ", "strong"), Piece(due_text(snapshot, due), "quiet"), hang=INDENT)


def _sent(snapshot: Snapshot, summary: PartnerSummary) -> Iterator[Paragraph]:
    """What they sent, newest first."""
    if not summary.sent:
        return
    yield from title("SENT", "newest first")
    sent = (referral for referral in summary.referrals if referral.partner == summary.id)
    for referral in nlargest(MOST, sent, key=lambda referral: (referral.received, referral.id)):
        yield _referral(snapshot, referral)
    yield from _more(summary.sent)


def _referral(snapshot: Snapshot, referral: Referral) -> Paragraph:
    standing, today = snapshot.standing(referral), snapshot.today
    firing = next(iter(snapshot.fires(referral)), None)
    days, ended = standing.days_in_stage(today), standing.outcome
    sign = mark(referral, firing)
    if standing.stage >= Stage.closed:
        known = dotted((f"{stage_label(standing.stage)} {day(ended.date, today) if ended.date else ''}".rstrip(),))
        where = dotted((known, word(ended.reason), money(ended.amount)))
    else:
        where = dotted((stage_label(standing.stage), "" if days is None else count(days, "day")))
    return line(
        Piece(day(referral.received, today).ljust(DATE_WIDTH), "quiet"),
        Piece(f"{sign.text} " if sign.text else "", sign.role),
        Piece(referral.name, "strong"),
        Piece(f"  {where}", "quiet"),
        Piece("  " if firing is not None else ""),
        rule_piece(snapshot, referral, firing),
        hang=DATE_WIDTH,
    )


def _story(snapshot: Snapshot, summary: PartnerSummary) -> Iterator[Paragraph]:
    """The contacts with them and the word given to them, newest first."""
    events = partner_story(snapshot, summary, MOST)
    if events:
        yield from title("STORY")
        yield from (dated(event.date, event.time, event.text, snapshot.today) for event in events)
        if len(events) == MOST:
            yield line(Piece("… what came before is in the files", "quiet"))


def _more(number: int) -> Iterator[Paragraph]:
    if number > MOST:
        yield line(Piece(f"… and {number - MOST} more", "quiet"))
