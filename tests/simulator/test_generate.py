"""A journal of any size: as many referrals as asked for, about one in nine open, no fault in it."""

import datetime as dt
from pathlib import Path

import pytest

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
