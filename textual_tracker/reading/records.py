"""One record of each kind, from the data of its file and the name of its file."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.reading import decode
from textual_tracker.reading.data import Data
from textual_tracker.reading.names import day_in, name_in, officer_folder, stem
from textual_tracker.reading.schema import Kind
from textual_tracker.reading.settings import settings

Record: TypeAlias = Referral | Day | Partner | Settings


def referral(path: str, data: Data) -> Referral | None:
    """A referral; `None` where its name or the day on which it was received cannot be had."""
    group = data.value
    record_id = stem(path)
    borrower = group.get("borrower") or {}
    if isinstance(borrower, str):
        borrower = {"name": borrower}
    received, time = decode.moment_at(group, "received")
    if received is None:
        received, time = day_in(record_id), None
        if received is None:
            data.blame_node(data.root, "missing", _NO_DAY, "for example received: 2026-03-02", ("received",))
    name = _name(data, borrower, record_id)
    if _has_no_source(data):
        data.blame_node(data.root, "missing", _NO_SOURCE, "for example source: real_estate_agent", ("source",))
    if received is None or not name:
        return None
    get, person = group.get, borrower.get
    return Referral(
        id=record_id,
        path=path,
        name=name,
        received=received,
        received_time=time,
        phone=person("phone", ""),
        email=person("email", ""),
        co_borrower=person("co_borrower", ""),
        best_time=person("best_time", ""),
        do_not_contact=person("do_not_contact", False),
        source=get("source"),
        partner=get("partner"),
        also_tell=decode.texts(group, "also_tell"),
        officer=get("officer"),
        loan=decode.loan(get("loan")),
        contact_attempts=decode.entries(group, "contact_attempts", decode.attempt),
        appointment=decode.appointment(get("appointment")),
        application=decode.application(get("application")),
        outcome=decode.outcome(get("outcome")),
        partner_updates=decode.entries(group, "partner_updates", decode.update),
        next_step=decode.next_step(get("next_step")),
        log=decode.entries(group, "log", decode.log_entry),
        consent_to_share=get("consent_to_share", "status_only"),
        tags=decode.texts(group, "tags"),
        notes=get("notes", ""),
        extra=tuple(data.extra),
        faulty=bool(data.faults),
    )


_NO_SOURCE = "a referral needs its source, or the partner who sent it"
_NO_DAY = "a referral needs the day on which it was received: in the name of its file, or here"


def _has_no_source(data: Data) -> bool:
    """Whether nothing was written from which a source could be told, not even something in error."""
    return not any(key in data.value or (key,) in data.bad for key in ("source", "partner"))


def day(path: str, data: Data) -> Day | None:
    """A day's activity; `None` where neither the name of its file nor the file tells which day."""
    group = data.value
    date = day_in(stem(path)) or decode.day_at(group, "date")
    if date is None:
        message = "a day's file needs its date: as its name, or here"
        data.blame_node(data.root, "missing", message, "name the file 2026-03-02.yaml", ("date",))
        return None
    get = group.get
    day_off = get("day_off", "")
    return Day(
        id=stem(path),
        path=path,
        date=date,
        officer=officer_folder(path),
        calls=get("calls"),
        follow_ups=get("follow_ups"),
        notes=get("notes"),
        conversations=get("conversations"),
        appointments=get("appointments"),
        custom=tuple((kind, count) for kind, count in get("custom", {}).items() if count is not None),
        day_off=day_off if isinstance(day_off, str) else "day_off" if day_off else "",
        comment=get("comment", ""),
        extra=tuple(data.extra),
        faulty=bool(data.faults),
    )


def partner(path: str, data: Data) -> Partner | None:
    """A partner; `None` where there is no name, not even in the name of the file."""
    group = data.value
    name = _name(data, group, stem(path))
    if not name:
        return None
    get = group.get
    return Partner(
        id=stem(path),
        path=path,
        name=name,
        type=get("type"),
        company=get("company", ""),
        phone=get("phone", ""),
        email=get("email", ""),
        tier=get("tier"),
        since=decode.day_at(group, "since"),
        update_days=get("update_days"),
        prefers=get("prefers"),
        status=get("status", "active"),
        touches=decode.entries(group, "touches", decode.attempt),
        notes=get("notes", ""),
        extra=tuple(data.extra),
        faulty=bool(data.faults),
    )


def _name(data: Data, group: Mapping[str, Any], record_id: str) -> str:
    """The name as typed, else the words of the file's name, so that no typo hides a person."""
    name: str = group.get("name", "")
    if name.strip():
        return name
    if name:
        data.blame_node(data.root, "missing", "the name is nothing but spaces", "write a name", ("name",))
    return name_in(record_id)


RECORD_OF: Mapping[Kind, Callable[[str, Data], Record | None]] = MappingProxyType({
    "referral": referral,
    "activity": day,
    "partner": partner,
    "journal": settings,
})  # fmt: skip
