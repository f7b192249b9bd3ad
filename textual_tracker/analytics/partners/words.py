"""What a partner waits to hear, and may be told about a referral: where it stands, in words of stages only.

Source: docs/numbers.md, "What may be said". Never an amount, never a reason; with `consent_to_share: none` no more than
that there is contact.
"""

from collections import Counter
from collections.abc import Sequence

from textual_tracker.analytics.partners.care import PartnerRow, ToTell
from textual_tracker.analytics.partners.milestones import is_closing_out
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import RULE_LABELS, about_label, count, partner_text
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
    """`Marcus Bell: nothing heard for 6 working days`; `went quiet: no referral for 95 days`; else `waits_text`."""
    rows = to_tell.rows
    if rows[0].referral is None:
        return f"{waits_text(rows)}: no referral for {count(rows[0].waited, 'day')}"
    if len(rows) == 1 and rows[0].rule == SILENT and rows[0].waited > 0:
        return f"{waits_text(rows)} for {count(rows[0].waited, 'working day')}"
    return waits_text(rows)


def waits_text(rows: Sequence[PartnerRow], *, short: bool = False) -> str:
    """What one partner waits for: `Marcus Bell: nothing heard`; `went quiet`; "" for nothing.

    Of several referrals it says of how many, where not of all of them:
    `6 referrals: 4 lost and 1 closed, not told yet; 1 not thanked yet`; `short`, for a narrow column:
    `6 referrals: 4 lost, 1 closed, 1 not thanked yet`.
    """
    told = [(row, row.referral) for row in rows if row.referral is not None]
    quiet = [partner_text(row) for row in rows if row.referral is None][:1]
    if not told:
        return "".join(quiet)
    about = {referral.id: referral.name for _, referral in told}
    news = Counter(about_label(row.about) for row, _ in told if row.about)
    missing = Counter(partner_text(row) for row, _ in told if not row.about)
    said, unsaid = list(news), list(missing)
    if len(about) > 1 and len(news) + len(missing) > 1:
        said, unsaid = list(map(_of_how_many, news.items())), list(map(_of_how_many, missing.items()))
    whom = count(len(about), "referral") if len(about) > 1 else told[0][1].name
    if short:
        return f"{whom}: {', '.join(said + unsaid + quiet)}"
    return f"{whom}: {'; '.join(([f'{_and(said)}, not told yet'] if said else []) + unsaid + quiet)}"


def _of_how_many(counted: tuple[str, int]) -> str:
    """`4 lost`, `1 not thanked yet`, `nothing heard of 2`."""
    text, number = counted
    return f"{text} of {number}" if text == RULE_LABELS[SILENT] else f"{number} {text}"


def _and(words: list[str]) -> str:
    """`lost`, `lost and closed`, `lost, closed and contacted`."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
