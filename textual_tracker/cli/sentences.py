"""Whole sentences about a row: what to do next, and what a partner waits for."""

from textual_tracker.analytics.agenda import ToTell
from textual_tracker.analytics.rules import NO_ATTEMPT
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.analytics.wording import about_label, came_from, count, partner_text, rule_text, waited

SILENT = "silent"


def next_sentence(snapshot: Snapshot, row: StalledRow) -> str:
    """`Next: call Dana Ortiz 555-0142, from Sarah Chen`."""
    referral = row.referral
    phone = f" {referral.phone}" if referral.phone else ""
    came = f", {came_from(snapshot, referral)}" if came_from(snapshot, referral) else ""
    if row.firing.rule == NO_ATTEMPT:
        return f"Next: call {referral.name}{phone}{came}"
    what = rule_text(snapshot, referral, row.firing)
    return f"Next: {referral.name}{phone}{came}; {what}: {row.firing.action}"


def tell_sentence(to_tell: ToTell) -> str:
    """`Marcus Bell: nothing heard for 6 working days`; `4 referrals: closed, not told yet; not thanked yet`."""
    rows = to_tell.rows
    names = list(dict.fromkeys(row.referral.name for row in rows if row.referral is not None))
    if not names:
        return f"{partner_text(rows[0])}: no referral for {count(rows[0].waited, 'day')}"
    about = names[0] if len(names) == 1 else count(len(names), "referral")
    if len(rows) == 1 and rows[0].rule == SILENT and rows[0].waited > 0:
        return f"{about}: {partner_text(rows[0])} for {waited(rows[0].waited)}"
    news = list(dict.fromkeys(about_label(row.about) for row in rows if row.about))
    texts = [f"{_and(news)}, not told yet"] if news else []
    texts += dict.fromkeys(partner_text(row) for row in rows if not row.about)
    return f"{about}: {'; '.join(texts)}"


def _and(words: list[str]) -> str:
    """`lost`, `lost and closed`, `lost, closed and contacted`."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
