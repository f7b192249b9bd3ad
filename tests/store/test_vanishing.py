"""A journal that goes away while it is shown: it stays as it was before it began to go. Moments are in seconds."""

import shutil
from pathlib import Path

import pytest

from tests.store.conftest import write
from textual_tracker.store.load import Loaded, load, reload
from textual_tracker.store.vanishing import absence

pytestmark = pytest.mark.usefixtures("reader")

TEN = [f"referrals/2026/2026-03-{day:02}-lee.yaml" for day in range(1, 11)]


@pytest.fixture
def root(root: Path) -> Path:
    """The journal of one referral, one day and one partner, and ten referrals more."""
    for path in TEN:
        write(root, path, f"Lee {path[-11:-9]}")
    return root


@pytest.fixture
def before(root: Path) -> Loaded:
    return load(root, cache=None)


def remove(root: Path, paths: list[str]) -> None:
    for path in paths:
        (root / path).unlink()


def test_what_is_missing_of_a_journal(root: Path) -> None:
    assert absence(root) == ""
    for name in ("journal.yaml", "activity", "partners"):
        (root / name).rename(root / f"{name}.away")
    assert absence(root) == ""
    (root / "referrals").rename(root / "elsewhere")
    assert absence(root) == "content"
    shutil.rmtree(root)
    assert absence(root) == "folder"


@pytest.mark.parametrize("moment", [None, 10.0])
def test_a_folder_that_is_gone_leaves_everything_as_it_was(
    root: Path, tmp_path: Path, before: Loaded, moment: float | None
) -> None:
    root.rename(tmp_path / "away")
    gone = reload(before, moment=moment)
    assert gone.absence == "folder"
    assert gone.journal is before.journal
    assert gone.settles_at() is None
    assert reload(gone, moment=20.0).journal is before.journal

    (tmp_path / "away").rename(root)
    back = reload(gone, moment=21.0, only={"partners"})
    assert (back.absence, back.settles_at()) == ("", None)
    assert back.journal is before.journal


def test_a_folder_that_lost_all_of_the_journal_counts_as_gone(root: Path, before: Loaded) -> None:
    write(root, ".git/HEAD", "ref")
    for name in ("referrals", "activity", "partners"):
        shutil.rmtree(root / name)
    (root / "journal.yaml").unlink()
    looked = reload(reload(before, moment=10.0), moment=20.0)
    assert (looked.absence, looked.journal) == ("content", before.journal)

    shutil.rmtree(root)
    assert reload(looked, moment=30.0).absence == "folder"


def test_looks_in_the_middle_of_a_deletion_are_forgotten_when_the_folder_goes(root: Path, before: Loaded) -> None:
    looked = before
    for step, path in enumerate(TEN[:3]):
        (root / path).unlink()
        looked = reload(looked, moment=10.0 + step)
    assert len(looked.journal.referrals) == 9
    shutil.rmtree(root)

    assert reload(looked, moment=13.0).journal is before.journal


def test_so_is_a_look_that_a_person_asked_for(root: Path, before: Loaded) -> None:
    remove(root, TEN)
    halfway = reload(before)
    assert len(halfway.journal.referrals) == 1
    shutil.rmtree(root)

    assert reload(halfway).journal is before.journal


def test_what_was_deleted_long_before_the_folder_goes_does_not_come_back(root: Path, before: Loaded) -> None:
    (root / TEN[0]).unlink()
    looked = reload(reload(before, moment=10.0), moment=10.4)
    shutil.rmtree(root)

    assert len(reload(looked, moment=15.5).journal.referrals) == 10


def test_what_was_written_after_a_deletion_is_kept_when_the_folder_goes(root: Path, before: Loaded) -> None:
    (root / TEN[0]).unlink()
    looked = reload(reload(before, moment=10.0), moment=10.4)
    write(root, TEN[1], "Lee Soto")
    looked = reload(looked, moment=10.8)
    shutil.rmtree(root)

    assert reload(looked, moment=11.0).journal is looked.journal


def test_many_losses_are_believed_a_second_after_the_last_of_them(root: Path, before: Loaded) -> None:
    remove(root, TEN[:8])
    first = reload(before, moment=10.0)
    assert first.settles_at() == 11.0
    remove(root, TEN[8:])
    second = reload(first, moment=10.9)
    assert second.settles_at() == 11.9
    assert second.journal is before.journal

    assert len(reload(second, moment=11.9).journal.referrals) == 1


def test_many_renamed_files_are_believed_at_once(root: Path, before: Loaded) -> None:
    for path in TEN:
        (root / path).rename(root / path.replace("lee", "li"))
    after = reload(before, moment=10.0)

    assert after.settles_at() is None
    assert f"{TEN[0][15:-8]}li" in after.journal.referrals
