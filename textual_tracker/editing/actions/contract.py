"""A contract that fell through: what belonged to it goes to `application.earlier`, the pre-approval stays."""

import datetime as dt

from textual_tracker.core.records import Referral
from textual_tracker.core.stages import ENDED_BADLY
from textual_tracker.core.vocabulary import REASONS
from textual_tracker.editing.actions.application import SECTION, how_it_ended
from textual_tracker.editing.actions.course import (
    fact_day,
    last_return,
    picked,
    put_changed,
    refuse_after_ending,
    typed_facts,
    without_empty,
)
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Append, Remove, Value
from textual_tracker.editing.record_file import ReferralFile
from textual_tracker.editing.words import day_words, on_day, plain_word
from textual_tracker.errors import RefusedEditError, UsageError

STEPS = ("under_contract", "conditional_approval", "clear_to_close")
"""Without one of these, or a status that means as much, there is no contract."""

GOES = (
    "under_contract", "appraisal_ordered", "appraisal_received", "conditional_approval", "clear_to_close",
    "expected_close", "lock_expires",
)  # fmt: skip
"""What belongs to one house, and is over with its contract."""

STAYS = ("preapproved", "submitted", "started")
"""What is left of an application, the furthest first."""

OF_A_CONTRACT = frozenset({"in_process", "clear_to_close"})
USUAL = "contract_fell_through"


def fell_through(referral_id: str, *, on: dt.date | None = None, reason: str = USUAL, note: str = "") -> Action:
    """The contract came to nothing on the day `on`, `None`: today."""

    def act(draft: Draft) -> str:
        if reason not in REASONS:
            raise UsageError(f'"{reason}" is no reason: {", ".join(REASONS)}')
        file = draft.referral(referral_id)
        day = fact_day(draft, on)
        refuse_after_ending(draft, file.record, day)
        _need_contract(draft, file.record, day)
        over, left = _over(file), _status_left(file.record)
        goes = tuple((SECTION, name) for name in over if file.at(SECTION, name) != left)
        ended = without_empty({**over, "ended": day.isoformat(), "reason": reason, "note": note})
        draft.edit(
            file.path,
            Append((SECTION, "earlier"), ended, takes=goes),
            *put_changed(file, SECTION, {"status": left}),
            *(Remove((SECTION, name)) for name in GOES if file.at(SECTION, name) is not None),
        )
        why = "" if reason == USUAL else f" ({plain_word(reason)})"
        return f"{file.record.name}: contract fell through{why}{on_day(day, draft.today)}"

    return act


def _over(file: ReferralFile) -> dict[str, Value]:
    """What was typed of the contract, with the status where no day that stays beside it tells as much.

    Before it ended the item's status takes the place of the current one; `preapproved`, whose day stays, would hold
    there from the beginning.
    """
    facts = typed_facts(file, SECTION)
    over = picked(facts, GOES)
    status = file.record.application.status
    dated = status in STAYS and getattr(file.record.application, status) is not None
    if "status" in facts and not dated:
        over = {"status": facts["status"], **over}
    return over


def _status_left(referral: Referral) -> str:
    """The furthest that stays: what has a day, or is the status, though nobody wrote since when."""
    application = referral.application
    left = (name for name in STAYS if getattr(application, name) is not None or application.status == name)
    return next(left, "submitted")


def _need_contract(draft: Draft, referral: Referral, day: dt.date) -> None:
    """Refuse where there is no contract, where it began later, and where the application is over anyway."""
    application = referral.application
    returned = last_return(referral, draft.today)
    days = [step for name in STEPS if (step := getattr(application, name)) is not None]
    days = [step for step in days if returned is None or step >= returned]
    if application.status in ENDED_BADLY:
        raise RefusedEditError(
            f"{referral.name}: the application {how_it_ended(draft, referral)}, and the contract is over with it; "
            f"what is left is to close the referral out: tracker lose {referral.id} --reason REASON"
        )
    if not days and (returned is not None or application.status not in OF_A_CONTRACT):
        raise RefusedEditError(
            f"{referral.name} is not under contract, so none can fall through; "
            f"one is recorded with: tracker mark {referral.id} under-contract"
        )
    if days and min(days) > day:
        raise RefusedEditError(
            f"{referral.name} is under contract since {day_words(min(days), draft.today)}, "
            f"so it cannot have fallen through on {day_words(day, draft.today)}"
        )
