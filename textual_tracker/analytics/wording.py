"""The program's words and numbers as people say them, for the command line and the terminal screen alike."""

import datetime as dt
from typing import TYPE_CHECKING

from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.stages import Stage

if TYPE_CHECKING:
    from textual_tracker.analytics.partners.care import PartnerRow  # who says nothing of partners does without

SIGNS = {"stalled": "!", "at_risk": "·"}
"""The sign before a row: never colour alone."""

RULE_LABELS = {
    "late_closing": "closing late",
    "lock_expiring": "lock expiring",
    "preapproval_expiring": "letter expiring",
    "not_closed": "not closed",
    "no_attempt": "no attempt",
    "next_step_overdue": "next step due",
    "appointment_passed": "appointment passed",
    "close_out": "to close out",
    "no_show": "no-show",
    "no_answer": "no answer",
    "decide": "to decide",
    "no_appointment": "no appointment",
    "no_application": "no application",
    "application_unfinished": "application unfinished",
    "no_decision": "no decision",
    "preapproved_silent": "pre-approved, silent",
    "process_silent": "in process, silent",
    "revisit_due": "second chance due",
    "thank": "not thanked yet",
    "milestone_untold": "news not told",
    "silent": "nothing heard",
    "quiet_partner": "went quiet",
}
DEADLINES = {
    "late_closing": ("closing", "", "late", "due"),
    "lock_expiring": ("lock", " ends", "past its end", "running out"),
    "preapproval_expiring": ("letter", " ends", "past its end", "running out"),
}
"""Rules about a day to be kept: (what, how it ends, when it is past, when no working day is left)."""

STAGE_LABELS = {Stage.preapproved: "pre-approved", Stage.nurture: "nurture"}
WORD_LABELS = {
    "cpa": "CPA",
    "real_estate_agent": "agent",
    "fha": "FHA",
    "va": "VA",
    "usda": "USDA",
    "non_qm": "non-QM",
    "heloc": "HELOC",
    "follow_ups": "follow-ups",
}
ABOUT_LABELS = {
    "preapproved": "pre-approved",
    "fell_through": "contract fell through",
    "date_moved": "closing moved",
}
BARRED = "not to be contacted"
"""Said of a partner whose status is `do_not_contact`, wherever they are named as one to tell."""

THOUSAND = 1_000
MILLION = 1_000_000
NEAR = 6
"""So many calendar days from today a weekday alone tells which day is meant, whatever the year."""

NEXT_TO_TODAY = {-1: "yesterday", 0: "today", 1: "tomorrow"}
MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""By number: to ask strftime for one takes three times as long, and a table has a thousand days."""


def stage_label(stage: Stage) -> str:
    """`in process` for `in_process`."""
    return STAGE_LABELS.get(stage) or stage.name.replace("_", " ")


def word(value: str | None) -> str:
    """A word of the journal as people say it: `cash out refinance`, `CPA`, `agent`; "" for none."""
    return "" if value is None else WORD_LABELS.get(value) or value.replace("_", " ")


def about_label(about: str) -> str:
    """What a partner is told about: `in process`, which a refinance comes to without a contract."""
    return ABOUT_LABELS.get(about) or about.replace("_", " ")


def rule_label(firing: Firing, referral: Referral, attempts: int = 0) -> str:
    """What fires, as said of this referral: `no answer, 3 tries`, `closing 2 days late`, `no-show`."""
    if firing.rule in {"no_answer", "decide"} and attempts:
        return f"{RULE_LABELS[firing.rule]}, {count(attempts, 'try', 'tries')}"
    if firing.rule in DEADLINES:
        return _deadline_label(firing)
    if firing.rule == "next_step_overdue" and referral.next_step is not None and referral.next_step.action:
        return f"next step: {referral.next_step.action}"
    if firing.rule == "no_show" and referral.appointment.status == "cancelled":
        return "cancelled"
    return RULE_LABELS[firing.rule]


def rule_text(snapshot: Snapshot, referral: Referral, firing: Firing | None) -> str:
    """What fires, as said of this referral: `no answer, 3 tries`; "" for nothing."""
    return "" if firing is None else rule_label(firing, referral, len(snapshot.standing(referral).attempts))


def short_rule_text(snapshot: Snapshot, referral: Referral, firing: Firing | None) -> str:
    """The same for a narrow column: of a deadline that is still ahead the day, `letter ends Thu 12 Mar`."""
    if firing is None or firing.rule not in DEADLINES or firing.waited >= 0:
        return rule_text(snapshot, referral, firing)
    what, ending, *_ = DEADLINES[firing.rule]
    return f"{what}{ending} {day(firing.since, snapshot.today)}"


def partner_text(row: "PartnerRow") -> str:
    """What a partner waits for: `in process, not told yet`; `nothing heard`."""
    return f"{about_label(row.about)}, not told yet" if row.about else RULE_LABELS[row.rule]


def is_barred(partner: Partner | None) -> bool:
    """Whether the partner asked not to be contacted. The rules still say what they wait for, and this with it."""
    return partner is not None and partner.status == "do_not_contact"


def partner_named(snapshot: Snapshot, partner_id: str) -> str:
    """The name of a partner who waits for word: `Pat Doyle`, `Pat Doyle (not to be contacted)`."""
    name = snapshot.journal.partner_name(partner_id)
    return f"{name} ({BARRED})" if is_barred(snapshot.journal.partners.get(partner_id)) else name


def sender(snapshot: Snapshot, referral: Referral) -> str:
    """The partner's name; without one the source."""
    if referral.partner:
        return snapshot.journal.partner_name(referral.partner)
    return word(snapshot.journal.source_of(referral))


