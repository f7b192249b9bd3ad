"""A running program: what is lost, what is held back, what stays on show. Moments are in seconds."""

import os
from pathlib import Path

import pytest

from tests.store.conftest import write
from textual_tracker.core.problems import ERROR
from textual_tracker.store import scan as scan_module
from textual_tracker.store.load import Loaded, load, reload

pytestmark = pytest.mark.usefixtures("reader")

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
ID = "2026-03-02-dana-ortiz"


@pytest.fixture
def before(root: Path) -> Loaded:
    return load(root, cache=None)


def names(loaded: Loaded) -> list[str]:
    return sorted(referral.name for referral in loaded.journal.referrals.values())


def codes(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.journal.problems]


def test_a_file_that_breaks_keeps_its_last_good_record_marked(root: Path, before: Loaded) -> None:
    write(root, DANA, "a: b: c")
    after = reload(before)

    dana = after.journal.referrals[ID]
    assert (dana.name, dana.stale, dana.faulty) == ("Dana Ortiz", True, True)
    assert [problem.path for problem in after.journal.unreadable] == [DANA]
    assert codes(after) == ["syntax"]


def test_it_stays_while_the_file_is_broken_otherwise_and_is_mended_with_it(root: Path, before: Loaded) -> None:
    write(root, DANA, "a: b: c")
    broken = reload(before)
    write(root, DANA, "still: broken")
    broken_again = reload(broken)

    assert broken_again.journal.referrals[ID] is broken.journal.referrals[ID]
    assert broken_again.journal.problems[0].message == "no name: 'still: broken'"
    write(root, DANA, "Dana Brown")
    mended = reload(broken_again)
    assert mended.journal == load(root, cache=None).journal


def test_a_stale_record_that_is_deleted_is_gone(root: Path, before: Loaded) -> None:
    write(root, DANA, "a: b: c")
    broken = reload(before)
    (root / DANA).unlink()

    assert names(reload(broken)) == []
    assert codes(reload(broken)) == []


