"""Short builders of records. Days are written as in a journal: `"2026-03-02"`, with a time `"2026-03-02T16:40"`.

An attempt is written in one line, `"2026-03-02 call left_message"`, an update to a partner likewise,
`"2026-03-03 text contacted"` (what it was about; after an `@` to whom: `"2026-03-03 text contacted @mike-tran"`).
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import (
    Application,
    Appointment,
    Attempt,
    Day,
    EndedApplication,
    EndedOutcome,
    Loan,
    LogEntry,
    Move,
    NextStep,
    Outcome,
    Partner,
    PartnerUpdate,
    Referral,
)
from textual_tracker.core.settings import Goals, Settings


def day(text: str) -> dt.date:
    """The day of `2026-03-02`."""
    return dt.date.fromisoformat(text)


def dated(facts: dict[str, Any]) -> dict[str, Any]:
    """`facts` with every text that is a day made one; a time of day goes to the field for it."""
    values: dict[str, Any] = {}
    for name, value in facts.items():
        if isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-":
            written, _, clock = value.partition("T")
            values[name] = day(written)
            if clock:
                values["received_time" if name == "received" else "time"] = dt.time.fromisoformat(clock)
        else:
            values[name] = value
    return values


def _nested(facts: dict[str, Any]) -> dict[str, Any]:
    """`facts` with days made of texts, and tuples of lists."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in dated(facts).items()}


def attempt(text: str, **more: Any) -> Attempt:
    """`"2026-03-02T10:15 call reached"`; the channel and the result may be left out."""
    date, channel, result, *_ = (*text.split(), None, None)
    return Attempt(**dated({"date": date}), channel=channel, result=result, **more)


def attempts(*texts: str) -> tuple[Attempt, ...]:
    """Several attempts."""
    return tuple(attempt(text) for text in texts)


def update(text: str, **more: Any) -> PartnerUpdate:
    """`"2026-03-03 text contacted @mike-tran"`: day, channel, what about, to whom."""
    words, _, partner = text.partition(" @")
    date, channel, about, *_ = (*words.split(), None, None)
    return PartnerUpdate(**dated({"date": date}), channel=channel, about=about, partner=partner or None, **more)


def updates(*texts: str) -> tuple[PartnerUpdate, ...]:
    """Several updates."""
    return tuple(update(text) for text in texts)


def appointment(status: str | None = None, **facts: Any) -> Appointment:
    """An appointment; those of `earlier` are built with this function too."""
    return Appointment(status=status, **_nested(facts))


def application(status: str | None = None, **facts: Any) -> Application:
    """An application; those of `earlier` are built with `ended_application`, the items of `moved` with `move`."""
    return Application(status=status, **_nested(facts))


def ended_application(ended: str, status: str | None = None, **facts: Any) -> EndedApplication:
    """A contract or an application that ended."""
    return EndedApplication(status=status, ended=day(ended), **dated(facts))


def move(date: str, what: str = "expected_close", before: str | None = None) -> Move:
    """A date that was put off on `date`."""
    return Move(date=day(date), what=what, before=day(before) if before else None)


def outcome(status: str | None = None, date: str | None = None, **facts: Any) -> Outcome:
    """An ending; those of `earlier` are built with `ended_outcome`."""
    return Outcome(status=status, date=day(date) if date else None, **_nested(facts))


def ended_outcome(status: str, date: str | None, ended: str, **facts: Any) -> EndedOutcome:
    """An ending that held from `date` until the referral came back on `ended`."""
    return EndedOutcome(status=status, date=day(date) if date else None, ended=day(ended), **dated(facts))


def log(*dates: str) -> tuple[LogEntry, ...]:
    """Log entries of these days."""
    return tuple(LogEntry(**dated({"date": date})) for date in dates)


def next_step(due: str, action: str = "collect pay stubs", who: str | None = None) -> NextStep:
    """What is to be done next."""
    return NextStep(due=day(due), action=action, who=who)


def loan(amount: int | None = None, **more: Any) -> Loan:
    """A loan of so many dollars."""
    return Loan(amount=amount, **more)


def make_referral(name: str = "Dana Ortiz", received: str = "2026-03-02", **facts: Any) -> Referral:
    """A referral, whose id is made as the program makes it unless `id` is given."""
    stem = f"{received[:10]}-{name.lower().replace(' ', '-')}"
    record_id = facts.pop("id", stem)
    path = f"referrals/{received[:4]}/{record_id}.yaml"
    return Referral(id=record_id, path=path, name=name, **dated({"received": received, **facts}))


def make_partner(partner_id: str = "sarah-chen", **facts: Any) -> Partner:
    """A partner: an agent, unless `type` says otherwise."""
    name = partner_id.replace("-", " ").title()
    return replace(
        Partner(id=partner_id, path=f"partners/{partner_id}.yaml", name=name, type="real_estate_agent"), **dated(facts)
    )


def make_day(date: str, officer: str = "", **counters: Any) -> Day:
    """A day's activity as typed."""
    folder = f"activity/{officer}/" if officer else "activity/"
    return Day(id=date, path=f"{folder}{date[:4]}/{date}.yaml", date=day(date), officer=officer, **counters)


def make_settings(
    holidays: Iterable[str] = (),
    days_off: Iterable[str] = (),
    daily: dict[str, int] | None = None,
    **settings: Any,
) -> Settings:
    """The settings of a journal; `daily` are its goals."""
    return Settings(
        holidays=tuple(map(day, holidays)),
        days_off=tuple(map(day, days_off)),
        goals=Goals(daily=daily or {}),
        **settings,
    )


def make_journal(*records: Referral | Partner | Day, settings: Settings | None = None) -> Journal:
    """A journal of these records."""
    return Journal(
        settings=settings or Settings(),
        referrals={record.id: record for record in records if isinstance(record, Referral)},
        partners={record.id: record for record in records if isinstance(record, Partner)},
        days={(record.officer, record.id): record for record in records if isinstance(record, Day)},
    )
