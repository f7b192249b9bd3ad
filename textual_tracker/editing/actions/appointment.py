"""The appointment: agreed, held, missed, called off.

A second one moves the first to `appointment.earlier`, as it was typed. One that took place on another day than the one
agreed keeps that day in `application.moved`.
"""

import datetime as dt

from textual_tracker.core.records import Referral
from textual_tracker.editing.actions.course import (
    fact_day,
    last_return,
    noted,
    put_changed,
    refuse_after_ending,
    typed_facts,
    without_empty,
    written_anew,
)
from textual_tracker.editing.actions.moved import moved
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.moment import Moment, written
from textual_tracker.editing.record_file import ReferralFile
from textual_tracker.editing.words import day_words, moment_words, on_day
from textual_tracker.errors import RefusedEditError

SECTION = "appointment"
SAID = {"held": "appointment held", "no_show": "no-show"}


def set_appointment(referral_id: str, when: Moment, *, agreed: dt.date | None = None, note: str = "") -> Action:
    """An appointment for `when`, agreed on the day `agreed`, `None`: today."""

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        referral = file.record
        day = fact_day(draft, agreed)
        refuse_after_ending(draft, referral, when[0])
        _refuse_past(draft, referral, when[0], day)
        _refuse_same(draft, referral, when)
        _refuse_older(draft, referral, day)
        new = without_empty({"status": "set", "set": day.isoformat(), "date": written(when)})
        before = _before(file)
        more = {"note": note} if note and before else noted(file, SECTION, note)
        draft.edit(file.path, *written_anew(file, SECTION, {**new, **more}, before=before))
        return f"{referral.name}: appointment {moment_words(when, draft.today)}"

    return act


def hold_appointment(referral_id: str, *, on: Moment | None = None, note: str = "") -> Action:
    """The appointment was held, or, where none was agreed, they met; `on` is the day, `None`: as agreed, else today."""

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        referral = file.record
        status = _status(draft, referral)
        if status == "held":
            raise RefusedEditError(
                f"{referral.name}: the appointment was held{_on_its_day(draft, referral)} already; "
                f"the next one is made with: tracker appt {referral.id} WHEN"
            )
        as_agreed = status == "set" or (status is None and not _is_history(draft, referral))
        day = _day(draft, referral, on) if as_agreed else fact_day(draft, on[0] if on else None)
        refuse_after_ending(draft, referral, day)
        if as_agreed:
            return _took_place(draft, file, "held", on, note)
        _refuse_older(draft, referral, day)
        new: dict[str, Value | None] = {"status": "held", "set": day.isoformat()}
        new |= {"date": written(on or (day, None)), "note": note}
        draft.edit(file.path, *written_anew(file, SECTION, without_empty(new), before=_before(file)))
        return f"{referral.name}: {SAID['held']}{on_day(day, draft.today)}"

    return act


def miss_appointment(referral_id: str, *, on: Moment | None = None, note: str = "") -> Action:
    """Nobody came to the appointment; `on` is the day, `None`: as agreed, else today."""

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        referral = file.record
        _need_set(draft, referral, "missed")
        day = _day(draft, referral, on)
        _refuse_missed_before(draft, referral, day)
        refuse_after_ending(draft, referral, day)
        return _took_place(draft, file, "no_show", on, note)

    return act


def cancel_appointment(referral_id: str, *, note: str = "") -> Action:
    """The appointment was called off; its day stays on record."""

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        _need_set(draft, file.record, "cancelled")
        draft.edit(file.path, *put_changed(file, SECTION, {"status": "cancelled", **noted(file, SECTION, note)}))
        return f"{file.record.name}: appointment cancelled"

    return act


def how_it_went(draft: Draft, referral: Referral) -> str:
    """`was held on Mon 9 Mar`, of an appointment that is over; `was cancelled` has no day."""
    said = {"held": "was held", "no_show": "was missed"}.get(referral.appointment.status or "")
    return "was cancelled" if said is None else f"{said}{_on_its_day(draft, referral)}"


