"""What is no officer's is in nobody's day and numbers, so whoever asks for one officer's is told."""

from typing import Any

import pytest

from tests.factories import day, make_day, make_journal, make_referral, make_settings, outcome
from textual_tracker.analytics.nobodys import left_out_sentence, nobodys_open, nobodys_open_words
from textual_tracker.analytics.snapshot import Snapshot

OFFICERS = {"ana": "Ana Rivera", "maria": "Maria Soto"}
HERS = make_referral("Ann Hall", officer="ana")
NOBODYS = make_referral("Bo Moss")
UNKNOWN = make_referral("Cy Fox", officer="zoe")
CLOSED = make_referral("Di Lane", outcome=outcome("closed", "2026-03-05"))
LATER = make_referral("Ed Cole", "2026-03-20")
DAYS = (make_day("2026-03-02"), make_day("2026-03-03", "zoe"), make_day("2026-03-03", "ana"))


def snapshot(*records: Any, officers: dict[str, str] | None = None) -> Snapshot:
    settings = make_settings(officers=OFFICERS if officers is None else officers)
    return Snapshot(make_journal(*records, settings=settings), day("2026-03-10"))


def test_open_ones_are_those_who_name_nobody_or_somebody_unknown() -> None:
    assert nobodys_open(snapshot(HERS, NOBODYS, UNKNOWN, CLOSED, LATER)) == 2
    assert nobodys_open(snapshot(HERS)) == 0


def test_in_a_journal_of_one_everything_is_theirs() -> None:
    one = snapshot(NOBODYS, UNKNOWN, *DAYS, officers={})
    assert (nobodys_open(one), left_out_sentence(one)) == (0, "")


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, ""), (1, "1 open referral is no officer's"), (2_000, "2,000 open referrals are no officer's")],
)
def test_how_many(number: int, words: str) -> None:
    assert nobodys_open_words(number) == words


@pytest.mark.parametrize(
    ("records", "says"),
    [
        ((HERS, *DAYS[2:]), ""),
        ((HERS, NOBODYS), "1 referral is no officer's"),
        ((DAYS[0],), "1 day of activity is no officer's"),
        ((NOBODYS, UNKNOWN, CLOSED, LATER), "3 referrals are no officer's"),
        ((HERS, NOBODYS, *DAYS), "1 referral and 2 days of activity are no officer's"),
    ],
)
def test_what_the_numbers_of_one_officer_leave_out(records: tuple[Any, ...], says: str) -> None:
    assert left_out_sentence(snapshot(*records)) == (
        f"{says}, and left out here; tracker check says which." if says else ""
    )