def came_from(snapshot: Snapshot, referral: Referral) -> str:
    """`from Sarah Chen`; without a partner the source alone: `past client`."""
    return f"from {sender(snapshot, referral)}" if referral.partner else sender(snapshot, referral)


def _deadline_label(firing: Firing) -> str:
    """`closing 2 days late`, `letter ends in 1 working day`. No working day left or past is not always today."""
    what, ending, late, now = DEADLINES[firing.rule]
    days = abs(firing.waited)
    if firing.waited > 0:
        return f"{what} {count(days, 'day')} {late}"
    return f"{what} {now}" if days == 0 else f"{what}{ending} in {count(days, 'working day')}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 referral`, `2 referrals`; `many` where the plural is not `one` with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def waited(working_days: int, since: dt.date, today: dt.date) -> str:
    """`3 working days`, `today`, `in 2 working days`; `0 working days` of another day, with days off between."""
    if since == today:
        return "today"
    if working_days < 0:
        return f"in {count(-working_days, 'working day')}"
    return count(working_days, "working day")


def day(date: dt.date, today: dt.date) -> str:
    """`today`, `yesterday`, `tomorrow`, `Fri 6 Mar`, and with the year where it is another: `6 Mar 2025`."""
    ahead = date.toordinal() - today.toordinal()
    if ahead in NEXT_TO_TODAY:
        return NEXT_TO_TODAY[ahead]
    if date.year != today.year and abs(ahead) > NEAR:
        return f"{date.day} {MONTHS[date.month]} {date.year}"
    return f"{date:%a} {date.day} {MONTHS[date.month]}"


def long_day(date: dt.date) -> str:
    """`Tue 10 Mar 2026`."""
    return f"{date:%a} {date.day} {MONTHS[date.month]} {date.year}"


def clock(time: dt.time | None) -> str:
    """`14:00`; "" where no time was written."""
    return "" if time is None else f"{time:%H:%M}"


def days(number: int | None) -> str:
    """Days in a stage, short: `4d`; `?` where the day of entry is unknown."""
    return "?" if number is None else f"{number}d"


def money(dollars: int | None) -> str:
    """`$385,000`; "" where unknown."""
    return "" if dollars is None else f"${dollars:,}"


def short_money(dollars: int | None) -> str:
    """`$385k`, `$1.9M`; "" where unknown."""
    if dollars is None:
        return ""
    if dollars >= MILLION - THOUSAND // 2:
        return f"${dollars / MILLION:.1f}M"
    if dollars >= THOUSAND:
        return f"${dollars / THOUSAND:.0f}k"
    return f"${dollars}"
