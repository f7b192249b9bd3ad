"""The milestones and deadlines of a loan application.

A milestone's day is written once. The status is raised to what the milestone means, and never lowered. A deadline that
is put off keeps its old day in `application.moved`; an application that ended badly, or before a return, goes to
`application.earlier` when a new one begins.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from textual_tracker.core.records import Referral
from textual_tracker.core.stages import ENDED_BADLY
from textual_tracker.core.vocabulary import APPLICATION_STATUSES
from textual_tracker.editing.actions.application import (
    SECTION,
    ended_on,
    how_it_ended,
    is_of_before_a_return,
    is_over,
)
from textual_tracker.editing.actions.contract import GOES, fell_through
from textual_tracker.editing.actions.course import (
    fact_day,
    last_return,
    noted,
    refuse_after_ending,
    without_empty,
    written_anew,
)
from textual_tracker.editing.actions.deadline import set_deadline
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.record_file import ReferralFile
from textual_tracker.editing.words import day_words, on_day, plain_word
from textual_tracker.errors import RefusedEditError, UsageError

FELL_THROUGH: Final = "fell-through"
DATED: Final = "under-contract or conditional-approval"
"""What means as much as in-process, and has a day."""


class Milestone(NamedTuple):
    """One thing to mark: `says` is its sentence's end; `field` its day's key, and `status` what it means, if anything.

    A `deadline` lies ahead and may be put off; any other is a fact.
    """

    says: str
    field: str | None
    status: str | None = None
    deadline: bool = False


MILESTONES: Final[Mapping[str, Milestone]] = MappingProxyType({
    "started": Milestone("application started", "started", "started"),
    "submitted": Milestone("application submitted", "submitted", "submitted"),
    "preapproved": Milestone("pre-approved", "preapproved", "preapproved"),
    "in-process": Milestone("in process", None, "in_process"),
    "under-contract": Milestone("under contract", "under_contract", "in_process"),
    "appraisal-ordered": Milestone("appraisal ordered", "appraisal_ordered"),
    "appraisal-received": Milestone("appraisal received", "appraisal_received"),
    "conditional-approval": Milestone("conditional approval", "conditional_approval", "in_process"),
    "clear-to-close": Milestone("clear to close", "clear_to_close", "clear_to_close"),
    "denied": Milestone("application denied", "decided", "denied"),
    "withdrawn": Milestone("application withdrawn", "decided", "withdrawn"),
    "incomplete": Milestone("application incomplete", "decided", "incomplete"),
    FELL_THROUGH: Milestone("contract fell through", None),
    "expected-close": Milestone("closing", "expected_close", deadline=True),
    "lock-expires": Milestone("rate lock", "lock_expires", deadline=True),
    "expires": Milestone("pre-approval letter", "expires", deadline=True),
})  # fmt: skip
"""What can be marked, by the word that is typed, in the order in which a loan passes them."""


def mark(
    referral_id: str,
    milestone: str,
    *,
    on: dt.date | None = None,
    day: dt.date | None = None,
    note: str = "",
    reason: str | None = None,
) -> Action:
    """A milestone or a deadline. `day` is its day; `on` the day on which that was so or agreed; `None`: today.

    A deadline needs `day`. Only a contract that fell through has a `reason`.
    """
    if milestone == FELL_THROUGH:
        return fell_through(referral_id, on=day or on, reason=reason or "contract_fell_through", note=note)
    marked = MILESTONES.get(milestone)

    def act(draft: Draft) -> str:
        if marked is None:
            raise UsageError(f'"{milestone}" is no milestone: {", ".join(MILESTONES)}')
        if reason is not None:
            raise UsageError(f"only {FELL_THROUGH} has a reason; why a referral is lost is told by lose")
        file = draft.referral(referral_id)
        if not marked.deadline:
            return _reached(draft, file, marked, fact_day(draft, day or on), note)
        if day is None or marked.field is None:
            raise UsageError(f"which day? tracker mark {referral_id} {milestone} DATE")
        return set_deadline(draft, file, marked.field, marked.says, day, fact_day(draft, on), note)

    return act


def _reached(draft: Draft, file: ReferralFile, marked: Milestone, day: dt.date, note: str) -> str:
    referral = file.record
    refuse_after_ending(draft, referral, day)
    before = _over(draft, file, marked, day)
    values: dict[str, Value] = without_empty({"status": _status_after(referral, marked, new=before is not None)})
    if marked.field is None:
        _refuse_undatable(draft, referral, marked, day, values)
    else:
        if before is None:
            _refuse_dated(draft, referral, marked, marked.field, day)
        values[marked.field] = day.isoformat()
    values |= noted(file, SECTION, note) if before is None else without_empty({"note": note})
    draft.edit(file.path, *written_anew(file, SECTION, values, before=before))
    return f"{referral.name}: {marked.says}{on_day(day, draft.today)}{_since_when(referral, marked, before)}"


def _over(draft: Draft, file: ReferralFile, marked: Milestone, day: dt.date) -> dict[str, Value] | None:
    """The application on record as one that ended, where this milestone is the first of another; else `None`."""
    referral = file.record
    if is_of_before_a_return(draft, referral, day):
        return ended_on(file, day)
    if not is_over(referral, day):
        return None
    if marked.status in ENDED_BADLY:
        raise RefusedEditError(
            f"{referral.name}: the application {how_it_ended(draft, referral)} already; "
            f"what is left is to close the referral out: tracker lose {referral.id} --reason REASON"
        )
    return ended_on(file, day)


def _status_after(referral: Referral, marked: Milestone, *, new: bool) -> str | None:
    """The status to write: what the milestone means, where that is further than what is written; else `None`."""
    known = referral.application.status
    if marked.status is None or new or known is None:
        return marked.status
    if known in ENDED_BADLY:  # the milestone is one of before that end
        return None
    rank = APPLICATION_STATUSES.index  # denied, withdrawn and incomplete come last
    return marked.status if rank(marked.status) > rank(known) else None


def _refuse_undatable(
    draft: Draft, referral: Referral, marked: Milestone, day: dt.date, values: dict[str, Value]
) -> None:
    """Refuse a milestone without a day of its own where it changes nothing, is told of a day, or would not count."""
    if not values:
        said = plain_word(referral.application.status or "")
        raise RefusedEditError(f"nothing to change: {referral.name} is {said} already")
    if day != draft.today:
        raise RefusedEditError(f'"{marked.says}" has no day of its own: mark {DATED} with its day')
    returned = last_return(referral, draft.today)
    if returned is not None and not _is_dated(referral, returned):
        raise RefusedEditError(
            f"{referral.name} came back on {day_words(returned, draft.today)}, and since then only what has a day "
            f'counts; "{marked.says}" has none of its own: mark {DATED} with its day'
        )


def _since_when(referral: Referral, marked: Milestone, before: dict[str, Value] | None) -> str:
    """What is to be known of a status that has no day, for it holds on every day before as well; "" of any other."""
    if marked.field is not None or marked.status is None or (before is None and _is_dated(referral)):
        return ""
    return f" (since when is not known; {DATED} has a day)"


def _is_dated(referral: Referral, since: dt.date | None = None) -> bool:
    """Whether something tells since when the application is in process, and that it has been so after `since`."""
    days = (referral.application.under_contract, referral.application.conditional_approval)
    return any(day is not None and (since is None or day >= since) for day in days)


def _refuse_dated(draft: Draft, referral: Referral, marked: Milestone, field: str, day: dt.date) -> None:
    """Refuse a milestone that has a day already."""
    known: dt.date | None = getattr(referral.application, field)
    if known is None or (known == day and marked.status in ENDED_BADLY):
        return
    said = f"{referral.name}: {marked.says} on {day_words(known, draft.today)} is on record already"
    if known == day:
        raise RefusedEditError(f"{said}, so there is nothing to change")
    if field in GOES:
        said += f"; before another contract, this one fell through: tracker mark {referral.id} {FELL_THROUGH}"
    raise RefusedEditError(f"{said}; a wrong day is corrected with: tracker set {referral.id} {SECTION}.{field}={day}")
