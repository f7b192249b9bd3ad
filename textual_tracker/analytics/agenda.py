"""What to do today: the next call, deadlines, people to call, appointments, partners to tell, the weekday's list."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from textual_tracker.analytics.activity.counters import Activity, DayActivity
from textual_tracker.analytics.partners.care import PartnerRow, ToTell, untold
from textual_tracker.analytics.rules import STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, stalled_rows
from textual_tracker.analytics.theirs import is_officers, is_theirs
from textual_tracker.analytics.weekday_list import WeekdayList, weekday_list
from textual_tracker.core.records import Referral

DEADLINE_BAND = 1
APPOINTMENT_PASSED = "appointment_passed"


class Meeting(Struct, frozen=True):
    """An appointment of today, or one whose day is over and of which nobody has recorded what happened.

    `passed`: its hour, or its day, is over: held or no-show?
    """

    referral: Referral
    date: dt.date
    time: dt.time | None
    passed: bool


class Agenda(Struct, frozen=True, kw_only=True):
    """The day, in the order in which to deal with it.

    `next_row` is whom to deal with first: the first that is stalled, else the first at risk.
    """

    date: dt.date
    next_row: StalledRow | None
    deadlines: tuple[StalledRow, ...]
    calls: tuple[StalledRow, ...]
    appointments: tuple[Meeting, ...]
    tell: tuple[ToTell, ...]
    week: WeekdayList | None
    activity: DayActivity
    streak: int


def agenda(snapshot: Snapshot, *, now: dt.time | None = None, who: str | None = None) -> Agenda:
    """Put the day together.

    Args:
        snapshot: The journal as of the day.
        now: The time of day, which tells the appointments that are over; `None`: all of today's are still ahead.
        who: The id of an officer, or the name in a next step: only what is theirs.
    """
    rows = stalled_rows(snapshot, at_risk=True)
    if who is not None:
        rows = [row for row in rows if is_theirs(row, who, snapshot)]
    deadlines = [row for row in rows if row.firing.band == DEADLINE_BAND]
    calls = [row for row in rows if row.firing.band > DEADLINE_BAND and row.firing.rule != APPOINTMENT_PASSED]
    officers = snapshot.journal.settings.officers
    activity = Activity(snapshot, who if who in officers else None)
    return Agenda(
        date=snapshot.today,
        next_row=next((row for row in rows if row.firing.level == STALLED), next(iter(rows), None)),
        deadlines=tuple(deadlines),
        calls=tuple(calls),
        appointments=tuple(_appointments(snapshot, rows, now, who)),
        tell=tuple(_to_tell(snapshot, who)),
        week=weekday_list(snapshot),
        activity=activity.day(snapshot.today),
        streak=activity.streak(),
    )


def _appointments(
    snapshot: Snapshot, rows: Iterable[StalledRow], now: dt.time | None, who: str | None
) -> list[Meeting]:
    passed = [
        Meeting(row.referral, row.firing.since, row.standing.appointment.time, passed=True)
        for row in rows
        if row.firing.rule == APPOINTMENT_PASSED
    ]
    today = [
        Meeting(referral, snapshot.today, time, passed=now is not None and time is not None and time < now)
        for referral, time in snapshot.of_unsettled(_meets_today).values()
        if is_officers(referral, who, snapshot)
    ]
    return sorted((*passed, *today), key=lambda meeting: (meeting.date, meeting.time or dt.time(), meeting.referral.id))


def _meets_today(snapshot: Snapshot, referral: Referral) -> tuple[Referral, dt.time | None] | None:
    """The hour of an appointment that is today, and still a plan."""
    if referral.appointment.status != "set" or referral.appointment.date != snapshot.today:
        return None
    standing = snapshot.standing(referral)
    if not standing.is_open or standing.appointment.status != "set":
        return None
    return referral, standing.appointment.time


def _to_tell(snapshot: Snapshot, who: str | None) -> list[ToTell]:
    """One row a partner, in the order of their worst row."""
    by_partner: dict[str, list[PartnerRow]] = {}
    for row in untold(snapshot, at_risk=True):
        if row.referral is None or is_officers(row.referral, who, snapshot):
            by_partner.setdefault(row.partner, []).append(row)
    return [ToTell(partner, tuple(rows)) for partner, rows in by_partner.items()]