def _took_place(draft: Draft, file: ReferralFile, status: str, on: Moment | None, note: str) -> str:
    """Let the appointment on record be over: its own day stays, unless it was another on which it was to be."""
    appointment = file.record.appointment
    agreed = appointment.date
    day = _day(draft, file.record, on)
    if appointment.set is not None and day < appointment.set:
        raise RefusedEditError(
            f"{file.record.name}: the appointment was agreed on {day_words(appointment.set, draft.today)}, "
            f"after {day_words(day, draft.today)}; a meeting before it is logged with: "
            f"tracker log {file.record.id} in_person reached"
        )
    values: dict[str, Value] = {"status": status}
    if agreed is None and appointment.set is None and appointment.status in {None, "none"}:
        values["set"] = day.isoformat()  # they just met: it was agreed by meeting
    if agreed != day:
        values["date"] = written(on or (day, None))
    values |= noted(file, SECTION, note)
    was_moved = agreed is not None and agreed != day
    before = [moved(file, (SECTION, "date"), day)] if was_moved else []
    draft.edit(file.path, *before, *written_anew(file, SECTION, values))
    return f"{file.record.name}: {SAID[status]}{on_day(day, draft.today)}"


def _day(draft: Draft, referral: Referral, on: Moment | None) -> dt.date:
    """The day on which the appointment took place, or should have: `on`, else as agreed, else today."""
    agreed = referral.appointment.date
    if on is None and agreed is not None and agreed <= draft.today:
        return agreed
    return fact_day(draft, on[0] if on else None)


def _is_history(draft: Draft, referral: Referral) -> bool:
    """Whether what is on record was before: of a time before they came back, or only in `earlier`."""
    appointment = referral.appointment
    returned = last_return(referral, draft.today)
    if returned is not None and (appointment.status or appointment.date or appointment.set):
        return not any(day is not None and day >= returned for day in (appointment.set, appointment.date))
    return bool(appointment.earlier) and appointment.status in {None, "none"}


def _status(draft: Draft, referral: Referral) -> str | None:
    """The status of the appointment that counts now; `None` for none."""
    status = referral.appointment.status
    return None if status == "none" or _is_history(draft, referral) else status


def _before(file: ReferralFile) -> dict[str, Value]:
    """What goes to `earlier` when there is a new appointment: the one on record; nothing where there is none.

    Behind others in `earlier` even none is one: else the last of those would seem to have been in force until now.
    """
    appointment = file.record.appointment
    facts = typed_facts(file, SECTION)
    if appointment.status not in {None, "none"} or appointment.date is not None or appointment.set is not None:
        return facts
    return {"status": "none", **facts} if appointment.earlier else {}


def _need_set(draft: Draft, referral: Referral, what: str) -> None:
    status = _status(draft, referral)
    if status == "set":
        return
    if status is None:
        raise RefusedEditError(
            f"{referral.name} has no appointment that could be {what}; "
            f"one is made with: tracker appt {referral.id} WHEN"
        )
    raise RefusedEditError(
        f"{referral.name}: the appointment {how_it_went(draft, referral)} already; "
        f"a slip is corrected with: tracker set {referral.id} appointment.status=STATUS"
    )


def _refuse_missed_before(draft: Draft, referral: Referral, day: dt.date) -> None:
    """Refuse that an appointment was missed on a day before its own."""
    agreed = referral.appointment.date
    if agreed is None or agreed <= day:
        return
    said = f"{referral.name}: the appointment is on {day_words(agreed, draft.today)}"
    if agreed > draft.today:
        raise RefusedEditError(
            f"{said}, which is still ahead; if they called it off: tracker appt {referral.id} cancelled"
        )
    raise RefusedEditError(
        f"{said}, so nobody can have missed it on {day_words(day, draft.today)}; "
        f"that it was missed on its own day is recorded with: tracker appt {referral.id} no-show"
    )


def _on_its_day(draft: Draft, referral: Referral) -> str:
    day = referral.appointment.date
    return "" if day is None else f" on {day_words(day, draft.today)}"


def _refuse_past(draft: Draft, referral: Referral, day: dt.date, agreed: dt.date) -> None:
    if day < agreed:
        raise RefusedEditError(
            f"{day_words(day, draft.today)} is past; a meeting that took place is recorded with: "
            f"tracker appt {referral.id} held --date {day}"
        )


def _refuse_same(draft: Draft, referral: Referral, when: Moment) -> None:
    appointment = referral.appointment
    if _status(draft, referral) == "set" and (appointment.date, appointment.time) == when:
        raise RefusedEditError(
            f"nothing to change: {referral.name}'s appointment is {moment_words(when, draft.today)} already"
        )


def _refuse_older(draft: Draft, referral: Referral, day: dt.date) -> None:
    """Refuse a new appointment that would be older than the one that it takes the place of."""
    known = referral.appointment.set
    if known is not None and day < known:
        raise RefusedEditError(
            f"{referral.name}: the appointment on record was agreed on {day_words(known, draft.today)}, "
            f"after {day_words(day, draft.today)}, so that one cannot come after it"
        )
