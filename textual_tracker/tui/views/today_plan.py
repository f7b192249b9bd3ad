"""What Today shows, worked out of one look: the agenda in sections, as far as they match the query."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from textual_tracker.analytics.activity import Activity, DayActivity
from textual_tracker.analytics.agenda import Agenda, Meeting, ToTell, agenda
from textual_tracker.analytics.partner_care import people_to_tell
from textual_tracker.analytics.pipeline import Column, board
from textual_tracker.analytics.query import Query, select
from textual_tracker.analytics.rules import STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, folds, stalled_rows
from textual_tracker.analytics.wording import word
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Referral
from textual_tracker.tui.messages import Look

FILES, DEADLINES, CALL, MEET, TELL, WEEK = "files", "deadlines", "call", "meet", "tell", "week"
"""The sections, in their order."""


class Person(NamedTuple):
    """Somebody on the weekday's list: a referral, or (`referral` is `None`) a partner of this id."""

    id: str
    referral: Referral | None


Item: TypeAlias = Problem | StalledRow | Meeting | ToTell | Person


class Section(NamedTuple):
    """One heading with its rows, each with a key of its own in the whole list.

    `folded` are the long-dead, which stand below the others when they are unfolded. `note` stands beside the title;
    `says` in place of rows, where there are none.
    """

    id: str
    title: str
    items: Sequence[Item]
    keys: Sequence[str]
    folded: Sequence[StalledRow] = ()
    folded_keys: Sequence[str] = ()
    note: str = ""
    says: str = ""

    @property
    def size(self) -> int:
        """How many rows there are, folded ones too."""
        return len(self.items) + len(self.folded)


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

    `next_row` is whom to deal with first. `stalled`, `at_risk` and `waiting` count referrals, referrals and partners.
    `columns` are those of the pipeline. `officer` is the id of the one whose counters these are; "": everybody's.
    `matching` of `of` rows match the query, if there is one (`is_filtered`).
    """

    base: Base
    sections: Sequence[Section]
    next_row: StalledRow | None
    stalled: int
    at_risk: int
    waiting: int
    activity: DayActivity
    streak: int
    officer: str
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
    everything = _sections(snapshot, day)
    if query is None:
        sections, next_row, columns = everything, day.next_row, board(snapshot)
    else:
        matching = select(snapshot, query)
        match = _Match(matching)
        sections = [section for each in everything if (section := _filtered(each, match)).size or each.says]
        next_row = _next([row for row in stalled_rows(snapshot, at_risk=True) if row.referral.id in match.referrals])
        columns = board(snapshot, matching)
    officer = _officer(snapshot, query)
    activity, streak = _activity(snapshot, day, officer)
    stalled, at_risk = _levels(snapshot, sections)
    return Plan(
        base=base,
        sections=_keyed(sections),
        next_row=next_row,
        stalled=stalled,
        at_risk=at_risk,
        waiting=sum(section.size for section in sections if section.id == TELL),
        activity=activity,
        streak=streak,
        officer=officer,
        columns=columns,
        matching=sum(section.size for section in sections),
        of=sum(section.size for section in everything),
        is_filtered=query is not None,
    )


class _Match:
    """The ids of the referrals that match, and of the partners who are told about them."""

    def __init__(self, matching: Iterable[Referral]) -> None:
        self.referrals: set[str] = set()
        self.partners: set[str] = set()
        for referral in matching:
            self.referrals.add(referral.id)
            self.partners.update(people_to_tell(referral))


def _sections(snapshot: Snapshot, day: Agenda) -> list[Section]:
    """Every section that has rows or something to say, without keys yet."""
    alive = [row for row in day.calls if not folds(row)]
    dead = [row for row in day.calls if folds(row)]
    sections = [
        Section(FILES, "CANNOT BE READ", snapshot.journal.unreadable, ()),
        Section(DEADLINES, "DEADLINES", day.deadlines, ()),
        Section(CALL, "CALL", alive, (), dead),
        Section(MEET, "APPOINTMENTS", day.appointments, ()),
        Section(TELL, "TELL THE PARTNER", day.tell, ()),
        _week(snapshot, day),
    ]
    return [section._replace(note=_note(section)) for section in sections if section.size or section.says]


def _week(snapshot: Snapshot, day: Agenda) -> Section:
    """The list of the weekday, with its name as written."""
    week = day.week
    if week is None:
        return Section(WEEK, "", (), ())
    people = [Person(partner, None) for partner in week.partners]
    people += [Person(one, referral) for one in week.referrals if (referral := snapshot.find(one)) is not None]
    name = week.name if ":" in week.name else word(week.name)
    says = week.problem or ("" if people else "nobody is on it")
    return Section(WEEK, f"{day.date:%A}".upper(), people, (), note=name, says=says)


def _note(section: Section) -> str:
    """`9 stalled, 2 at risk`, of rows that are one or the other; the name of the weekday's list."""
    if section.id == WEEK:
        return section.note
    levels = [item.firing.level for item in (*section.items, *section.folded) if isinstance(item, StalledRow)]
    stalled = levels.count(STALLED)
    risk = len(levels) - stalled
    return ", ".join(f"{number} {says}" for number, says in ((stalled, "stalled"), (risk, "at risk")) if number)


