"""The sections of Today: what is to be done, in the order in which to deal with it, with a key for every row."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from textual_tracker.analytics.agenda import Agenda, Meeting
from textual_tracker.analytics.partners.care import ToTell, people_to_tell
from textual_tracker.analytics.rules import STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, folds
from textual_tracker.analytics.wording import word
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Referral

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


def sections_of(snapshot: Snapshot, day: Agenda) -> list[Section]:
    """Every section that has rows or something to say, without keys yet."""
    alive = [row for row in day.calls if not folds(row)]
    dead = [row for row in day.calls if folds(row)]
    found = [
        Section(FILES, "CANNOT BE READ", snapshot.journal.unreadable, ()),
        Section(DEADLINES, "DEADLINES", day.deadlines, ()),
        Section(CALL, "CALL", alive, (), dead),
        Section(MEET, "APPOINTMENTS", day.appointments, ()),
        Section(TELL, "TELL THE PARTNER", day.tell, ()),
        _week(snapshot, day),
    ]
    return [section._replace(note=_note(section)) for section in found if section.size or section.says]


def _week(snapshot: Snapshot, day: Agenda) -> Section:
    """The list of the weekday, with its name as written."""
    week = day.week
    if week is None:
        return Section(WEEK, "", (), ())
    people = [Person(partner, None) for partner in week.partners]
    people += [Person(one, referral) for one in week.referrals if (referral := snapshot.find(one)) is not None]
    name = week.name if ":" in week.name else word(week.name)
    return Section(WEEK, f"{day.date:%A}".upper(), people, (), note=name, says=week.says)


def _note(section: Section) -> str:
    """`9 stalled, 2 at risk`, of rows that are one or the other; the name of the weekday's list."""
    if section.id == WEEK:
        return section.note
    levels = [item.firing.level for item in (*section.items, *section.folded) if isinstance(item, StalledRow)]
    stalled = levels.count(STALLED)
    risk = len(levels) - stalled
    return ", ".join(f"{number} {says}" for number, says in ((stalled, "stalled"), (risk, "at risk")) if number)


class Match:
    """The ids of the referrals that match, and of the partners who are told about them."""

    def __init__(self, matching: Iterable[Referral]) -> None:
        self.referrals: set[str] = set()
        self.partners: set[str] = set()
        for referral in matching:
            self.referrals.add(referral.id)
            self.partners.update(people_to_tell(referral))


def filtered(section: Section, match: Match) -> Section:
    """The section with the rows that match."""
    items = [found for item in section.items if (found := _matching(item, match)) is not None]
    folded = [row for row in section.folded if row.referral.id in match.referrals]
    rest = section._replace(items=items, folded=folded)
    return rest._replace(note=_note(rest))


def _matching(item: Item, match: Match) -> Item | None:
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


def keyed(sections: Iterable[Section]) -> list[Section]:
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
