"""One partner of `tracker partners`: who they are, their scorecard, what they wait for, and whom they sent."""

from collections.abc import Iterator
from typing import TypeVar

from textual_tracker.analytics.partners.care import PartnerRow
from textual_tracker.analytics.partners.scorecard import Scorecard
from textual_tracker.analytics.partners.scorecard_words import (
    due_text,
    last_sent_text,
    late,
    likely_text,
    place_text,
    reached_text,
)
from textual_tracker.analytics.partners.words import may_say
from textual_tracker.analytics.results.words import date_label, days_text, rate_of_text, window_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.analytics.wording import (
    BARRED,
    SIGNS,
    count,
    day,
    is_barred,
    money,
    partner_text,
    rule_text,
    stage_label,
    waited,
    word,
)
from textual_tracker.cli.call import Call
from textual_tracker.cli.table import GAP, Column
from textual_tracker.cli.text import cells, safe, wrapped
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.stages import Stage

Shown = TypeVar("Shown")
SAY = "    say  "

MOST = 20
"""So many rows of a list are shown on a terminal; on a pipe, and with `--all`, there are all."""


def print_card(call: Call, snapshot: Snapshot, card: Scorecard, window: Window, ranked: int) -> None:
    """The whole card; `ranked` is how many partners have a place in the order."""
    _print_head(call, card)
    call.output.line()
    _print_numbers(call, dict(_numbers(snapshot, card, window, ranked)))
    _print_waits(call, snapshot, card)
    _print_late(call, snapshot, card)
    _print_sent(call, snapshot, card)


def _print_head(call: Call, card: Scorecard) -> None:
    partner = card.summary.partner
    call.output.paragraph(card.summary.name, "strong")
    if partner is None:
        why = "the file cannot be read" if card.summary.unread else f"there is no file partners/{card.id}.yaml"
        call.output.paragraph(f"✗ {why}", "error")
        return
    for line in (_who(partner), _how(partner)):
        if line:
            call.output.paragraph(line)


def _who(partner: Partner) -> str:
    tier = f"tier {partner.tier}" if partner.tier else ""
    status = BARRED if is_barred(partner) else word(partner.status) if partner.status != "active" else ""
    return " · ".join(filter(None, (partner.company, word(partner.type), tier, status)))


def _how(partner: Partner) -> str:
    prefers = f"prefers {word(partner.prefers)}" if partner.prefers else ""
    return " · ".join(filter(None, (partner.phone, partner.email, prefers)))


def _numbers(snapshot: Snapshot, card: Scorecard, window: Window, ranked: int) -> Iterator[tuple[str, str]]:
    """The scorecard, a name and its words a line."""
    group, today = card.group, snapshot.today
    yield window_label(window, today), reached_text(card)
    if group.amount:
        yield "amount", money(group.amount)
    if group.median_days is not None:
        yield "to closing", f"{days_text(group.median_days)} (median of {group.closed} closed)"
    if group.close_rate is not None:
        yield "close rate", rate_of_text(group.close_rate, "decided")
    likely = likely_text(card.ranked)
    if likely:
        yield "likely", f"{likely}{place_text(card, ranked)}"
    if card.told is not None:
        yield "told in time", rate_of_text(card.told, "due")
    yield "last sent", last_sent_text(card) or "nobody yet"
    yield "in touch", day(card.summary.last_contact, today) if card.summary.last_contact else "not yet"


def _print_numbers(call: Call, numbers: dict[str, str]) -> None:
    """A name and its words a line; on a terminal the words are broken rather than cut."""
    width = None if call.output.width is None else call.output.width - max(map(len, numbers)) - len(GAP) - 1
    names, texts = [], []
    for name, text in numbers.items():
        lines = [text] if width is None else wrapped(text, width)
        names += [name, *[""] * (len(lines) - 1)]
        texts += lines
    call.output.table([Column("", names), Column("", texts)], indent=" ")