def _filtered(section: Section, match: _Match) -> Section:
    """The section with the rows that match."""
    items = [found for item in section.items if (found := _matching(item, match)) is not None]
    folded = [row for row in section.folded if row.referral.id in match.referrals]
    rest = section._replace(items=items, folded=folded)
    return rest._replace(note=_note(rest))


def _matching(item: Item, match: _Match) -> Item | None:
    """The row, or what of it matches: of what a partner is told, what is about the referrals found."""
    if isinstance(item, Problem):
        return None
    if isinstance(item, Person):
        return item if item.id in (match.partners if item.referral is None else match.referrals) else None
    if not isinstance(item, ToTell):
        return item if item.referral.id in match.referrals else None
    if item.level is None:
        return item if item.partner in match.partners else None
    rows = tuple(row for row in item.rows if row.referral is not None and row.referral.id in match.referrals)
    return ToTell(item.partner, rows) if rows else None


def _next(rows: Sequence[StalledRow]) -> StalledRow | None:
    """The first that is stalled, else the first at risk."""
    return next((row for row in rows if row.firing.level == STALLED), next(iter(rows), None))


def _keyed(sections: Iterable[Section]) -> list[Section]:
    """The sections with a key for each row: the record's id, where no row above has it already."""
    taken: set[str] = set()
    return [
        section._replace(
            keys=list(_keys(section.id, section.items, taken)),
            folded_keys=list(_keys(section.id, section.folded, taken)),
        )
        for section in sections
    ]


def _keys(section: str, items: Iterable[Item], taken: set[str]) -> Iterator[str]:
    for item in items:
        key = id_of(item)
        if key in taken:
            key = f"{section}\0{key}"
        taken.add(key)
        yield key


def id_of(item: Item) -> str:
    """The id of the referral or the partner whom the row is about; of a file that cannot be read a key for it."""
    if isinstance(item, Problem):
        return f"\0{item.path}"
    if isinstance(item, ToTell):
        return item.partner
    return item.id if isinstance(item, Person) else item.referral.id


def _officer(snapshot: Snapshot, query: Query | None) -> str:
    """The one officer whom the query asks for; "" where it asks for none, or not for one alone."""
    officers = snapshot.journal.settings.officers
    asked = [] if query is None else query.text.casefold().split()
    parts = [word.removeprefix("officer:") for word in asked if word.startswith("officer:")]
    found = {
        officer
        for part in parts
        for officer, name in officers.items()
        if part and (part in officer.casefold() or part in name.casefold())
    }
    return found.pop() if len(found) == 1 else ""


def _activity(snapshot: Snapshot, day: Agenda, officer: str) -> tuple[DayActivity, int]:
    """The counters of the day and the streak, of the officer alone where one is asked for."""
    if not officer:
        return day.activity, day.streak
    theirs = Activity(snapshot, officer)
    return theirs.day(snapshot.today), theirs.streak()


def _levels(snapshot: Snapshot, sections: Iterable[Section]) -> tuple[int, int]:
    """How many referrals of the stalled list are stalled by any rule, and how many are at risk."""
    referrals = {
        referral.id: referral
        for section in sections
        for item in (*section.items, *section.folded)
        if (referral := _waiting(snapshot, item)) is not None
    }
    stalled = sum(
        any(firing.level == STALLED for firing in snapshot.fires(referral)) for referral in referrals.values()
    )
    return stalled, len(referrals) - stalled


def _waiting(snapshot: Snapshot, item: Item) -> Referral | None:
    """The referral of a row of the stalled list: a deadline, a call, an appointment of which nothing is recorded."""
    if isinstance(item, StalledRow):
        return item.referral
    if isinstance(item, Meeting) and item.date < snapshot.today:
        return item.referral
    return None
