"""What may be left out for a look at who is stalled, and when it is."""

import datetime as dt
import shutil
from pathlib import Path
from unittest import mock

import pytest

from tests.store.conftest import write
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import stalled_rows
from textual_tracker.config.resources import sample_journal_folder
from textual_tracker.core.records import EndedOutcome, Outcome, Referral
from textual_tracker.store import load as load_module
from textual_tracker.store import reread
from textual_tracker.store.content import read_record
from textual_tracker.store.load import Loaded, load, reload
from textual_tracker.store.settled import settled_on

CLOSED_DAY = dt.date(2026, 4, 28)
DAY_AFTER = dt.date(2026, 4, 29)
SECOND_CHANCE = dt.date(2026, 9, 1)
PATH = "referrals/2026/2026-03-0{}-{}.yaml"
ALL = ["2026-03-02-dana-ortiz", "2026-03-03-lee-soto", "2026-03-04-jo-hale"]


def referral(outcome: Outcome, *, faulty: bool = False) -> Referral:
    return Referral(id="x", path="x", name="Dana", received=dt.date(2026, 3, 2), outcome=outcome, faulty=faulty)


@pytest.mark.parametrize("status", ["closed", "lost"])
def test_a_referral_is_settled_from_the_day_on_which_it_closed_or_was_lost(status: str) -> None:
    assert settled_on(referral(Outcome(status=status, date=CLOSED_DAY))) == CLOSED_DAY


@pytest.mark.parametrize("came_back", [dt.date(2026, 4, 1), CLOSED_DAY])
def test_so_is_one_that_came_back_once_and_ended_again(came_back: dt.date) -> None:
    earlier = EndedOutcome(status="nurture", date=dt.date(2026, 3, 9), ended=came_back)

    assert settled_on(referral(Outcome(status="closed", date=CLOSED_DAY, earlier=(earlier,)))) == CLOSED_DAY


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(),
        Outcome(status="open", date=CLOSED_DAY),
        Outcome(status="nurture", date=CLOSED_DAY, revisit=SECOND_CHANCE),
        Outcome(status="lost", date=CLOSED_DAY, revisit=SECOND_CHANCE),
        Outcome(status="closed"),
        Outcome(status="lost", date=CLOSED_DAY, earlier=(EndedOutcome(status="lost"),)),
        Outcome(status="lost", date=CLOSED_DAY, earlier=(EndedOutcome(status="lost", ended=DAY_AFTER),)),
    ],
)
def test_whatever_may_still_ask_for_something_is_not(outcome: Outcome) -> None:
    assert settled_on(referral(outcome)) is None


