"""A program that stays holds equal values of a large journal once; what its records say is the same."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from tests.store.conftest import write
from textual_tracker.core.records import (
    Application,
    Appointment,
    Attempt,
    Loan,
    Outcome,
    PartnerUpdate,
    Referral,
)
from textual_tracker.store import index, reread
from textual_tracker.store.load import load
from textual_tracker.store.sharing import Shared


def decoded(name: str) -> Referral:
    """A referral whose values are no other's, as they come from an index."""
    day, nine = dt.date(2026, 3, 2), dt.time(9)
    record = Referral(
        id=name,
        path=name,
        name=name,
        received=day,
        received_time=nine,
        partner="sarah-chen",
        loan=Loan(amount=410_000),
        contact_attempts=(Attempt(date=day, time=nine, channel="call", note="left word"),),
        appointment=Appointment(status="held", set=day, date=day, time=nine),
        application=Application(status="submitted", submitted=day, expires=day),
        outcome=Outcome(status="lost", date=day, note="left word"),
        partner_updates=(PartnerUpdate(date=day, time=nine, partner="sarah-chen", note="left word"),),
    )
    return msgspec.msgpack.decode(msgspec.msgpack.encode(record), type=Referral)


def test_equal_values_become_one_object_and_the_records_stay_what_they_were() -> None:
    dana, lee = decoded("dana"), decoded("lee")
    assert dana.received is not lee.received

    shared = Shared()
    shared.share([dana, None])
    shared.share([lee])

    assert (dana, lee) == (decoded("dana"), decoded("lee"))
    days = (
        lee.received,
        lee.contact_attempts[0].date,
        lee.appointment.set,
        lee.appointment.date,
        lee.application.submitted,
        lee.application.expires,
        lee.outcome.date,
        lee.partner_updates[0].date,
    )
    assert all(day is dana.received for day in days)
    assert lee.received_time is lee.contact_attempts[0].time is lee.appointment.time is dana.received_time
    assert lee.partner is lee.partner_updates[0].partner is dana.partner
    assert lee.loan.amount is dana.loan.amount
    assert lee.contact_attempts[0].note is lee.outcome.note is dana.contact_attempts[0].note


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two referrals of one day: Lee, who is lost, in a folder of his own; old enough to be believed."""
    monkeypatch.setattr(reread, "RACY_NS", -1_000_000_000_000)
    journal = tmp_path / "journal"
    write(journal, "journal.yaml", "format: 1\n")
    write(journal, "referrals/2026/2026-03-02-dana.yaml", "borrower: Dana\nsource: cpa\n")
    lost = "outcome: {status: lost, date: 2026-03-05, reason: went_cold}\n"
    write(journal, "referrals/lost/2026-03-02-lee.yaml", f"borrower: Lee\nsource: cpa\n{lost}")
    return journal


@pytest.mark.parametrize(("many", "staying", "shares"), [(2, True, True), (3, True, False), (2, False, False)])
def test_only_who_stays_shares_and_only_in_a_large_journal(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int, staying: bool, shares: bool
) -> None:
    monkeypatch.setattr(index, "MANY", many)
    cache = tmp_path / "j.index"
    whole = load(root, cache=cache).journal
    found = load(root, cache=cache, staying=staying).journal

    assert found == whole
    dana, lee = found.referrals.values()
    assert (dana.received is lee.received) is shares
