"""Hypothesis strategies: journals in which so much happened that every number has something to say.

A few crowds make one: people who went the same way, one every few days. So ten are decided and eight came to a step
with a dozen draws, and what whole journals have in common turns up: all were closed before they were received, all are
losses for a reason of `data`, all closed on the day they came, nobody's officer is known.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from tests import strategies
from tests.strategies import FIRST, LAST, PARTNERS, PEOPLE
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import (
    Application,
    Appointment,
    AppointmentFacts,
    Attempt,
    EndedApplication,
    EndedOutcome,
    Loan,
    Move,
    Outcome,
    Partner,
    PartnerUpdate,
    Referral,
)
from textual_tracker.core.settings import Goals, Settings
from textual_tracker.core.vocabulary import ABOUTS, APPLICATION_STATUSES, TIERS

TALKED, MET, APPLIED, APPROVED, SIGNED, CLEAR = range(1, 7)
"""How far somebody came."""

RETURNS = 2


class Way(NamedTuple):
    """The way of a crowd. `lags` are the days between one step and the next; before the last of them it ended.

    `depth` is how far they came by their dates, `meeting` and `status` what the file says beside, `undated` without the
    dates. `returns` endings lie before the one at hand, each taken back after as many days.
    """

    depth: int
    lags: tuple[int, ...]
    tries: int
    result: str | None
    meeting: str | None
    status: str | None
    undated: bool
    ending: str | None
    reason: str
    returns: int
    moved: bool
    told: tuple[tuple[int, str], ...]
    amount: int | None
    officer: str | None
    by: str | None
    partner: str | None
    also_tell: tuple[str, ...]
    faulty: bool


lags = st.sampled_from((0, 0, 1, 2, 5, 14, 40, -1, -13))
"""Days from one step to the next; where it is less than none, somebody mistyped a day."""

ways = st.builds(
    Way,
    depth=st.integers(0, CLEAR),
    lags=st.tuples(*[lags] * 8),
    tries=st.sampled_from((0, 1, 2, 6)),
    result=st.sampled_from((None, "no_answer", "reached", "replied", "wrong_number")),
    meeting=st.sampled_from((None, "set", "held", "no_show", "cancelled")),
    status=st.sampled_from((None, *APPLICATION_STATUSES)),
    undated=st.booleans(),
    ending=st.sampled_from((None, None, "closed", "closed", "lost", "nurture")),
    reason=st.sampled_from(("went_cold", "denied_credit", "stopped_looking", "duplicate", "other")),
    returns=st.sampled_from((0, 0, 1, RETURNS)),
    moved=st.booleans(),
    told=st.lists(st.tuples(lags, st.sampled_from(ABOUTS)), max_size=2).map(tuple),
    amount=st.sampled_from((None, 0, 385_000, 10**15)),
    officer=st.sampled_from((None, *PEOPLE, "zed")),
    by=st.sampled_from((None, *PEOPLE)),
    partner=st.sampled_from((None, *PARTNERS)),
    also_tell=st.sampled_from(((), ("mike-tran",))),
    faulty=st.sampled_from((False, False, False, True)),
)


class Crowd(NamedTuple):
    """So many who went one way, the last received on `last`, one `every` few days."""

    way: Way
    number: int
    last: dt.date
    every: int


crowds = st.builds(
    Crowd,
    way=ways,
    number=st.sampled_from((1, 3, 8, 12)),
    last=st.sampled_from((FIRST, dt.date(2026, 1, 5), dt.date(2026, 1, 31), LAST)),
    every=st.sampled_from((0, 1, 4, 25)),
)


def _people(crowd: Crowd, name: str) -> Iterator[Referral]:
    for number in range(crowd.number):
        received = crowd.last - dt.timedelta(number * crowd.every)
        yield _person(crowd.way, f"{received}-{name}-{number}", received)


def _person(way: Way, stem: str, received: dt.date) -> Referral:
    talked, met, applied, approved, signed, clear, ended, *_ = _days(received, way.lags)
    return Referral(
        id=stem,
        path=f"referrals/{received.year}/{stem}.yaml",
        name=stem,
        received=received,
        source="online" if way.partner is None else None,
        partner=way.partner,
        also_tell=way.also_tell,
        officer=way.officer,
        loan=Loan(amount=way.amount),
        contact_attempts=tuple(
            Attempt(
                date=talked + dt.timedelta(number),
                channel="call",
                result=way.result if number == way.tries - 1 else None,
                by=way.by,
            )
            for number in range(way.tries)
        ),
        appointment=_meeting(way, talked, met),
        application=_application(way, (applied, approved, signed, clear)),
        outcome=_outcome(way, ended),
        partner_updates=tuple(
            PartnerUpdate(date=ended + dt.timedelta(lag), about=about, channel="call", by=way.by)
            for lag, about in way.told
        ),
        faulty=way.faulty,
    )


def _days(received: dt.date, steps: tuple[int, ...]) -> list[dt.date]:
    return [received + dt.timedelta(days) for days in accumulate(steps)]


def _meeting(way: Way, agreed: dt.date, met: dt.date) -> Appointment:
    if way.depth < TALKED and way.meeting != "set":
        return Appointment()
    earlier = (AppointmentFacts(status="no_show", set=agreed, date=agreed),) if way.moved else ()
    if way.undated:
        return Appointment(status=way.meeting, earlier=earlier)
    return Appointment(status=way.meeting, set=agreed, date=met, earlier=earlier)


def _application(way: Way, days: tuple[dt.date, ...]) -> Application:
    applied, approved, signed, clear = days

    def on(depth: int, day: dt.date) -> dt.date | None:
        return day if way.depth >= depth and not way.undated else None

    fell_through = EndedApplication(status="in_process", under_contract=approved, ended=signed)
    return Application(
        status=way.status if way.depth > MET else None,
        started=on(APPLIED, applied),
        submitted=on(APPLIED, applied),
        preapproved=on(APPROVED, approved),
        under_contract=on(SIGNED, signed),
        clear_to_close=on(CLEAR, clear),
        decided=on(SIGNED, signed),
        expected_close=on(SIGNED, clear),
        lock_expires=on(SIGNED, clear),
        earlier=(fell_through,) if way.moved and way.depth > APPROVED else (),
        moved=(Move(date=signed, what="expected_close", before=signed),) if way.moved else (),
    )


def _outcome(way: Way, ended: dt.date) -> Outcome:
    def again(number: int) -> dt.date:
        return ended - dt.timedelta((number + 1) * abs(way.lags[-1]))

    earlier = tuple(
        EndedOutcome(
            status=("lost", "closed")[number], date=again(number + 1), ended=again(number), reason=way.reason, amount=1
        )
        for number in reversed(range(way.returns))
    )
    if way.ending is None:
        return Outcome(earlier=earlier)
    return Outcome(
        status=way.ending,
        date=None if way.undated and way.ending == "nurture" else ended,
        reason=way.reason if way.ending == "lost" else None,
        amount=way.amount if way.ending == "closed" else None,
        revisit=ended + dt.timedelta(30) if way.ending == "nurture" else None,
        earlier=earlier,
    )


GOALS = (
    Goals(),
    Goals(daily={"calls": 15, "notes": 3}, monthly={"referrals": 20, "closings": 5, "volume": 1_500_000}),
    Goals(daily={"calls": 0}, monthly={"referrals": 0, "closings": 0, "volume": 0}),
    Goals(daily={"calls": 10**12}, monthly={"referrals": 10**9, "closings": 10**9, "volume": 10**18}),
    Goals(daily={"appointments": 1}, monthly={"closings": 1}),
)
STEPS = (
    ("speed", "within_one"),
    ("follow_up", "six_attempts"),
    ("follow_up", "stalled"),
    ("scripting", "contacted_to_set"),
    ("scripting", "set_to_held"),
    ("scripting", "held_to_application"),
    ("process", "submitted_to_closed"),
    ("partner_care", "told"),
)


def _targets(share: float | None) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for verdict, step in STEPS if share is not None else ():
        found.setdefault(verdict, {})[step] = share or 0.0
    return found


wishes = st.tuples(st.sampled_from(GOALS), st.sampled_from((None, None, 0.0, 0.6, 1.0)).map(_targets))
settings: st.SearchStrategy[Settings] = st.tuples(strategies.settings, wishes).map(
    lambda both: replace(both[0], goals=both[1][0], targets=both[1][1])
)
partners = st.builds(
    Partner,
    id=st.sampled_from(PARTNERS[:2]),
    path=st.just("partners/x.yaml"),
    name=strategies.texts,
    type=st.sampled_from(("real_estate_agent", "past_client")),
    tier=st.sampled_from((None, *TIERS)),
    status=st.sampled_from(("active", "dormant")),
)


@st.composite
def crowded_journals(draw: st.DrawFn) -> Journal:
    """A journal of one to three crowds, with a few days, partners, goals and targets."""
    people = [
        person
        for place, crowd in enumerate(draw(st.lists(crowds, min_size=1, max_size=3)))
        for person in _people(crowd, "abc"[place])
    ]
    return Journal(
        settings=draw(settings),
        referrals={person.id: person for person in people},
        partners={partner.id: partner for partner in draw(st.lists(partners, max_size=2))},
        days={(day.officer, day.date.isoformat()): day for day in draw(st.lists(strategies.days, max_size=3))},
    )
