"""What Today shows, worked out of one look: the agenda in sections, as far as they match the query."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual_tracker.analytics.activity.counters import Activity, DayActivity
from textual_tracker.analytics.activity.records import DayRecord, DayRecords
from textual_tracker.analytics.agenda import APPOINTMENT_PASSED, Agenda, Meeting, agenda
from textual_tracker.analytics.next_up import NextUp, next_up
from textual_tracker.analytics.nobodys import nobodys_open
from textual_tracker.analytics.partners.care import ToTell
from textual_tracker.analytics.pipeline import Column, board
from textual_tracker.analytics.query.query import Query, officer_of, select
from textual_tracker.analytics.rules import AT_RISK, STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.core.journal import Journal
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.today.sections import WEEK, Item, Match, Person, Section, filtered, keyed, sections_of


class Base(NamedTuple):
    """What does not depend on the query: the agenda of a look, at a time of day (`None`: the day is another)."""

    look: Look
    now: dt.time | None
    agenda: Agenda

    def still_holds(self, look: Look, now: dt.time | None) -> bool:
        """Whether it is what would be worked out now: the same look, and no appointment's hour has passed since."""
        if self.look is not look or (self.now is None) != (now is None):
            return False
        return now is None or not any(
            meeting.time is not None and not meeting.passed and meeting.time < now
            for meeting in self.agenda.appointments
        )


class Plan(NamedTuple):
    """What the view shows.

    `next_row` is whom to deal with first; where nobody is, `next_up` is what else comes next. `stalled` and `at_risk`
    count referrals, `waiting` the partners who wait for word, `soon` those who soon will.
    `columns` are those of the pipeline. `records` stand behind the counters, which are those of `officer` (an id), or
    ("") of everybody; beside an officer's, `nobodys` open referrals are no officer's at all. `matching` of `of` rows
    match the query, if there is one (`is_filtered`).
    """

    base: Base
    sections: Sequence[Section]
    next_row: StalledRow | None
    next_up: NextUp | None
    stalled: int
    at_risk: int
    waiting: int
    soon: int
    activity: DayActivity
    streak: int
    officer: str
    nobodys: int
    records: Sequence[DayRecord]
    columns: Sequence[Column]
    matching: int
    of: int
    is_filtered: bool

    @property
    def is_free(self) -> bool:
        """Nobody is to be called, met or told."""
        return not any(section.size for section in self.sections if section.id != WEEK)

    def to_tell(self, partner: str) -> ToTell | None:
        """What the partner waits to hear, if anything."""
        return next((one for one in self.base.agenda.tell if one.partner == partner), None)


def plan(look: Look, query: Query | None, now: dt.time | None, known: Base | None = None) -> Plan:
    """Put the day of `look` together; `known`: what was worked out of it before, where that still holds."""
    snapshot = look.snapshot
    base = known if known is not None and known.still_holds(look, now) else Base(look, now, agenda(snapshot, now=now))
    day = base.agenda
    everything = sections_of(snapshot, day)
    if query is None:
        sections, next_row, columns = everything, day.next_row, board(snapshot)
    else:
        matching = select(snapshot, query)
        match = Match(matching)
        sections = [section for each in everything if (section := filtered(each, match)).size or each.says]
        next_row = _next(snapshot, sections)
        columns = board(snapshot, matching)
    officer = "" if query is None else officer_of(query, snapshot.journal.settings.officers)
    activity, streak = _activity(snapshot, day, officer)
    stalled, at_risk = _levels(snapshot, sections)
    waiting, soon = _waiting_partners(sections)
    return Plan(
        base=base,
        sections=keyed(sections),
        next_row=next_row,
        next_up=_next_up(snapshot, sections) if next_row is None else None,
        stalled=stalled,
        at_risk=at_risk,
        waiting=waiting,
        soon=soon,
        activity=activity,
        streak=streak,
        officer=officer,
        nobodys=nobodys_open(snapshot) if officer else 0,
        records=_records(snapshot, officer),
        columns=columns,
        matching=sum(section.size for section in sections),
        of=sum(section.size for section in everything),
        is_filtered=query is not None,
    )


def _waiting_partners(sections: Iterable[Section]) -> tuple[int, int]:
    """How many partners wait for word, and how many soon will; those who went quiet do neither."""
    levels = [one.level for section in sections for one in section.items if isinstance(one, ToTell)]
    return levels.count(STALLED), levels.count(AT_RISK)


def _next_up(snapshot: Snapshot, sections: Iterable[Section]) -> NextUp | None:
    """What there is to do of the sections where nobody is stalled or at risk."""
    items = [item for section in sections for item in section.items]
    return next_up(
        snapshot,
        [item for item in items if isinstance(item, Meeting)],
        [item for item in items if isinstance(item, ToTell)],
        sum(isinstance(item, Person) for item in items),
    )


def _next(snapshot: Snapshot, sections: Iterable[Section]) -> StalledRow | None:
    """The first row of the sections that is stalled, else the first at risk, in the order of the stalled list."""
    rows = [
        row
        for section in sections
        for item in (*section.items, *section.folded)
        if (row := _stalled_row(snapshot, item)) is not None
    ]
    return min(rows, key=lambda row: (row.firing.level != STALLED, row.sort_key), default=None)


def _stalled_row(snapshot: Snapshot, item: Item) -> StalledRow | None:
    """The row of the stalled list, where the item stands in it: appointments whose day is over do."""
    if isinstance(item, Meeting) and item.date < snapshot.today:
        firing = next((one for one in snapshot.fires(item.referral) if one.rule == APPOINTMENT_PASSED), None)
        return None if firing is None else StalledRow(item.referral, snapshot.standing(item.referral), firing)
    return item if isinstance(item, StalledRow) else None


def _activity(snapshot: Snapshot, day: Agenda, officer: str) -> tuple[DayActivity, int]:
    """The counters of the day and the streak, of the officer alone where one is asked for."""
    if not officer:
        return day.activity, day.streak
    theirs = Activity(snapshot, officer)
    return theirs.day(snapshot.today), theirs.streak()


def _levels(snapshot: Snapshot, sections: Iterable[Section]) -> tuple[int, int]:
    """How many referrals of the stalled list are stalled by the rule that they show, and how many are at risk."""
    levels = [
        row.firing.level == STALLED
        for section in sections
        for item in (*section.items, *section.folded)
        if (row := _stalled_row(snapshot, item)) is not None
    ]
    return sum(levels), len(levels) - sum(levels)


def _records(snapshot: Snapshot, officer: str) -> list[DayRecord]:
    """Whom the records of the day name, of those of the officer alone where one is asked for."""
    last = snapshot.last_facts
    of_the_day = Journal(
        settings=snapshot.journal.settings,
        referrals={one: referral for one, referral in snapshot.current.items() if last[one] >= snapshot.today},
        partners=snapshot.journal.partners,
    )
    return DayRecords(Snapshot(of_the_day, snapshot.today), snapshot.today).on(snapshot.today, officer or None)