def test_a_file_with_an_error_is_not_for_the_error_may_hide_a_second_chance() -> None:
    assert settled_on(referral(Outcome(status="closed", date=CLOSED_DAY), faulty=True)) is None


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "j.index"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Dana is open, Lee lost on 5 March, Jo closed on 28 April; all long enough ago to be trusted."""
    monkeypatch.setattr(reread, "RACY_NS", -1_000_000_000_000)
    journal = tmp_path / "journal"
    write(journal, "journal.yaml", "format: 1\n")
    write(journal, PATH.format(2, "dana-ortiz"), "borrower: Dana\nsource: cpa\n")
    lost = "outcome: {status: lost, date: 2026-03-05, reason: went_cold}\n"
    write(journal, PATH.format(3, "lee-soto"), f"borrower: Lee\nsource: cpa\n{lost}")
    closed = "outcome: {status: closed, date: 2026-04-28}\n"
    write(journal, PATH.format(4, "jo-hale"), f"borrower: Jo\nsource: cpa\n{closed}")
    return journal


def ids(loaded: Loaded) -> list[str]:
    return sorted(loaded.journal.referrals)


def test_settled_referrals_are_left_out_where_nothing_changed(root: Path, cache: Path) -> None:
    assert ids(load(root, cache=cache, settled_by=CLOSED_DAY)) == ALL
    again = load(root, cache=cache, settled_by=CLOSED_DAY)

    assert ids(again) == ["2026-03-02-dana-ortiz"]
    assert again.journal.problems == ()
    assert again.journal.unreadable == ()
    assert ids(load(root, cache=cache)) == ALL


def test_a_file_with_a_warning_is_not_taken_for_unreadable(root: Path, cache: Path) -> None:
    lost = "outcome: {status: lost, date: 2026-03-05, reason: went_cold}\n"
    write(root, PATH.format(3, "lee-soto"), f"borrower: Lee\nsource: cpa\nnotes: SSN 078-05-1120\n{lost}")
    load(root, cache=cache)
    again = load(root, cache=cache, settled_by=CLOSED_DAY)

    assert [problem.severity for problem in again.journal.problems] == ["warning"]
    assert again.journal.unreadable == ()
    assert not again.whole


def test_none_is_left_out_before_the_last_of_its_folder_was_settled(root: Path, cache: Path) -> None:
    load(root, cache=cache)

    assert ids(load(root, cache=cache, settled_by=CLOSED_DAY - dt.timedelta(days=1))) == ALL


def test_none_is_left_out_and_none_is_forgotten_where_a_file_changed(root: Path, cache: Path) -> None:
    load(root, cache=cache)
    write(root, PATH.format(2, "dana-ortiz"), "borrower: Dana Brown\nsource: cpa\n")

    assert ids(load(root, cache=cache, settled_by=CLOSED_DAY)) == ALL
    assert ids(load(root, cache=cache)) == ALL


@pytest.mark.parametrize("change", ["new folder", "folder gone", "file gone"])
def test_nor_where_files_or_folders_came_or_went(root: Path, cache: Path, change: str) -> None:
    write(root, "partners/sarah-chen.yaml", "name: Sarah\ntype: cpa\n")
    load(root, cache=cache)
    if change == "new folder":
        write(root, "referrals/2025/2025-03-05-kai.yaml", "borrower: Kai\nsource: cpa\n")
    elif change == "folder gone":
        shutil.rmtree(root / "partners")
    else:
        (root / PATH.format(2, "dana-ortiz")).unlink()

    assert set(ids(load(root, cache=cache, settled_by=CLOSED_DAY))) >= set(ALL[1:])


def test_damage_to_what_is_left_out_is_found_by_who_reads_it(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(root, cache=cache)
    whole = cache.read_bytes()
    cache.write_bytes(whole.replace(b"Lee", b"Leo"))
    reader = mock.Mock(wraps=read_record)
    monkeypatch.setattr(load_module, "read_record", reader)

    assert ids(load(root, cache=cache, settled_by=CLOSED_DAY)) == ALL[:1]
    assert reader.call_count == 0
    assert load(root, cache=cache).journal.referrals[ALL[1]].name == "Lee"
    assert reader.call_count == 4
    assert cache.read_bytes() == whole


def test_a_program_that_runs_on_has_them_again(root: Path, cache: Path) -> None:
    load(root, cache=cache)

    assert ids(reload(load(root, cache=cache, settled_by=CLOSED_DAY))) == ALL


def test_who_is_stalled_is_the_same_without_them_on_any_day(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reread, "RACY_NS", -1_000_000_000_000)
    root = tmp_path / "sample"
    shutil.copytree(sample_journal_folder(), root)
    whole = load(root, cache=cache)
    last = max(dt.date.fromisoformat(day) for _, day in whole.journal.days)
    left_out = 0
    for days in (0, 1, 30, 90, 200, 400, -1, -30, -200):
        today = last + dt.timedelta(days=days)
        some = load(root, cache=cache, settled_by=today).journal
        left_out = max(left_out, len(whole.journal.referrals) - len(some.referrals))
        for at_risk in (False, True):
            rows = stalled_rows(Snapshot(whole.journal, today), at_risk=at_risk)
            assert stalled_rows(Snapshot(some, today), at_risk=at_risk) == rows
    assert left_out > len(whole.journal.referrals) / 2


def test_who_was_left_out_is_known_by_name(root: Path, cache: Path) -> None:
    assert load(root, cache=cache).names_left_out == ""
    again = load(root, cache=cache, settled_by=CLOSED_DAY)

    assert again.names_left_out == "\t2026-03-03-lee-soto\t lee \n\t2026-03-04-jo-hale\t jo \n"


def test_an_index_that_can_be_spared_is_not_written_and_leaves_out_what_it_can(root: Path, cache: Path) -> None:
    write(root, "referrals/2025/2025-03-05-kai-moss.yaml", "borrower: Kai\nsource: cpa\n")
    load(root, cache=cache)
    written = cache.read_bytes()
    write(root, "referrals/2025/2025-03-05-kai-moss.yaml", "borrower: Kai Brown\nsource: cpa\n")
    spared = load(root, cache=cache, settled_by=CLOSED_DAY, spare=1)

    assert ids(spared) == ["2025-03-05-kai-moss", "2026-03-02-dana-ortiz"]
    assert spared.journal.referrals["2025-03-05-kai-moss"].name == "Kai Brown"
    assert cache.read_bytes() == written


def test_it_is_written_where_more_files_differ_than_are_to_be_spared(root: Path, cache: Path) -> None:
    load(root, cache=cache)
    written = cache.read_bytes()
    for day, name in ((2, "dana-ortiz"), (5, "kai-moss")):
        write(root, PATH.format(day, name), "borrower: Somebody else\nsource: cpa\n")
    found = load(root, cache=cache, settled_by=CLOSED_DAY, spare=1)

    assert ids(found) == [*ALL, "2026-03-05-kai-moss"]
    assert cache.read_bytes() != written
