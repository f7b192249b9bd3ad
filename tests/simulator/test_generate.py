"""A journal of any size: as many referrals as asked for, about one in nine open, no fault in it."""

import datetime as dt
from pathlib import Path

import pytest

from benchmarks.crowd import tell_apart
from benchmarks.generate import LAST_DAY, generate
from textual_tracker.store.load import load

NUMBER = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("load") / "journal"
    assert generate(NUMBER, place) == LAST_DAY == dt.date(2026, 3, 10)
    return place


def test_it_has_so_many_referrals_partners_and_days_and_no_fault(folder: Path) -> None:
    journal = load(folder, cache=None).journal
    assert len(journal.referrals) == NUMBER
    assert len(journal.partners) == 20
    assert len(journal.days) > 200
    assert journal.problems == ()
    assert max(referral.received for referral in journal.referrals.values()) <= LAST_DAY


def test_among_a_thousand_next_to_nobody_is_taken_for_somebody_else(tmp_path: Path) -> None:
    generate(1000, tmp_path / "journal")
    journal = load(tmp_path / "journal", cache=None).journal
    assert len(journal.problems) < 10
    phones = [referral.phone for referral in journal.referrals.values() if referral.phone]
    assert len(set(phones)) == len(phones) > 900


def test_what_nobody_has_nobody_gets() -> None:
    assert tell_apart({"name": "Dana Ortiz", "best_time": "evenings"}, 1) == {
        "name": "Dana B. Ortiz",
        "best_time": "evenings",
    }
    assert tell_apart({"name": "Ana Gómez", "phone": "503-555-0100", "email": "x@example.com"}, 79_999) == {
        "name": "Ana X. Gómez",
        "phone": "999-555-0199",
        "email": "ana.x.gomez99@example.com",
    }


def test_the_same_number_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    generate(NUMBER, tmp_path / "again")
    assert _bytes(tmp_path / "again") == _bytes(folder)


def test_more_years_leave_more_unrecorded_losses_and_the_same_share_open(tmp_path: Path) -> None:
    for number in (400, 2000):
        generate(number, tmp_path / str(number))
        texts = [path.read_text(encoding="utf-8") for path in (tmp_path / str(number) / "referrals").rglob("*.yaml")]
        still_open = sum("\noutcome:" not in text for text in texts)
        assert 0.08 < still_open / number < 0.14


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}
