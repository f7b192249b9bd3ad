"""The list of the weekday: on Mondays the partners, on Tuesdays the updates … as `week:` in journal.yaml says."""

import datetime as dt
from functools import lru_cache

from msgspec import Struct

from textual_tracker.analytics.partners.care import people_to_tell
from textual_tracker.analytics.query.query import parse_query
from textual_tracker.analytics.snapshot import Derive, Snapshot
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.touches import last_touch
from textual_tracker.core.vocabulary import WEEKDAYS
from textual_tracker.errors import UsageError

NAMED = ("partners", "updates", "past_clients")
NEVER = dt.date.min
NO_TIER = "nobody is on it: no active partner has tier A or B"


class WeekdayList(Struct, frozen=True, kw_only=True):
    """The people of the weekday's list: `name` as written in journal.yaml, ids of `partners` and of `referrals`.

    `problem` says why the list is empty where its query is wrong.
    """

    name: str
    partners: tuple[str, ...] = ()
    referrals: tuple[str, ...] = ()
    problem: str = ""

    @property
    def says(self) -> str:
        """Why nobody is on it; "" where somebody is."""
        if self.problem or self.partners or self.referrals:
            return self.problem
        return NO_TIER if self.name == "partners" else "nobody is on it"


def weekday_list(snapshot: Snapshot) -> WeekdayList | None:
    """The list for the snapshot's weekday; `None` where journal.yaml has none.

    `partners`: the active ones of tier A and B, longest untouched first. `updates`: the partners with an open
    referral. `past_clients`: who closed, longest untouched first. Anything else is a query.
    """
    settings = snapshot.journal.settings
    name = settings.week.get(WEEKDAYS[snapshot.today.weekday()])
    if not name:
        return None
    if name == "partners":
        return WeekdayList(name=name, partners=_partners(snapshot))
    if name == "updates":
        return WeekdayList(name=name, partners=_with_open_referrals(snapshot))
    if name == "past_clients":
        return WeekdayList(name=name, partners=_past_client_partners(snapshot), referrals=_past_clients(snapshot))
    try:
        matching = _matching(name, tuple(settings.queries.items()))
    except UsageError as error:
        return WeekdayList(name=name, problem=str(error))
    found = snapshot.of_each(matching)
    return WeekdayList(name=name, referrals=tuple(one.id for one in snapshot.referrals if one.id in found))


@lru_cache(maxsize=len(WEEKDAYS))
def _matching(text: str, saved: tuple[tuple[str, str], ...]) -> Derive[bool]:
    """Whether a referral matches; the same function for the same query, so that what it found is taken over.

    Raises:
        UsageError: with what is wrong in the query.
    """
    tests = parse_query(text, dict(saved)).tests
    return lambda snapshot, referral: all(test(snapshot, referral) for test in tests) or None


def _partners(snapshot: Snapshot) -> tuple[str, ...]:
    senders = [p for p in snapshot.journal.partners.values() if p.status == "active" and p.tier in {"A", "B"}]
    return tuple(partner.id for partner in sorted(senders, key=lambda partner: _touched(partner, snapshot.today)))


def _past_client_partners(snapshot: Snapshot) -> tuple[str, ...]:
    clients = [p for p in snapshot.journal.partners.values() if p.status == "active" and p.type == "past_client"]
    return tuple(partner.id for partner in sorted(clients, key=lambda partner: _touched(partner, snapshot.today)))


def _touched(partner: Partner, today: dt.date) -> tuple[dt.date, str]:
    return (max((touch.date for touch in partner.touches if touch.date <= today), default=NEVER), partner.id)


def _with_open_referrals(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(sorted(set().union(*snapshot.of_unsettled(_people_of_open).values())))


def _people_of_open(snapshot: Snapshot, referral: Referral) -> tuple[str, ...] | None:
    return people_to_tell(referral) if snapshot.standing(referral).is_open else None


def _past_clients(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(referral_id for _, referral_id in sorted(snapshot.of_each(_past_client).values()))


def _past_client(snapshot: Snapshot, referral: Referral) -> tuple[dt.date, str] | None:
    """When they were touched last, and the id."""
    if referral.outcome.status != "closed" or referral.do_not_contact:
        return None
    if snapshot.is_settled(referral):  # most of them: what else holds of them need not be derived
        touched = last_touch(referral, snapshot.today)
    elif snapshot.standing(referral).stage is Stage.closed:
        touched = snapshot.standing(referral).last_touch
    else:
        return None
    return touched or referral.received, referral.id
