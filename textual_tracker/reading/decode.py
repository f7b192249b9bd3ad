"""Data that the schema has judged, to the parts of records.

What is in error was taken out before, and is absent here; an entry of a list without the date that makes it an
entry is left out. Values are those of the data: text as typed, days as text.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from textual_tracker.core.records import (
    Application,
    ApplicationFacts,
    Appointment,
    AppointmentFacts,
    Attempt,
    EndedApplication,
    EndedOutcome,
    Loan,
    LogEntry,
    Move,
    NextStep,
    Outcome,
    PartnerUpdate,
)
from textual_tracker.reading.scalars import moment

Group: TypeAlias = Mapping[str, Any]
T = TypeVar("T")

NO_MOMENT = (None, None)
NO_LOAN = Loan()
NO_APPOINTMENT = Appointment()
NO_APPLICATION = Application()
NO_OUTCOME = Outcome()


def moment_at(group: Group, key: str) -> tuple[dt.date | None, dt.time | None]:
    """The day and the time of day under `key`; `(None, None)` where nothing is."""
    text = group.get(key)
    return (text is not None and moment(text)) or NO_MOMENT


def day_at(group: Group, key: str) -> dt.date | None:
    """The day under `key`, `None` where nothing is."""
    text = group.get(key)
    found = moment(text) if text is not None else None
    return found[0] if found is not None else None


def entries(group: Group, key: str, decode: Callable[[Any], T | None]) -> tuple[T, ...]:
    """The decoded entries of the list under `key`, without those that are no entries."""
    items = group.get(key)
    if not items:
        return ()
    return tuple(entry for item in items if item is not None and (entry := decode(item)) is not None)


def texts(group: Group, key: str) -> tuple[str, ...]:
    """The texts of the list under `key`."""
    items = group.get(key)
    return tuple(item for item in items if item) if items else ()


def attempt(item: Group | str) -> Attempt | None:
    """A contact attempt or a touch; a bare date is enough."""
    if isinstance(item, str):
        bare = moment(item)
        return Attempt(date=bare[0], time=bare[1]) if bare is not None else None
    day, time = moment_at(item, "date")
    if day is None:
        return None
    get = item.get
    return Attempt(
        date=day, time=time, channel=get("channel"), result=get("result"), by=get("by"), note=get("note", "")
    )


def update(item: Group) -> PartnerUpdate | None:
    """Word given to a partner."""
    day, time = moment_at(item, "date")
    if day is None:
        return None
    get = item.get
    return PartnerUpdate(
        date=day,
        time=time,
        partner=get("partner"),
        by=get("by"),
        channel=get("channel"),
        about=get("about"),
        note=get("note", ""),
    )


def log_entry(item: Group) -> LogEntry | None:
    """A line of the log."""
    day, time = moment_at(item, "date")
    return LogEntry(date=day, time=time, by=item.get("by"), note=item.get("note", "")) if day is not None else None


def loan(group: Group | None) -> Loan:
    """What the borrower wants."""
    if not group:
        return NO_LOAN
    return Loan(purpose=group.get("purpose"), program=group.get("program"), amount=group.get("amount"))


def next_step(group: Group | None) -> NextStep | None:
    """What is to be done next; an empty one is none."""
    if not group:
        return None
    return NextStep(due=day_at(group, "due"), who=group.get("who"), action=group.get("action", ""))


def appointment(group: Group | None) -> Appointment:
    """The appointment, with what it was before."""
    if not group:
        return NO_APPOINTMENT
    return Appointment(**_appointment_facts(group), earlier=entries(group, "earlier", _earlier_appointment))


def _earlier_appointment(group: Group) -> AppointmentFacts | None:
    return AppointmentFacts(**_appointment_facts(group)) if group else None


def _appointment_facts(group: Group) -> dict[str, Any]:
    day, time = moment_at(group, "date")
    return {
        "status": group.get("status"),
        "set": day_at(group, "set"),
        "date": day,
        "time": time,
        "note": group.get("note", ""),
    }


_DATES_OF_AN_APPLICATION = tuple(name for name in ApplicationFacts.__struct_fields__ if name not in {"status", "note"})


def application(group: Group | None) -> Application:
    """The application, with what ended before it and the dates that were moved."""
    if not group:
        return NO_APPLICATION
    return Application(
        **_application_facts(group),
        earlier=entries(group, "earlier", _ended_application),
        moved=entries(group, "moved", _move),
    )


def _ended_application(group: Group) -> EndedApplication | None:
    if not group:
        return None
    return EndedApplication(**_application_facts(group), ended=day_at(group, "ended"), reason=group.get("reason"))


def _application_facts(group: Group) -> dict[str, Any]:
    facts: dict[str, Any] = {name: day_at(group, name) for name in _DATES_OF_AN_APPLICATION if name in group}
    facts["status"] = group.get("status")
    facts["note"] = group.get("note", "")
    return facts


def _move(group: Group) -> Move | None:
    day = day_at(group, "date")
    if day is None:
        return None
    return Move(date=day, what=group.get("what"), before=day_at(group, "from"), note=group.get("note", ""))


def outcome(group: Group | None) -> Outcome:
    """The outcome, with what it was before the referral came back."""
    if not group:
        return NO_OUTCOME
    return Outcome(**_outcome_facts(group), earlier=entries(group, "earlier", _ended_outcome))


def _ended_outcome(group: Group) -> EndedOutcome | None:
    return EndedOutcome(**_outcome_facts(group), ended=day_at(group, "ended")) if group else None


def _outcome_facts(group: Group) -> dict[str, Any]:
    return {
        "status": group.get("status"),
        "date": day_at(group, "date"),
        "reason": group.get("reason"),
        "amount": group.get("amount"),
        "revisit": day_at(group, "revisit"),
        "note": group.get("note", ""),
    }


_ENTRIES: Mapping[str, Callable[[Any], object]] = MappingProxyType({
    "contact_attempts": attempt,
    "touches": attempt,
    "partner_updates": update,
    "log": log_entry,
    "moved": _move,
})  # fmt: skip
"""The lists whose entries need a date to be entries; those of other lists need only hold something."""


def entry_numbers(data: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A record's path (its numbers count the entries that were decoded) as a path in the data of its file."""
    found: list[str | int] = []
    for element in path:
        if isinstance(data, list) and isinstance(element, int):
            decode = _ENTRIES.get(str(found[-1]) if found else "", bool)
            kept = [number for number, item in enumerate(data) if item is not None and decode(item)]
            element = kept[element] if element < len(kept) else element  # noqa: PLW2901 - the same element, renumbered
        found.append(element)
        data = _inside(data, element)
    return tuple(found)


def _inside(data: Any, element: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(str(element))
    return data[element] if isinstance(data, list) and isinstance(element, int) and element < len(data) else None
