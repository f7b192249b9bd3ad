"""A deadline of the loan: the closing, the end of the rate lock or of the letter. One put off keeps its old day."""

import datetime as dt

from textual_tracker.core.stages import ENDED_BADLY
from textual_tracker.editing.actions.application import SECTION, ended_on, how_it_ended, is_of_before_a_return
from textual_tracker.editing.actions.course import noted, refuse_after_ending, without_empty, written_anew
from textual_tracker.editing.actions.moved import moved
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.record_file import ReferralFile
from textual_tracker.editing.words import day_words
from textual_tracker.errors import RefusedEditError


def set_deadline(draft: Draft, file: ReferralFile, field: str, says: str, day: dt.date, on: dt.date, note: str) -> str:
    """Let the deadline `field` be `day`, as agreed on the day `on`; `says` is what people call it."""
    referral = file.record
    refuse_after_ending(draft, referral, day)
    _refuse_ended(draft, file, day)
    said = day_words(day, draft.today)
    values: dict[str, Value] = {field: day.isoformat()}
    if is_of_before_a_return(draft, referral, on):
        values |= without_empty({"note": note})
        draft.edit(file.path, *written_anew(file, SECTION, values, before=ended_on(file, on)))
        return f"{referral.name}: {says} {said}"
    old: dt.date | None = getattr(referral.application, field)
    if old is None:
        draft.edit(file.path, *written_anew(file, SECTION, {**values, **noted(file, SECTION, note)}))
        return f"{referral.name}: {says} {said}"
    if old == day:
        raise RefusedEditError(f"nothing to change: {referral.name}'s {says} is {said} already")
    draft.edit(file.path, moved(file, (SECTION, field), on, note), *written_anew(file, SECTION, values))
    return f"{referral.name}: {says} moved from {day_words(old, draft.today)} to {said}"


def _refuse_ended(draft: Draft, file: ReferralFile, day: dt.date) -> None:
    """Refuse a deadline for after an application that was denied, withdrawn or left incomplete."""
    referral = file.record
    application = referral.application
    if application.status in ENDED_BADLY and (application.decided is None or day > application.decided):
        raise RefusedEditError(
            f"{referral.name}: the application {how_it_ended(draft, referral)}; "
            f"a new one is begun with: tracker mark {referral.id} started"
        )
