"""How a referral ends, and how it comes back. An ending that another takes the place of goes to `outcome.earlier`."""

import datetime as dt

from textual_tracker.core.records import Referral
from textual_tracker.core.stages import ENDINGS
from textual_tracker.core.standing import standing
from textual_tracker.core.vocabulary import REASONS
from textual_tracker.editing.actions.course import (
    ended_words,
    fact_day,
    last_return,
    noted,
    typed_facts,
    without_empty,
    written_anew,
)
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.record_file import ReferralFile
from textual_tracker.editing.words import day_words, money, on_day, plain_word
from textual_tracker.errors import RefusedEditError, UsageError

SECTION = "outcome"
OTHER = "other"


def close(referral_id: str, *, amount: int | None = None, on: dt.date | None = None, note: str = "") -> Action:
    """The loan closed on the day `on`, `None`: today; without `amount`, dollars, what the loan was to be counts."""

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        referral, day = file.record, fact_day(draft, on)
        known = referral.loan.amount if amount is None else amount
        _end(draft, file, {"status": "closed", "date": day.isoformat(), "amount": known}, note)
        return f"{referral.name}: closed{on_day(day, draft.today)}{_amount_words(referral, amount)}"

    return act


def lose(
    referral_id: str, reason: str, *, on: dt.date | None = None, note: str = "", revisit: dt.date | None = None
) -> Action:
    """The referral was lost on the day `on`, `None`: today; on `revisit` it may have a second chance.

    The reason `other` needs a note.
    """

    def act(draft: Draft) -> str:
        if reason not in REASONS:
            raise UsageError(f'"{reason}" is no reason: {", ".join(REASONS)}')
        if reason == OTHER and not note.strip():
            raise UsageError("the reason other needs a note that says what it was")
        file = draft.referral(referral_id)
        day = fact_day(draft, on)
        again = "" if revisit is None else f", second chance {_ahead(draft, revisit, day)}"
        new: dict[str, Value | None] = {"status": "lost", "date": day.isoformat(), "reason": reason}
        new["revisit"] = None if revisit is None else revisit.isoformat()
        _end(draft, file, new, note)
        return f"{file.record.name}: lost ({plain_word(reason)}){on_day(day, draft.today)}{again}"

    return act


def nurture(referral_id: str, revisit: dt.date, *, on: dt.date | None = None, note: str = "") -> Action:
    """The referral is left alone until `revisit`, from the day `on`, `None`: today.

    Where it is in nurture already its `revisit` alone becomes another; the old day is kept in words in `outcome.note`.
    """

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        day = fact_day(draft, on)
        said = _ahead(draft, revisit, day)
        if standing(file.record, draft.today).outcome.status == "nurture":
            return _put_off(draft, file, revisit, day, note)
        _end(draft, file, {"status": "nurture", "date": day.isoformat(), "revisit": revisit.isoformat()}, note)
        since = "" if day == draft.today else f", since {day_words(day, draft.today)}"
        return f"{file.record.name}: nurture until {said}{since}"

    return act


def reopen(referral_id: str, *, on: dt.date | None = None, note: str = "") -> Action:
    """The referral came back on the day `on`, `None`: today; the ending goes to `earlier`."""

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        referral, day = file.record, fact_day(draft, on)
        if referral.outcome.status not in ENDINGS:
            raise RefusedEditError(f"nothing to change: {referral.name} is open")
        _refuse_before(draft, referral, day)
        _refuse_before_return(draft, referral, day)
        new = without_empty({"status": "open", "note": note})
        draft.edit(file.path, *written_anew(file, SECTION, new, before=_ended(file, day)))
        return f"{referral.name}: open again{on_day(day, draft.today)}"

    return act


