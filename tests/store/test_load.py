import os
from pathlib import Path

import pytest

from tests.store.conftest import write
from tests.store.fakes import CountingReader
from textual_tracker.core.problems import ERROR, WARNING
from textual_tracker.core.settings import Settings
from textual_tracker.store import opening
from textual_tracker.store.load import load

pytestmark = pytest.mark.usefixtures("reader")

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"


def test_a_load_has_every_record_by_its_id(root: Path, reader: CountingReader) -> None:
    journal = load(root, cache=None).journal

    assert journal.settings.officer == "Ana Rivera"
    assert journal.referrals["2026-03-02-dana-ortiz"].name == "Dana Ortiz"
    assert journal.partners["sarah-chen"].path == "partners/sarah-chen.yaml"
    assert journal.days["", "2026-03-02"].comment == "a good day"
    assert journal.problems == ()
    assert len(reader.paths) == 4


def test_a_file_that_cannot_be_read_hides_no_other(root: Path) -> None:
    write(root, "referrals/2026/2026-03-03-bad.yaml", "a: b: c")
    journal = load(root, cache=None).journal

    assert list(journal.referrals) == ["2026-03-02-dana-ortiz"]
    assert [(problem.path, problem.code) for problem in journal.unreadable] == [
        ("referrals/2026/2026-03-03-bad.yaml", "syntax")
    ]
    assert journal.problems == journal.unreadable
    assert journal.errors == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_with_a_records_name_is_among_the_unreadable(root: Path) -> None:
    os.mkfifo(root / "referrals/2026/pipe.yaml")
    journal = load(root, cache=None).journal

    assert [problem.code for problem in journal.unreadable] == ["not_a_file"]
    assert [problem.code for problem in journal.problems] == ["not_a_file"]


def test_two_files_with_one_name_both_stay_and_the_later_is_told(root: Path) -> None:
    write(root, "referrals/2025/2026-03-02-dana-ortiz.yaml", "Dana in the wrong folder")
    write(root, "referrals/2026/2026-03-02-dana-ortiz.yml", "Dana again")
    journal = load(root, cache=None).journal

    assert {referral_id: referral.name for referral_id, referral in journal.referrals.items()} == {
        "2026-03-02-dana-ortiz": "Dana in the wrong folder",
        "2026/2026-03-02-dana-ortiz": "Dana Ortiz",
        "referrals/2026/2026-03-02-dana-ortiz.yml": "Dana again",
    }
    assert all(referral.id == referral_id for referral_id, referral in journal.referrals.items())
    assert [(problem.path, problem.code, problem.severity) for problem in journal.problems] == [
        (DANA, "duplicate_id", WARNING),
        ("referrals/2026/2026-03-02-dana-ortiz.yml", "duplicate_id", WARNING),
    ]


def test_a_second_file_for_a_day_is_told_and_not_counted(root: Path) -> None:
    write(root, "activity/2026/2026-03-02.yml", "the same day")
    journal = load(root, cache=None).journal

    assert [day.comment for day in journal.days.values()] == ["a good day"]
    assert [(problem.path, problem.code) for problem in journal.problems] == [
        ("activity/2026/2026-03-02.yml", "duplicate_day")
    ]


def test_broken_settings_are_the_defaults_and_the_records_still_load(root: Path) -> None:
    write(root, "journal.yaml", "a: b: c")
    journal = load(root, cache=None).journal

    assert journal.settings == Settings()
    assert len(journal.referrals) == 1
    assert [(problem.path, problem.severity) for problem in journal.problems] == [("journal.yaml", ERROR)]
    assert journal.unreadable == ()


def test_a_folder_without_journal_yaml_says_so(root: Path) -> None:
    (root / "journal.yaml").unlink()
    journal = load(root, cache=None).journal

    assert [problem.code for problem in journal.problems] == ["no_settings"]
    assert len(journal.referrals) == 1


def test_only_what_changed_is_read_again_and_the_rest_stays_the_same_objects(
    root: Path, reader: CountingReader
) -> None:
    write(root, "referrals/2026/2026-03-03-lee.yaml", "Lee")
    before = load(root, cache=None)
    reader.paths.clear()
    write(root, DANA, "Dana Brown")
    after = load(root, cache=None, previous=before)

    assert reader.paths == [DANA]
    assert after.journal.referrals["2026-03-02-dana-ortiz"].name == "Dana Brown"
    assert after.journal.referrals["2026-03-03-lee"] is before.journal.referrals["2026-03-03-lee"]


def test_where_nothing_changed_the_journal_is_the_same_object(root: Path, reader: CountingReader) -> None:
    before = load(root, cache=None)
    reader.paths.clear()
    again = load(root, cache=None, previous=before)

    assert again.journal is before.journal
    assert reader.paths == []


def test_a_second_file_of_one_name_in_one_folder_is_told_as_soon_as_it_is_there(root: Path) -> None:
    before = load(root, cache=None)
    write(root, DANA.replace(".yaml", ".yml"), "Dana again")
    after = load(root, cache=None, previous=before)

    assert after.journal == load(root, cache=None).journal
    assert [problem.code for problem in after.journal.problems] == ["duplicate_id"]


def test_a_record_of_which_only_the_comments_changed_is_the_same_object(root: Path) -> None:
    before = load(root, cache=None)
    write(root, DANA, "Dana Ortiz\n# as the tiny reader has it: all after the first line\n")
    write(root, "partners/sarah-chen.yaml", "Sarah Chen-Ortiz")
    after = load(root, cache=None, previous=before)

    assert after.journal.partners["sarah-chen"].name == "Sarah Chen-Ortiz"
    assert after.journal.referrals["2026-03-02-dana-ortiz"] is before.journal.referrals["2026-03-02-dana-ortiz"]


def test_files_between_others_come_and_go(root: Path) -> None:
    """A folder's columns begin and end as they were: what lies between is all that is looked at."""
    names = ["ana", "ben", "cleo", "dov", "eva"]
    for name in names:
        write(root, f"partners/{name}.yaml", name)
    loaded = load(root, cache=None)
    for change in (
        {"cleo": None},
        {"abe": "Abe", "zoe": "Zoe"},
        {"ben": "Benny", "dov": None},
        {"cleo": "Cleo", "abe": None},
    ):
        for name, text in change.items():
            if text is None:
                (root / f"partners/{name}.yaml").unlink()
            else:
                write(root, f"partners/{name}.yaml", text)
        loaded = load(root, cache=None, previous=loaded)
        fresh = load(root, cache=None)

        assert list(loaded.journal.partners.items()) == list(fresh.journal.partners.items())
        assert loaded.state.folders == fresh.state.folders


def test_a_duplicate_stays_the_same_object_too(root: Path) -> None:
    write(root, "referrals/2025/2026-03-02-dana-ortiz.yaml", "Dana elsewhere")
    before = load(root, cache=None)
    write(root, "partners/mike-tran.yaml", "Mike Tran")
    after = load(root, cache=None, previous=before)

    assert after.journal.referrals == before.journal.referrals
    for referral_id, referral in after.journal.referrals.items():
        assert referral is before.journal.referrals[referral_id]


def test_a_deleted_file_goes(root: Path) -> None:
    before = load(root, cache=None)
    (root / DANA).unlink()

    assert load(root, cache=None, previous=before).journal.referrals == {}


def test_a_file_is_read_as_far_as_a_record_may_reach_and_one_byte_further(root: Path) -> None:
    (root / DANA).write_bytes(b"x" * (2**20 + 5000))
    data = opening.read_file(str(root), DANA)

    assert isinstance(data, bytes)
    assert len(data) == 2**20 + 1