def _print_waits(call: Call, snapshot: Snapshot, card: Scorecard) -> None:
    if card.summary.untold:
        _title(call, "Waits for word")
        for row in card.summary.untold:
            _print_wait(call, snapshot, row)
    quiet = card.summary.quiet
    if quiet is not None:
        _title(call, "Went quiet")
        call.output.line(f"  no referral for {count(quiet.waited, 'day')}")


def _print_wait(call: Call, snapshot: Snapshot, row: PartnerRow) -> None:
    name = row.referral.name if row.referral is not None else ""
    level = row.level or ""
    what = f"{SIGNS.get(level, '')} {name}: {partner_text(row)}"
    since = f"{waited(row.waited, row.since, snapshot.today)}, since {day(row.since, snapshot.today)}"
    width = call.output.width
    if width is None or cells(what) + len(GAP) + cells(since) <= width:
        call.output.stretches([(what, level), (f"{GAP}{since}", "quiet")])
    else:
        call.output.paragraph(what, level)
        call.output.line(f"  {since}", "quiet")
    says = may_say(snapshot, row)
    for number, line in enumerate([says] if width is None else wrapped(safe(says), width - len(SAY))):
        call.output.stretches([(" " * len(SAY) if number else SAY, "quiet"), (line, "")])


def _print_late(call: Call, snapshot: Snapshot, card: Scorecard) -> None:
    found = late(card.dues)
    if not found:
        return
    _title(call, "Late or never told")
    shown = _most(call, found)
    call.output.table(
        [
            Column("", [due.referral.name for due in shown], least=12),
            Column("", [due_text(snapshot, due) for due in shown], least=24),
        ],
        indent="  ",
    )
    _print_more(call, len(found) - len(shown))


def _print_sent(call: Call, snapshot: Snapshot, card: Scorecard) -> None:
    """All whom they sent, newest first."""
    sent = sorted(
        (one for one in card.summary.referrals if one.partner == card.id),
        key=lambda referral: (referral.received, referral.id),
        reverse=True,
    )
    if not sent:
        return
    _title(call, "Sent")
    shown = _most(call, sent)
    firings = [next(iter(snapshot.fires(referral)), None) for referral in shown]
    levels = [firing.level if firing is not None else "" for firing in firings]
    call.output.table(
        [
            Column("", [SIGNS.get(level, "") for level in levels], painted=True),
            Column("", [date_label(referral.received) for referral in shown], right=True, goes=2),
            Column("", [referral.name for referral in shown], least=16, painted=True),
            Column("", [_stage(snapshot, referral) for referral in shown], least=16),
            Column("", [_rest(snapshot, referral) for referral in shown], least=12, painted=True, goes=1),
        ],
        levels,
        indent=" ",
    )
    _print_more(call, len(sent) - len(shown))


def _stage(snapshot: Snapshot, referral: Referral) -> str:
    standing = snapshot.standing(referral)
    if standing.stage >= Stage.closed:
        ended = standing.outcome.date
        return f"{stage_label(standing.stage)} {date_label(ended) if ended else ''}".rstrip()
    days = standing.days_in_stage(snapshot.today)
    return stage_label(standing.stage) + ("" if days is None else f", {count(days, 'day')}")


def _rest(snapshot: Snapshot, referral: Referral) -> str:
    """What fires; of those who ended the reason, or what was funded."""
    firing = next(iter(snapshot.fires(referral)), None)
    if firing is not None:
        return rule_text(snapshot, referral, firing)
    outcome = snapshot.standing(referral).outcome
    return word(outcome.reason) or money(outcome.amount)


def _most(call: Call, rows: list[Shown]) -> list[Shown]:
    return rows if call.output.width is None or call.parsed.flag("all") else rows[:MOST]


def _print_more(call: Call, number: int) -> None:
    if number > 0:
        call.output.line(f"  … and {number} more; --all shows them", "quiet")


def _title(call: Call, title: str) -> None:
    call.output.line()
    call.output.line(title, "strong")