def _put_off(draft: Draft, file: ReferralFile, revisit: dt.date, day: dt.date, note: str) -> str:
    """Let the nurture that goes on end on another day: nobody came back, so it is no ending that takes its place."""
    referral, old = file.record, file.record.outcome.revisit
    said = f"{referral.name}: nurture until {day_words(revisit, draft.today)}"
    if old == revisit:
        raise RefusedEditError(
            f"nothing to change: {referral.name} is in nurture until {day_words(revisit, draft.today)} already"
        )
    _refuse_before(draft, referral, day)
    values: dict[str, Value] = {"revisit": revisit.isoformat()}
    if old is None:
        draft.edit(file.path, *written_anew(file, SECTION, values | noted(file, SECTION, note)))
        return said
    moved = "put off" if revisit > old else "brought forward"
    words = f"revisit {moved} from {old} on {day}"
    values |= noted(file, SECTION, f"{words}; {note}" if note else words)
    draft.edit(file.path, *written_anew(file, SECTION, values))
    since = "" if day == draft.today else f", {moved}{on_day(day, draft.today)}"
    return f"{said} (was {day_words(old, draft.today)}){since}"


def _end(draft: Draft, file: ReferralFile, values: dict[str, "Value | None"], note: str) -> None:
    """Write an ending; one that it takes the place of goes to `earlier`."""
    referral = file.record
    status, day = str(values["status"]), dt.date.fromisoformat(str(values["date"]))
    _refuse_before_return(draft, referral, day)
    known = referral.outcome
    before: dict[str, Value] | None = None
    if known.status in ENDINGS:
        _refuse_again(draft, referral, status)
        _refuse_before(draft, referral, day)
        before = _ended(file, day)
    elif known.date not in {None, day}:
        raise RefusedEditError(
            f"{referral.name}: the outcome has a day, {known.date}, but no ending; "
            f"say first what that day was, or take it out: tracker set {referral.id} outcome.date="
        )
    new = without_empty(values) | (without_empty({"note": note}) if before else noted(file, SECTION, note))
    draft.edit(file.path, *written_anew(file, SECTION, new, before=before))


def _ended(file: ReferralFile, day: dt.date) -> dict[str, Value]:
    return {**typed_facts(file, SECTION), "ended": day.isoformat()}


def _refuse_again(draft: Draft, referral: Referral, status: str) -> None:
    known = referral.outcome.status
    if known == status != "nurture":
        raise RefusedEditError(
            f"{ended_words(draft, referral)} already; what is wrong in it is corrected with: "
            f"tracker set {referral.id} outcome.KEY=VALUE"
        )
    if known == "closed":
        way = f"who comes back is opened again with: tracker reopen {referral.id}"
        if status == "nurture":
            way = f"a day to get in touch is set with: tracker set {referral.id} outcome.revisit=DATE"
        raise RefusedEditError(f"{ended_words(draft, referral)}, and a closing stays one; {way}")


def _refuse_before(draft: Draft, referral: Referral, day: dt.date) -> None:
    known = referral.outcome.date
    if known is not None and day < known:
        raise RefusedEditError(f"{ended_words(draft, referral)}, which is after {day_words(day, draft.today)}")


def _refuse_before_return(draft: Draft, referral: Referral, day: dt.date) -> None:
    """Refuse an ending, or another return, of before the last return: it would not count."""
    returned = last_return(referral, draft.today)
    if returned is not None and day < returned:
        raise RefusedEditError(
            f"{referral.name} came back on {day_words(returned, draft.today)}, which is after "
            f"{day_words(day, draft.today)}; what was before that is written into outcome.earlier: "
            f"tracker edit {referral.id}"
        )


def _ahead(draft: Draft, revisit: dt.date, day: dt.date) -> str:
    """The day of a second chance, in words."""
    said = day_words(revisit, draft.today)
    if revisit <= day:
        raise RefusedEditError(f"{said} is no day to come; a second chance lies after the ending")
    return said


def _amount_words(referral: Referral, amount: int | None) -> str:
    if amount is not None:
        return f", {money(amount)}"
    if referral.loan.amount is not None:
        return f", {money(referral.loan.amount)} (the loan's amount)"
    return "; the amount is not known yet"
