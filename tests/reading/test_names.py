"""What the name of a file tells when the file itself does not."""

import pytest

from tests.reading.reads import codes, referral
from textual_tracker.reading.names import day_in, name_in


@pytest.mark.parametrize(
    ("stem", "day", "name"),
    [
        ("2026-03-02-dana-ortiz", "2026-03-02", "Dana Ortiz"),
        ("2026-03-02-dana-ortiz-2", "2026-03-02", "Dana Ortiz"),
        ("2026-03-02_dana_ortiz", "2026-03-02", "Dana Ortiz"),
        ("2026-03-02 dana ortiz", "2026-03-02", "Dana Ortiz"),
        ("2026-03-02.dana ortiz", "2026-03-02", "Dana Ortiz"),
        ("2026-03-02dana-ortiz", "2026-03-02", "Dana Ortiz"),
        ("2026-03-02\u2013dana ortiz", "2026-03-02", "Dana Ortiz"),
        ("2026-03-02", "2026-03-02", ""),
        ("dana-ortiz", None, "Dana Ortiz"),
        ("2026-02-30_dana", None, "Dana"),
        ("2026-03-021-dana", None, "2026 03 021 Dana"),
    ],
)
def test_the_day_and_the_words_of_a_name_whatever_stands_between_them(stem: str, day: str | None, name: str) -> None:
    found = day_in(stem)
    assert (found.isoformat() if found else None, name_in(stem)) == (day, name)


@pytest.mark.parametrize("stem", ["2026-01-01_under", "2026-01-01 under", "2026-01-01.under", "2026-01-01-under"])
def test_a_typo_in_the_name_or_the_day_hides_nobody(stem: str) -> None:
    path, text = f"referrals/2026/{stem}.yaml", "borrower: [Dana]\nreceived: yesterday\nsource: cpa\n"
    assert codes(text, path=path) == ["type", "date"]
    record = referral(text, path)
    assert (record.id, record.name, record.received.isoformat()) == (stem, "Under", "2026-01-01")