def test_the_command_line_never_shows_a_stale_record(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "j.index"
    load(root, cache=cache)
    write(root, DANA, "a: b: c")

    assert names(load(root, cache=cache)) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_file_that_becomes_a_pipe_keeps_its_last_good_record(root: Path, before: Loaded) -> None:
    (root / DANA).unlink()
    os.mkfifo(root / DANA)
    after = reload(before)

    assert after.journal.referrals[ID].stale
    assert codes(after) == ["not_a_file"]


def test_settings_that_break_or_go_stay_the_last_good_ones(root: Path, before: Loaded) -> None:
    write(root, "journal.yaml", "a: b: c")
    broken = reload(before)
    assert (broken.journal.settings.officer, broken.journal.settings.stale) == ("Ana Rivera", True)
    assert codes(broken) == ["syntax"]

    (root / "journal.yaml").unlink()
    gone = reload(broken)
    assert gone.journal.settings == broken.journal.settings
    assert codes(gone) == ["no_settings"]


def test_settings_that_are_gone_are_told_so_at_every_look_from_the_second_on(root: Path, before: Loaded) -> None:
    (root / "journal.yaml").unlink()
    looked = reload(before, moment=10.0)
    assert codes(looked) == []

    for moment in (10.3, 11.0, 11.1, 12.0):
        looked = reload(looked, moment=moment)
        assert codes(looked) == ["no_settings"]
        assert looked.journal.settings.officer == "Ana Rivera"
        assert looked.settles_at() is None


def test_a_folder_that_cannot_be_listed_keeps_its_records(before: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, *_args: int) -> int:
        raise OSError(5, "Input/output error", path)

    with monkeypatch.context() as broken:
        broken.setattr(scan_module, "_BY_DESCRIPTOR", True)
        broken.setattr(os, "open", refuse)
        dark = reload(before)

    assert (dark.journal.referrals[ID].name, dark.journal.referrals[ID].stale) == ("Dana Ortiz", True)
    assert [problem.path for problem in dark.journal.unreadable] == ["activity", "partners", "referrals"]
    assert reload(dark).journal == before.journal


def test_a_deletion_is_believed_at_the_second_look(root: Path, before: Loaded) -> None:
    (root / DANA).unlink()
    first = reload(before, moment=10.0)
    assert names(first) == ["Dana Ortiz"]
    assert first.settles_at() == 10.3
    assert first.journal is before.journal

    too_early = reload(first, moment=10.2)
    assert names(too_early) == ["Dana Ortiz"]
    believed = reload(too_early, moment=10.3)
    assert names(believed) == []
    assert believed.settles_at() is None


def test_a_file_that_is_replaced_is_never_gone(root: Path, before: Loaded) -> None:
    (root / DANA).unlink()
    first = reload(before, moment=10.0)
    write(root, DANA, "Dana Brown")
    second = reload(first, moment=10.1)

    assert names(second) == ["Dana Brown"]
    assert second.settles_at() is None


def test_a_renamed_file_is_believed_at_once(root: Path, before: Loaded) -> None:
    (root / DANA).rename(root / "referrals/2026/2026-03-02-dana-brown.yaml")
    after = reload(before, moment=10.0)

    assert list(after.journal.referrals) == ["2026-03-02-dana-brown"]
    assert after.settles_at() is None


def test_an_emptied_file_is_shown_as_it_was_until_it_is_written(root: Path, before: Loaded) -> None:
    write(root, DANA, "")
    empty = reload(before, moment=10.0)
    assert empty.journal is before.journal
    assert empty.settles_at() == 11.0

    write(root, DANA, "Dana Brown")
    assert names(reload(empty, moment=10.6)) == ["Dana Brown"]
    assert codes(reload(empty, moment=10.6)) == []


def test_a_file_that_stays_empty_is_told(root: Path, before: Loaded) -> None:
    write(root, DANA, "")
    empty = reload(before, moment=10.0)

    assert codes(reload(empty, moment=10.9)) == []
    assert codes(reload(empty, moment=11.0)) == ["syntax"]


def test_a_file_that_grows_is_shown_as_it_was_until_it_is_whole(root: Path, before: Loaded) -> None:
    looked = before
    for moment, text in [(10.0, ""), (10.25, "ha: lf"), (10.5, "ha: lf wr: itten")]:
        write(root, DANA, text)
        looked = reload(looked, moment=moment)
        assert looked.journal is before.journal
    assert looked.settles_at() == 10.8
    write(root, DANA, "Dana Brown")

    assert names(reload(looked, moment=10.75)) == ["Dana Brown"]


def test_an_error_is_shown_when_a_later_look_finds_the_same(root: Path, before: Loaded) -> None:
    write(root, DANA, "who?")
    first = reload(before, moment=10.0)
    assert codes(first) == []
    assert first.settles_at() == 10.3
    second = reload(first, moment=10.3)

    assert codes(second) == ["enum"]
    assert (second.journal.referrals[ID].faulty, second.journal.referrals[ID].stale) == (True, False)


def test_a_new_file_is_not_shown_broken_at_the_first_look(root: Path, before: Loaded) -> None:
    write(root, "referrals/2026/2026-03-05-lee.yaml", "a: b")
    first = reload(before, moment=10.0)
    assert codes(first) == []
    assert first.journal.unreadable == ()

    second = reload(first, moment=10.3)
    assert codes(second) == ["syntax"]
    assert len(second.journal.unreadable) == 1


def test_a_file_that_keeps_breaking_is_shown_broken_after_a_second(root: Path, before: Loaded) -> None:
    looked = before
    for step in range(10):
        write(root, DANA, f"half {step}: written{'!' * step}")
        looked = reload(looked, moment=10 + step / 10)
        assert codes(looked) == []
    write(root, DANA, "and: so on and on")

    assert codes(reload(looked, moment=11.0)) == ["syntax"]


def test_a_file_broken_already_tells_its_next_error_at_once(root: Path, before: Loaded) -> None:
    write(root, DANA, "a: b: c")
    broken = reload(before)
    write(root, DANA, "other: error")

    assert reload(broken, moment=10.0).journal.problems[0].message == "no name: 'other: error'"


def test_only_the_named_folders_are_looked_at(root: Path, before: Loaded) -> None:
    write(root, "referrals/2026/2026-03-05-lee.yaml", "Lee Ortiz")
    write(root, "partners/mike-tran.yaml", "Mike Tran")
    after = reload(before, only={"partners"})

    assert names(after) == ["Dana Ortiz"]
    assert sorted(after.journal.partners) == ["mike-tran", "sarah-chen"]
    assert reload(after).journal == load(root, cache=None).journal


def test_a_file_in_doubt_is_looked_at_whatever_is_named(root: Path, before: Loaded) -> None:
    (root / "referrals").rename(root / "away")
    doubtful = reload(before, moment=10.0)
    assert names(doubtful) == ["Dana Ortiz"]
    (root / "away").rename(root / "referrals")
    back = reload(doubtful, moment=10.5, only={"partners"})

    assert names(back) == ["Dana Ortiz"]
    assert back.settles_at() is None


def test_an_error_of_a_file_says_so_in_the_journal(root: Path, before: Loaded) -> None:
    write(root, DANA, "who?")

    assert [(problem.code, problem.severity) for problem in reload(before).journal.problems] == [("enum", ERROR)]
