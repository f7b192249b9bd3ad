import subprocess
import sys
from pathlib import Path

import pytest

from textual_tracker.errors import NoJournalError
from textual_tracker.store import layout


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    root = tmp_path / "clients"
    (root / "referrals" / "2026").mkdir(parents=True)
    (root / "journal.yaml").touch()
    return root


def test_a_journal_is_found_from_any_folder_in_it(journal: Path) -> None:
    assert layout.find_journal(None, {}, journal / "referrals" / "2026") == journal
    assert layout.find_journal(None, {}, journal) == journal


def test_the_nearest_journal_wins(journal: Path) -> None:
    inner = journal / "referrals"
    (inner / "journal.yaml").touch()

    assert layout.find_journal(None, {}, inner / "2026") == inner


def test_a_named_journal_wins_over_the_variable_and_the_variable_over_here(journal: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "journal.yaml").touch()

    assert layout.find_journal(None, {"TRACKER_JOURNAL": str(other)}, journal) == other
    assert layout.find_journal(journal, {"TRACKER_JOURNAL": str(other)}, other) == journal
    assert layout.find_journal("../clients", {}, other) == journal


def test_an_empty_variable_is_none(journal: Path) -> None:
    assert layout.find_journal(None, {"TRACKER_JOURNAL": ""}, journal) == journal


def test_home_is_known_in_a_named_journal(journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert layout.find_journal("~/clients", {}, tmp_path) == journal


def test_its_journal_yaml_names_a_journal_too(journal: Path, tmp_path: Path) -> None:
    assert layout.find_journal(journal / "journal.yaml", {}, tmp_path) == journal


def test_no_journal_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(
        NoJournalError, match=r"no journal\.yaml in this folder or above it.*tracker init.*tracker demo"
    ):
        layout.find_journal(None, {}, tmp_path)


@pytest.mark.parametrize("named", ["nowhere", "nul\0byte", ""])
def test_a_named_folder_that_is_no_journal_is_named_in_the_refusal(tmp_path: Path, named: str) -> None:
    with pytest.raises(NoJournalError):
        layout.find_journal(named or tmp_path, {}, tmp_path)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("journal.yaml", "journal"),
        ("referrals/2026/2026-03-02-dana-ortiz.yaml", "referral"),
        ("referrals/2026-03-02-dana-ortiz.yml", "referral"),
        ("activity/2026/2026-03-02.yaml", "activity"),
        ("activity/maria/2026/2026-03-02.yaml", "activity"),
        ("partners/sarah-chen.YAML", "partner"),
        ("journal.yml", None),
        ("referrals", None),
        ("examples/referral.yaml", None),
        (".schema/referral.schema.json", None),
        ("referrals/.git/config.yaml", None),
        ("referrals/2026/notes.txt", None),
        ("referrals/2026/.#dana.yaml", None),
        ("dana.yaml", None),
        ("sub/journal.yaml", None),
        ("", None),
    ],
)
def test_what_a_file_is_depends_on_its_place(path: str, kind: str | None) -> None:
    assert layout.kind_of(path) == kind


@pytest.mark.parametrize(
    "name",
    [
        ".dana.yaml.swp", "dana.yaml.swp", "dana.yaml.swx", "4913", "#dana.yaml#", ".#dana.yaml", "dana.yaml~",
        "dana.yaml.tmp", "dana.yaml.orig", "dana.yaml.bak", "dana.yaml.bak1", "sedAbC123", ".hidden",
        "dana (conflicted copy).yaml",
        "dana (Ana's conflicted copy 2026-03-02).yaml", "dana (Conflicted Copy 2).yaml",
        "dana.sync-conflict-20260302-101500-ABCDEFG.yaml",
    ],
)  # fmt: skip
def test_droppings_are_no_records(name: str) -> None:
    assert layout.is_dropping(name)
    assert not layout.is_record_name(name)


@pytest.mark.parametrize(
    "name",
    ["2026-03-02-dana-ortiz.yaml", "49130.yaml", "sedona.yaml", "conflict-resolved.yaml", "bak.yaml", "x.tmp.yaml"],
)
def test_a_name_that_only_resembles_a_dropping_is_a_record(name: str) -> None:
    assert not layout.is_dropping(name)
    assert layout.is_record_name(name)


def test_a_conflicted_copy_is_recognised_where_it_copies_a_record() -> None:
    assert layout.is_conflicted_copy("dana (conflicted copy 2026-03-02).yaml")
    assert layout.is_conflicted_copy("dana.sync-conflict-20260302-101500-ABCDEFG.yml")
    assert not layout.is_conflicted_copy("photo (conflicted copy).jpg")
    assert not layout.is_conflicted_copy(".dana (conflicted copy).yaml")
    assert not layout.is_conflicted_copy("dana.yaml")


def test_the_id_is_the_stem_as_it_is_written() -> None:
    assert layout.stem("referrals/2026/2026-03-02-Dana-Ortiz.yaml") == "2026-03-02-Dana-Ortiz"
    assert layout.stem("partners/st.james.yml") == "st.james"
    assert layout.long_id("referrals/2025/2026-03-02-dana-ortiz.yaml") == "2025/2026-03-02-dana-ortiz"


def test_finding_a_journal_for_completion_loads_nothing_slow(journal: Path) -> None:
    script = (
        "import sys; from textual_tracker.store import layout; from textual_tracker.config import places;"
        f"layout.find_root(None, {{}}, {str(journal)!r}); places.names_file({str(journal)!r});"
        "print([name for name in ('pathlib', 'typing', 'msgspec', 'platformdirs') if name in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert answer.stdout == "[]\n"
