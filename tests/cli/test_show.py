"""`tracker show`: one referral, what fires, and its story."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from tests.histories import write_history


@pytest.mark.parametrize("typed", ["2026-03-06-dana-ortiz", "dana-ortiz", "dana", "Dana Ortiz", "DANA", "03-06"])
def test_a_referral_is_named_by_its_id_or_a_part_that_only_it_has(tracker: Tracker, typed: str) -> None:
    assert tracker("show", typed).out.startswith("Dana Ortiz ")


def test_several_words_are_one_name_and_accents_do_not_matter(tracker: Tracker) -> None:
    assert tracker("show", "lee", "ortiz").out.startswith("Lee Ortiz ")
    assert tracker("show", "ana", "gomez").out.startswith("Ana Gómez ")


def test_several_that_fit_are_listed(tracker: Tracker) -> None:
    ran = tracker("show", "ortiz")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'tracker: "ortiz" names 2 referrals; which one?\n'
        "  2026-02-23-lee-ortiz   Lee Ortiz\n"
        "  2026-03-06-dana-ortiz  Dana Ortiz\n"
    )


def test_an_exact_id_wins_over_parts(journal: Path, tracker: Tracker) -> None:
    dana = journal / "referrals/2026/2026-03-06-dana-ortiz.yaml"
    (dana.parent / "2026-03-06-dana-ortiz-2.yaml").write_bytes(dana.read_bytes())
    assert tracker("show", "2026-03-06-dana-ortiz").code == 0
    assert tracker("show", "dana").code == 2


def test_the_exact_id_of_one_who_had_not_come_yet_names_nobody_else(journal: Path, tracker: Tracker) -> None:
    for day in ("2026-03-01", "2026-03-08"):
        (journal / f"referrals/2026/ann{'' if day > '2026-03-05' else '-lee'}.yaml").write_text(
            f"borrower: Ann\nsource: online\nreceived: {day}\n"
        )
    assert tracker("show", "ann", "--today", "2026-03-08").code == 0
    ran = tracker("show", "ann", "--today", "2026-03-05")
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("xavier", 'no referral is named "xavier"; `tracker list --all` shows them all'),
        ("chen", 'no referral is named "chen", but a partner is: tracker list partner:sarah-chen'),
    ],
)
def test_nobody_of_that_name(tracker: Tracker, typed: str, sentence: str) -> None:
    ran = tracker("show", typed)
    assert (ran.code, ran.out, ran.err) == (2, "", f"tracker: {sentence}\n")


def test_who_came_later_does_not_exist_yet(tracker: Tracker) -> None:
    ran = tracker("show", "dana", "--today", "2026-03-05")
    assert ran.code == 2
    assert ran.err.startswith('tracker: no referral is named "dana" on Thu 5 Mar 2026;')


def test_the_json_has_a_row_of_list_and_all_the_rest(tracker: Tracker) -> None:
    row: Any = tracker("show", "priya", "--json").json
    listed: Any = tracker("list", "priya", "--json").json
    assert {key: row[key] for key in listed[0] if key != "fires"} == {
        key: value for key, value in listed[0].items() if key != "fires"
    }
    assert row["fires"] == [
        {
            "rule": "late_closing",
            "level": "stalled",
            "since": "2026-03-06",
            "waited": 2,
            "limit": -1,
            "action": "tell everyone, today",
        }
    ]
    assert row["application"] == {
        "status": "in_process",
        "expires": None,
        "expected_close": "2026-03-06",
        "lock_expires": None,
    }
    assert row["appointment"] == {"status": "held", "set": "2026-01-12", "date": "2026-01-14", "time": "10:00"}
    assert row["co_borrower"] == "Arun Nair"
    assert row["extra"] == {"x-lease": "ends 31 March"}
    assert row["timeline"][0] == {
        "date": "2026-01-12",
        "time": None,
        "kind": "received",
        "text": "received (past client)",
    }


def test_markup_and_escapes_in_notes_are_text(journal: Path, tracker: Tracker) -> None:
    path = journal / "referrals/2026/2026-03-06-dana-ortiz.yaml"
    path.write_text(path.read_text() + 'notes: "see \\e]8;;http://example.com\\ahere"\n')
    out = tracker("show", "dana").out
    assert r"see \x1b]8;;http://example.com\x07here" in out
    assert "\x1b" not in out


def test_one_whose_file_cannot_be_read_is_not_said_to_be_nobody(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-03-06-dana-ortiz.yaml").write_text("borrower: Dana: Ortiz\n")
    ran = tracker("show", "dana-ortiz")
    assert (ran.code, ran.out) == (2, "")
    assert "referrals/2026/2026-03-06-dana-ortiz.yaml:1:" in ran.err.splitlines()[-1]
    assert "cannot be read" in ran.err.splitlines()[-1]


PRIYA = "borrower: Priya Nair\nsource: sphere\napplication: {status: in_process, under_contract: 2026-02-20}\n"


def with_priya(root: Path, *, closed: int) -> None:
    """Priya is open; before her so many closed, and five were lost."""
    write_history(root, closed, 5)
    (root / "referrals/2026/2026-01-20-priya-nair.yaml").write_text(PRIYA)


def test_from_ten_decided_on_an_open_one_has_its_chance_and_what_it_rests_on(outside: Tracker, tmp_path: Path) -> None:
    outside("init", "--no-git", "--bare")
    with_priya(tmp_path / "outside", closed=5)
    row: Any = outside("show", "priya", "--json").json
    forecast: Any = outside("forecast", "--json").json
    (same,) = (one for one in forecast["referrals"] if one["id"] == row["id"])
    assert row["chance"] == {
        "from": "2026-03-01",
        "to": "2026-03-31",
        **{key: same[key] for key in ("probability", "basis", "been")},
    }
    out = outside("show", "priya").out
    assert re.search(r"^[<>]?\d+% to close in March 2026\n.*\"in process\".*\.\n", out, re.MULTILINE)


def test_one_that_is_not_open_has_no_chance(outside: Tracker, tmp_path: Path) -> None:
    outside("init", "--no-git", "--bare")
    with_priya(tmp_path / "outside", closed=5)
    row: Any = outside("show", "cleo past0", "--json").json
    assert row["chance"] is None
    assert "to close in" not in outside("show", "cleo past0").out


def test_under_ten_decided_nothing_is_said_of_a_chance(outside: Tracker, tmp_path: Path) -> None:
    outside("init", "--no-git", "--bare")
    with_priya(tmp_path / "outside", closed=4)
    row: Any = outside("show", "priya", "--json").json
    assert row["chance"] is None
    assert "to close in" not in outside("show", "priya").out
