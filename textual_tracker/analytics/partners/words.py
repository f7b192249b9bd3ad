"""What a partner waits to hear, and may be told about a referral: where it stands, in words of stages only.

Source: docs/numbers.md, "What may be said". Never an amount, never a reason; with `consent_to_share: none` no more than
that there is contact.
"""

from collections.abc import Sequence

from textual_tracker.analytics.partners.care import PartnerRow, ToTell
from textual_tracker.analytics.partners.milestones import is_closing_out
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import about_label, count, partner_text
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing
from textual_tracker.core.vocabulary import OF_A_HOUSE

SILENT = "silent"
IN_TOUCH = "we are in touch"
NOT_MET = frozenset({"no_show", "cancelled"})
BY_STAGE = {
    Stage.received: "it is here, and the first call is next",
    Stage.attempting: "trying to reach them",
    Stage.contacted: "we have spoken",
    Stage.appointment_set: "we have an appointment",
    Stage.appointment_held: "we have met",
    Stage.application_started: "they are working on the application",
    Stage.application_submitted: "the application is in",
    Stage.preapproved: "pre-approved",
    Stage.in_process: "in process",
    Stage.clear_to_close: "clear to close",
    Stage.closed: "closed",
    Stage.nurture: "not now; we stay in touch",
    Stage.lost: "it goes no further with us",
}
FINDING_A_TIME = "finding a time to meet"
LOOKING = "pre-approved, and looking"
UNDER_CONTRACT = "under contract, and in process"
BY_NEWS = {
    "fell_through": "that contract has ended; ",
    "date_moved": "the closing has another date; ",
    "appointment_held": "we have met; ",
}
"""What is said first of news that the stage does not tell."""


def may_say(snapshot: Snapshot, row: PartnerRow) -> str:
    """What the row's partner may hear: `thank you for Dana Ortiz: we have spoken`; "" where they only went quiet."""
    referral = row.referral
    if referral is None:
        return ""
    says = where_it_stands(snapshot, referral, row.about)
    return f"thank you for {referral.name}: {says}" if row.rule == "thank" else f"{referral.name}: {says}"


def where_it_stands(snapshot: Snapshot, referral: Referral, about: str) -> str:
    """The stage, and before it the news `about` (as `milestones` names it) where the stage does not tell them.

    While an application has come to nothing and the referral is still open, its ending is the next that may be told.
    """
    standing = snapshot.standing(referral)
    if referral.consent_to_share == "none" or is_closing_out(standing):
        return IN_TOUCH
    first = "" if about == standing.stage.name else BY_NEWS.get(about, "")
    return first + _stage(referral, standing)


def _stage(referral: Referral, standing: Standing) -> str:
    """The stage, as exactly as the facts tell it: who refinances looks for nothing, a no-show has no appointment."""
    stage = standing.stage
    if stage is Stage.appointment_set and standing.appointment.status in NOT_MET:
        return FINDING_A_TIME
    if stage is Stage.preapproved and referral.loan.purpose in {None, *OF_A_HOUSE}:
        return LOOKING
    if stage is Stage.in_process and standing.application.under_contract is not None:
        return UNDER_CONTRACT
    return BY_STAGE[stage]


def tell_sentence(to_tell: ToTell) -> str:
    """`Marcus Bell: nothing heard for 6 working days`; `4 referrals: closed, not told yet; not thanked yet`."""
    rows = to_tell.rows
    names = list(dict.fromkeys(row.referral.name for row in rows if row.referral is not None))
    if not names:
        return f"{partner_text(rows[0])}: no referral for {count(rows[0].waited, 'day')}"
    about = names[0] if len(names) == 1 else count(len(names), "referral")
    if len(rows) == 1 and rows[0].rule == SILENT and rows[0].waited > 0:
        return f"{about}: {partner_text(rows[0])} for {count(rows[0].waited, 'working day')}"
    news = list(dict.fromkeys(about_label(row.about) for row in rows if row.about))
    texts = [f"{_and(news)}, not told yet"] if news else []
    texts += dict.fromkeys(partner_text(row) for row in rows if not row.about)
    return f"{about}: {'; '.join(texts)}"


def waits_text(rows: Sequence[PartnerRow]) -> str:
    """What one partner waits for, the worst first: `Marcus Bell · nothing heard`; `went quiet`; "" for nothing."""
    if not rows:
        return ""
    about = list(dict.fromkeys(row.referral.name for row in rows if row.referral is not None))
    if not about:
        return partner_text(rows[0])
    names = about[0] if len(about) == 1 else count(len(about), "referral")
    return f"{names} · {partner_text(rows[0])}"


def _and(words: list[str]) -> str:
    """`lost`, `lost and closed`, `lost, closed and contacted`."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
