"""Hypothesis strategies: records as wild as files can make them, around the turn of 2026."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from textual_tracker.core.calendar import WorkCalendar
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import (
    Application,
    Appointment,
    AppointmentFacts,
    Attempt,
    Day,
    EndedApplication,
    EndedOutcome,
    LogEntry,
    Move,
    NextStep,
    Outcome,
    Partner,
    PartnerUpdate,
    Referral,
)
from textual_tracker.core.settings import Settings
from textual_tracker.core.vocabulary import (
    ABOUTS,
    APPLICATION_STATUSES,
    APPOINTMENT_STATUSES,
    CHANNELS,
    MOVED_DATES,
    OUTCOME_STATUSES,
    REASONS,
    RESULTS,
    SOURCES,
    TIERS,
)

FIRST, LAST = dt.date(2025, 12, 15), dt.date(2026, 2, 15)
"""A narrow window, so that days coincide and follow one another."""

PEOPLE = ("ana", "maria")
PARTNERS = ("sarah-chen", "mike-tran", "nobody")

WINDOW = [FIRST + dt.timedelta(days=days) for days in range((LAST - FIRST).days + 1)]
"""Drawing from a list is several times faster than drawing dates, and a record has dozens."""

dates = st.sampled_from(WINDOW)
times = st.sampled_from([dt.time(), dt.time(9, 30), dt.time(16, 59, 59), dt.time(17), dt.time(23, 59)])
maybe_dates = st.sampled_from([*[None] * len(WINDOW), *WINDOW])
texts = st.sampled_from(("", "Dana", "\x1b[31m"))


def one_of(words: Sequence[str]) -> st.SearchStrategy[str | None]:
    """One of `words`, or none."""
    return st.sampled_from((None, *words))


def lists_of(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few, in any order."""
    return st.lists(strategy, max_size=3).map(tuple)


attempts = st.builds(
    Attempt,
    date=dates,
    time=st.sampled_from((None, dt.time(), dt.time(9, 30), dt.time(17))),
    channel=one_of(CHANNELS),
    result=one_of(RESULTS),
    by=one_of(PEOPLE),
    note=texts,
)
APPOINTMENT_FACTS = {
    "status": one_of(APPOINTMENT_STATUSES),
    "set": maybe_dates,
    "date": maybe_dates,
    "time": st.sampled_from((None, dt.time(), dt.time(9, 30), dt.time(17))),
    "note": texts,
}
appointments = st.builds(
    Appointment, earlier=lists_of(st.builds(AppointmentFacts, **APPOINTMENT_FACTS)), **APPOINTMENT_FACTS
)
APPLICATION_FACTS = {
    "status": one_of(APPLICATION_STATUSES),
    "started": maybe_dates,
    "submitted": maybe_dates,
    "preapproved": maybe_dates,
    "expires": maybe_dates,
    "under_contract": maybe_dates,
    "appraisal_ordered": maybe_dates,
    "conditional_approval": maybe_dates,
    "clear_to_close": maybe_dates,
    "decided": maybe_dates,
    "expected_close": maybe_dates,
    "lock_expires": maybe_dates,
}
ended_applications = st.builds(EndedApplication, ended=maybe_dates, reason=one_of(REASONS), **APPLICATION_FACTS)
moves = st.builds(Move, date=dates, what=one_of(MOVED_DATES), before=maybe_dates)
applications = st.builds(Application, earlier=lists_of(ended_applications), moved=lists_of(moves), **APPLICATION_FACTS)
OUTCOME_FACTS = {
    "status": one_of(OUTCOME_STATUSES),
    "date": maybe_dates,
    "reason": one_of(REASONS),
    "amount": st.sampled_from((None, 0, 385_000)),
    "revisit": maybe_dates,
}
outcomes = st.builds(
    Outcome, earlier=lists_of(st.builds(EndedOutcome, ended=maybe_dates, **OUTCOME_FACTS)), **OUTCOME_FACTS
)
updates = st.builds(
    PartnerUpdate,
    date=dates,
    partner=one_of(PARTNERS),
    by=one_of(PEOPLE),
    channel=one_of(CHANNELS),
    about=one_of(ABOUTS),
)
referrals = st.builds(
    Referral,
    id=st.integers(1, 99).map("referral-{}".format),
    path=st.just("referrals/2026/x.yaml"),
    name=texts,
    received=dates,
    received_time=st.sampled_from((None, dt.time(), dt.time(9, 30), dt.time(17))),
    do_not_contact=st.booleans(),
    source=one_of(SOURCES),
    partner=one_of(PARTNERS),
    also_tell=st.lists(st.sampled_from(PARTNERS), max_size=2).map(tuple),
    officer=one_of(PEOPLE),
    contact_attempts=st.lists(attempts, max_size=8).map(tuple),
    appointment=appointments,
    application=applications,
    outcome=outcomes,
    partner_updates=lists_of(updates),
    next_step=st.none() | st.builds(NextStep, due=maybe_dates, who=one_of(PEOPLE), action=texts),
    log=lists_of(st.builds(LogEntry, date=dates)),
)
seen = st.tuples(referrals, dates).map(lambda pair: (pair[0], max(pair[1], pair[0].received)))
"""A referral, and a today on which it exists."""

partners = st.builds(
    Partner,
    id=st.sampled_from(PARTNERS[:2]),
    path=st.just("partners/x.yaml"),
    name=texts,
    type=one_of(SOURCES),
    tier=one_of(TIERS),
    update_days=st.none() | st.integers(0, 30),
    touches=lists_of(attempts),
)
days = st.builds(
    Day,
    id=st.just("x"),
    path=st.just("activity/2026/x.yaml"),
    date=dates,
    officer=st.sampled_from(("", *PEOPLE)),
    calls=st.none() | st.integers(0, 20),
    notes=st.none() | st.integers(0, 20),
    day_off=st.sampled_from(("", "", "day_off", "sick")),
)
weekdays = st.sets(st.integers(0, 6))
holidays = st.lists(dates, max_size=8)
calendars = st.builds(WorkCalendar, weekdays, holidays)
settings = st.builds(
    Settings,
    officers=st.sampled_from(({}, {"ana": "Ana Rivera", "maria": "Maria Soto"})),
    working_days=st.lists(st.sampled_from(("mon", "tue", "wed", "thu", "fri", "sat", "sun")), unique=True).map(tuple),
    day_ends=times,
    holidays=holidays.map(tuple),
    days_off=holidays.map(tuple),
    stalled=st.sampled_from(({}, {"revisit_due": (-5, 0), "no_answer": None})),
)


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """A journal of a few referrals, partners and days."""
    return Journal(
        settings=draw(settings),
        referrals={referral.id: referral for referral in draw(st.lists(referrals, max_size=4))},
        partners={partner.id: partner for partner in draw(st.lists(partners, max_size=2))},
        days={(day.officer, day.date.isoformat()): day for day in draw(st.lists(days, max_size=6))},
    )
