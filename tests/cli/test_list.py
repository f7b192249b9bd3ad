"""`tracker list`: the open ones, or what a query selects."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Tracker


def names(ran: Ran) -> list[str]:
    rows: Any = ran.json
    return [row["borrower"] for row in rows]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        (["--all"], 9),
        (["stage:contacted"], ["Kai Brooks", "Tom Baker"]),
        (["partner:chen"], ["Lee Ortiz", "Dana Ortiz"]),
        (["partner:chen", "-is:stalled"], ["Lee Ortiz"]),
        (["big"], ["Priya Nair", "Dana Ortiz"]),
        (["ortiz", "lee"], ["Lee Ortiz"]),
        (["gómez"], ["Ana Gómez"]),
        (["is:closed,nurture"], ["Ana Gómez", "Ravi Shah"]),
        (["received:..2025"], ["Jo Hale", "Ana Gómez"]),
        (["nobody-of-this-name"], []),
    ],
)
def test_a_query_selects(tracker: Tracker, typed: list[str], who: list[str] | int) -> None:
    found = names(tracker("list", *typed, "--json"))
    assert (len(found) if isinstance(who, int) else found) == who


def test_the_oldest_received_stands_first_whatever_its_file_is_called(journal: Path, tracker: Tracker) -> None:
    """Without an hour it counts as midnight; of one hour the name of the file decides."""
    folder = journal / "referrals" / "2026"
    for name, received in {
        "zed": "2025-11-30",
        "2026-03-08-a": "2026-03-08T16:00",
        "2026-03-08-b": "2026-03-08T09:00",
        "amy": "2026-03-08",
        "bob": "2026-03-08T00:00",
    }.items():
        (folder / f"{name}.yaml").write_text(f"borrower: {name}\nsource: cpa\ntags: [mine]\nreceived: {received}\n")
    order = ["zed", "amy", "bob", "2026-03-08-b", "2026-03-08-a"]
    assert names(tracker("list", "--json", "mine")) == order
    assert names(tracker("list", "--json"))[0] == "zed"
    lines = tracker("list", "mine").out.splitlines()
    assert [line.split()[1] for line in lines[-5:]] == order


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("stge:contacted", 'Did you mean "stage"?'),
        ("stage:contcted", 'Did you mean "contacted"?'),
        ("amount:lots", "300k"),
    ],
)
def test_a_mistake_in_a_query_exits_with_2_and_a_hint(tracker: Tracker, query: str, hint: str) -> None:
    ran = tracker("list", query)
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err


def test_the_past_shows_the_journal_as_its_dates_tell_it(tracker: Tracker) -> None:
    """On 24 November 2025 Jo was lost already, Ana under contract, and nobody else had come."""
    assert names(tracker("list", "--today", "2025-11-24", "--json")) == ["Ana Gómez"]


@pytest.mark.parametrize("text", ["format: [\n", "format: 1\nofficr: Ana\n"])
def test_settings_that_do_not_count_are_named(journal: Path, tracker: Tracker, text: str) -> None:
    (journal / "journal.yaml").write_text(text)
    ran = tracker("list")
    assert ran.code == 0
    assert ran.err.startswith("settings with an error do not count: journal.yaml:")
    assert ran.out.startswith("6 open referrals")


def test_the_json_of_one_referral(tracker: Tracker) -> None:
    rows: Any = tracker("list", "marcus", "--json").json
    assert rows == [
        {
            "id": "2026-02-26-marcus-bell",
            "borrower": "Marcus Bell",
            "source": "financial_advisor",
            "partner": "mike-tran",
            "officer": None,
            "received": "2026-02-26",
            "received_time": None,
            "stage": "attempting",
            "furthest_stage": "attempting",
            "entered": "2026-02-26",
            "days_in_stage": 12,
            "last_touch": "2026-03-05",
            "attempts": 3,
            "outcome": "open",
            "reason": None,
            "amount": 310000,
            "phone": "555-0117",
            "next_step": None,
            "fires": [{"rule": "no_answer", "level": "stalled"}],
            "faulty": False,
        }
    ]
