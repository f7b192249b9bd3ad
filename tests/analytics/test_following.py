"""A snapshot that takes over what the one before it derived says what a fresh one says."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests import strategies
from tests.factories import attempts, day, make_journal, make_partner, make_referral, make_settings, outcome, updates
from textual_tracker.analytics.activity.counters import Activity
from textual_tracker.analytics.agenda import agenda
from textual_tracker.analytics.changes import changed_ids
from textual_tracker.analytics.partners.care import untold, untold_about
from textual_tracker.analytics.pipeline import board
from textual_tracker.analytics.results.results import results
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import stalled_rows
from textual_tracker.analytics.weekday_list import weekday_list
from textual_tracker.analytics.window import last_twelve_months
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Partner, Referral

TODAY = day("2026-03-09")
DANA, LEE = make_referral("Dana Ortiz", partner="sarah-chen"), make_referral("Lee Ng", "2026-03-06")
SARAH = make_partner("sarah-chen")


def activity_of_all_days(snapshot: Snapshot) -> Any:
    found = Activity(snapshot)
    return [found.day(date) for date in strategies.WINDOW]


NUMBERS: dict[str, Callable[[Snapshot], Any]] = {
    "standing": lambda snapshot: [snapshot.standing(referral) for referral in snapshot.referrals],
    "fires": lambda snapshot: [snapshot.fires(referral) for referral in snapshot.referrals],
    "amount": lambda snapshot: [snapshot.amount(referral) for referral in snapshot.referrals],
    "text": lambda snapshot: [snapshot.text(referral) for referral in snapshot.referrals],
    "current": lambda snapshot: dict(snapshot.current),
    "stalled": lambda snapshot: stalled_rows(snapshot, at_risk=False),
    "at risk": lambda snapshot: stalled_rows(snapshot, at_risk=True),
    "untold": lambda snapshot: untold(snapshot, at_risk=True),
    "untold about": lambda snapshot: [list(untold_about(snapshot, referral)) for referral in snapshot.referrals],
    "board": board,
    "board of some": lambda snapshot: board(snapshot, snapshot.referrals[::2]),
    "today": lambda snapshot: Activity(snapshot).day(snapshot.today),
    "days": activity_of_all_days,
    "streak": lambda snapshot: (Activity(snapshot).streak(), Activity(snapshot, "ana").streak()),
    "week": weekday_list,
    "agenda": lambda snapshot: agenda(snapshot, now=dt.time(12)),
    "agenda of one": lambda snapshot: agenda(snapshot, who="ana"),
    "results": lambda snapshot: results(snapshot, last_twelve_months(snapshot.today)),
    "results of one": lambda snapshot: results(snapshot, last_twelve_months(snapshot.today), "ana"),
}


FIELDS: tuple[tuple[str, st.SearchStrategy[Any]], ...] = (
    ("contact_attempts", st.lists(strategies.attempts, max_size=3).map(tuple)),
    ("appointment", strategies.appointments),
    ("application", strategies.applications),
    ("outcome", strategies.outcomes),
    ("partner_updates", strategies.lists_of(strategies.updates)),
    ("received", strategies.dates),
    ("officer", strategies.one_of(strategies.PEOPLE)),
    ("partner", strategies.one_of(strategies.PARTNERS)),
)


@st.composite
def edited(draw: st.DrawFn, before: Journal) -> Journal:
    """`before` with some records new, gone or other ones; all that stays the same are the same objects."""
    gone = draw(st.sets(st.sampled_from([*before.referrals, *before.partners]))) if before.referrals else set()
    instead = {one.id: one for one in draw(st.lists(strategies.referrals, max_size=2))}
    for referral_id in draw(st.sets(st.sampled_from([*before.referrals]))) if before.referrals else ():
        field, values = draw(st.sampled_from(FIELDS))
        instead[referral_id] = replace(before.referrals[referral_id], **{field: draw(values)})
    kept = {key: one for key, one in before.referrals.items() if key not in gone}
    other = draw(st.none() | st.none() | strategies.settings)
    new_partners = draw(st.lists(strategies.partners, max_size=2))
    new_days = draw(st.lists(strategies.days, max_size=6))
    return Journal(
        settings=other or before.settings,
        referrals=dict(sorted({**kept, **instead}.items())),
        partners={
            **{key: one for key, one in before.partners.items() if key not in gone},
            **{partner.id: partner for partner in new_partners},
        },
        days={**before.days, **{(day.officer, day.date.isoformat()): day for day in new_days}},
    )


WEEK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "updates")
WEEKS = st.sampled_from((WEEK, WEEK | {"mon": "past_clients", "wed": "past_clients", "thu": "dana", "sat": "is:open"}))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.journals(), WEEKS, strategies.dates, st.data())
def test_following_snapshots_say_what_fresh_ones_say(
    journal: Journal, week: dict[str, str], today: dt.date, data: st.DataObject
) -> None:
    goals = make_settings(daily={"calls": 1, "appointments": 1}).goals
    journal = replace(journal, settings=replace(journal.settings, week=week, goals=goals, streak=("calls",)))
    following = Snapshot(journal, today)
    for _ in range(4):
        for asked in data.draw(st.lists(st.sampled_from(sorted(NUMBERS)), max_size=6, unique=True)):
            NUMBERS[asked](following)
        journal = data.draw(edited(journal))
        today = data.draw(st.sampled_from((today, today, today, today + dt.timedelta(days=1))))
        following = Snapshot(journal, today, following)
    fresh = Snapshot(journal, today)
    for name, number in NUMBERS.items():
        assert number(following) == number(fresh), name


def following(snapshot: Snapshot, *records: Referral | Partner) -> Snapshot:
    return Snapshot(make_journal(*records, settings=snapshot.journal.settings), snapshot.today, snapshot)


class TestTakenOver:
    """What is taken over are the very objects."""

    FIRST = Snapshot(make_journal(DANA, LEE, SARAH), TODAY)

    def test_of_what_stayed_the_same(self) -> None:
        then = {row.referral.id: row for row in stalled_rows(self.FIRST, at_risk=True)}
        changed = replace(DANA, contact_attempts=attempts("2026-03-06 call"))
        now = {row.referral.id: row for row in stalled_rows(following(self.FIRST, changed, LEE, SARAH), at_risk=True)}
        assert now[LEE.id] is then[LEE.id]
        assert now[DANA.id].referral is changed

    def test_not_on_another_day(self) -> None:
        assert self.FIRST.fires(LEE)[0].waited == 1
        assert Snapshot(self.FIRST.journal, day("2026-03-10"), self.FIRST).fires(LEE)[0].waited == 2

    def test_not_under_other_settings(self) -> None:
        assert self.FIRST.fires(LEE)
        strict = make_settings(stalled={"no_attempt": None})
        assert Snapshot(make_journal(DANA, LEE, SARAH, settings=strict), TODAY, self.FIRST).fires(LEE) == ()

    def test_under_equal_settings(self) -> None:
        standing = self.FIRST.standing(LEE)
        again = make_journal(LEE, settings=make_settings())
        assert Snapshot(again, TODAY, self.FIRST).standing(LEE) is standing

    def test_what_names_a_partner_follows_the_partner(self) -> None:
        first = Snapshot(make_journal(replace(DANA, partner_updates=updates("2026-03-04 call")), SARAH), TODAY)
        assert untold(first, at_risk=True) == []
        (dana,) = first.referrals
        strict = following(first, dana, replace(SARAH, name="Sarah Lim", update_days=2))
        assert [row.rule for row in untold(strict, at_risk=True)] == ["silent"]
        assert "sarah lim" in strict.text(dana)

    def test_through_many_snapshots_nothing_that_is_gone_is_kept(self) -> None:
        snapshot = self.FIRST
        for number in range(20):
            snapshot = following(snapshot, LEE, make_referral(f"Person {number}", "2026-03-05"), SARAH)
            assert len(stalled_rows(snapshot, at_risk=True)) == 2
            board(snapshot)
            agenda(snapshot)
        known = snapshot.known
        kept = [len(known.standings), len(known.fires), *(len(found.values) for found in known.gathered.values())]
        assert max(kept) == 2

    def test_an_old_record_that_somebody_still_looks_at_is_not_taken_for_the_new(self) -> None:
        lost = replace(LEE, outcome=outcome("lost", "2026-03-09"))
        snapshot = Snapshot(make_journal(lost), TODAY, self.FIRST)
        assert snapshot.standing(LEE).is_open
        assert snapshot.fires(LEE)
        assert not snapshot.standing(lost).is_open
        assert snapshot.fires(lost) == ()


def test_who_is_received_tomorrow_is_not_here_before() -> None:
    ahead = replace(LEE, received=day("2026-03-10"))
    snapshot = Snapshot(make_journal(DANA, ahead, SARAH), TODAY)
    assert snapshot.referrals == (DANA,)
    assert following(snapshot, replace(DANA, notes="x"), ahead).find(LEE.id) is None
    assert following(following(snapshot, DANA, ahead), DANA, LEE).referrals == (DANA, LEE)
    assert following(following(snapshot, DANA, LEE), DANA, ahead).referrals == (DANA,)


class TestChanged:
    @pytest.mark.parametrize(
        ("records", "changed"),
        [
            ((DANA, LEE, SARAH), set()),
            ((LEE, DANA, SARAH), set()),
            ((LEE, replace(DANA, notes="x"), SARAH), {DANA.id}),
            ((make_referral("New"), LEE, SARAH), {DANA.id, make_referral("New").id}),
            ((DANA, SARAH), {LEE.id}),
            ((replace(DANA, notes="x"), LEE, SARAH), {DANA.id}),
            ((DANA, LEE, make_referral("New"), SARAH), {make_referral("New").id}),
            ((DANA, make_referral("New"), SARAH), {LEE.id, make_referral("New").id}),
            ((DANA, LEE, replace(SARAH, name="S")), {DANA.id}),
            ((DANA, LEE), {DANA.id}),
            ((), {DANA.id, LEE.id}),
        ],
    )
    def test_what_is_new_gone_or_other_or_names_such_a_partner(
        self, records: tuple[Referral | Partner, ...], changed: set[str]
    ) -> None:
        assert changed_ids(make_journal(DANA, LEE, SARAH), make_journal(*records)) == changed
