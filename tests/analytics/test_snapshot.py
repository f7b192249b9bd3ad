"""A journal as of a day."""

import datetime as dt
from typing import Any

from hypothesis import given

from tests import strategies
from tests.factories import (
    application,
    attempts,
    day,
    ended_outcome,
    loan,
    make_journal,
    make_partner,
    make_referral,
    outcome,
)
from textual_tracker.analytics.partners.care import untold
from textual_tracker.analytics.rules import RuleBook
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import stalled_rows
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Referral

TODAY = day("2026-03-09")


def amount(**facts: Any) -> int | None:
    referral = make_referral(**facts)
    return Snapshot(make_journal(referral), TODAY).amount(referral)


def test_a_referral_received_after_today_does_not_exist() -> None:
    here, ahead = make_referral("Here", "2026-03-09"), make_referral("Ahead", "2026-03-10")
    snapshot = Snapshot(make_journal(here, ahead), TODAY)
    assert snapshot.referrals == (here,)
    assert snapshot.find(here.id) is here
    assert snapshot.find(ahead.id) is snapshot.find("nobody") is None


def test_the_amount_is_what_was_funded_when_closed() -> None:
    assert amount(loan=loan(385_000), outcome=outcome("closed", "2026-03-06", amount=380_000)) == 380_000
    assert amount(loan=loan(385_000), outcome=outcome("closed", "2026-03-06")) is None
    assert amount(loan=loan(385_000), outcome=outcome("closed", "2026-03-10", amount=380_000)) == 385_000
    assert amount(loan=loan(385_000), outcome=outcome("lost", "2026-03-06")) == 385_000
    assert amount(loan=loan(385_000)) == 385_000
    assert amount() is None


def test_what_is_searched_for_is_found_in_every_text() -> None:
    referral = make_referral(
        "Dana ORTIZ", co_borrower="Lee", partner="sarah-chen", email="D@Example.com", tags=("VA",), notes="Elm Straße"
    )
    text = Snapshot(make_journal(referral, make_partner()), TODAY).text(referral)
    assert all(part in text for part in ("dana ortiz", "lee", "sarah chen", "d@example.com", "va", "elm strasse"))


def test_worst_first() -> None:
    silent = make_referral(
        application=application("in_process", under_contract="2026-02-10", expected_close="2026-03-11"),
        received="2026-02-02",
        contact_attempts=attempts("2026-02-03 call reached"),
    )
    snapshot = Snapshot(make_journal(silent), TODAY)
    assert [firing.rule for firing in snapshot.fires(silent)] == ["late_closing", "process_silent"]


class TestSettled:
    """What is over for good is told without looking closer, and says the same as looking closer."""

    def settled(self, referral: Referral) -> bool:
        return Snapshot(make_journal(referral), TODAY).is_settled(referral)

    def test_closed_or_lost(self) -> None:
        assert self.settled(make_referral(outcome=outcome("closed", "2026-03-09")))
        assert self.settled(make_referral(outcome=outcome("lost", "2026-03-09")))

    def test_not_with_anything_to_come(self) -> None:
        assert not self.settled(make_referral(outcome=outcome("lost", "2026-03-10")))
        assert not self.settled(make_referral(outcome=outcome("lost", "2026-03-06", revisit="2026-09-01")))
        assert not self.settled(make_referral(outcome=outcome("nurture", "2026-03-06")))

    def test_after_a_return_too(self) -> None:
        back = [ended_outcome("lost", "2026-03-03", "2026-03-05")]
        assert self.settled(make_referral(outcome=outcome("lost", "2026-03-05", earlier=back)))
        assert not self.settled(make_referral(outcome=outcome("lost", "2026-03-04", earlier=back)))
        assert not self.settled(make_referral(outcome=outcome(earlier=back)))

    @given(strategies.journals(), strategies.dates)
    def test_it_is_only_a_short_cut(self, journal: Journal, today: dt.date) -> None:
        snapshot = Snapshot(journal, today)
        rules = RuleBook(journal.settings)
        for referral in snapshot.referrals:
            assert snapshot.fires(referral) == rules.firings(snapshot.case(referral))
            if snapshot.is_settled(referral):
                assert not snapshot.standing(referral).is_open


@given(strategies.journals(), strategies.dates)
def test_any_journal_has_rows_in_order(journal: Journal, today: dt.date) -> None:
    snapshot = Snapshot(journal, today)
    rows = stalled_rows(snapshot, at_risk=True)
    assert len({row.referral.id for row in rows}) == len(rows)
    assert [row.firing.band for row in rows] == sorted(row.firing.band for row in rows)
    stalled = {row.referral.id for row in stalled_rows(snapshot, at_risk=False)}
    assert stalled <= {row.referral.id for row in rows}
    care = untold(snapshot, at_risk=True)
    assert [row for row in care if row.level != "at_risk"] == untold(snapshot, at_risk=False)
