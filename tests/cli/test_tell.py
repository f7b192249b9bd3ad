"""`tracker tell`: a partner was told."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.writing import DANA, KAI, LEE, MARCUS, differing, texts


def lines(before: dict[str, bytes], journal: Path, path: str) -> list[str]:
    return differing(before, journal)[path]


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("tell lee", "{date: 2026-03-10, about: no_news}"),
        ("tell lee ortiz --channel text", "{date: 2026-03-10, channel: text, about: no_news}"),
        ("tell lee --about appo --channel EM --date mon", "{date: 2026-03-09, channel: email, about: appointment}"),
        ("tell lee --partner tran", "{date: 2026-03-10, partner: mike-tran, about: appointment}"),
        (
            "tell lee --partner @tran --note hello",
            "{date: 2026-03-10, partner: mike-tran, about: appointment, note: hello}",
        ),
    ],
)
def test_of_one_referral(tracker: Tracker, journal: Path, line: str, written: str) -> None:
    before = texts(journal)
    assert tracker(*line.split()).code == 0
    assert lines(before, journal, LEE) == [f"+  - {written}"]


def test_of_all_their_open_referrals_at_once_with_one_undo(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    ran = tracker("tell", "@tran")

    assert ran.out.startswith("Mike Tran: told about 2 referrals\n")
    assert {KAI, MARCUS} <= set(differing(before, journal))
    assert tracker("undo").code == 0
    assert differing(before, journal) == {}


def test_who_else_is_to_be_told_is_said(tracker: Tracker, journal: Path) -> None:
    (journal / DANA).write_text((journal / DANA).read_text() + "also_tell: [mike-tran]\n")
    ran = tracker("tell", "dana")

    assert ran.code == 0
    assert ran.err == "Also to be told: Mike Tran (tracker tell 2026-03-06-dana-ortiz --partner mike-tran)\n"
    assert tracker("tell", "2026-03-06-dana-ortiz", "--partner", "mike-tran").err == ""


def test_the_channel_that_a_partner_prefers(tracker: Tracker) -> None:
    tracker("set", "chen", "prefers=text")
    assert tracker("tell", "dana").out.startswith("Sarah Chen: told about Dana Ortiz (thanks, text)\n")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("tell priya", "nobody sent Priya Nair; say whom you told: tracker tell 2026-01-12-priya-nair --partner NAME"),
        ("tell @doyle", "Pat Doyle has no open referral of which there is something to tell"),
        ("tell @tran --partner chen", "--partner goes with a referral"),
        ("tell dana --partner zoe", 'no partner is named "zoe"'),
        ("tell dana --about weather", '"weather" is not something for --about'),
        ("tell ortiz", '"ortiz" names 2 records; which one?'),
    ],
)
def test_what_cannot_be_meant(tracker: Tracker, journal: Path, line: str, sentence: str) -> None:
    before = texts(journal)
    ran = tracker(*line.split())

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")
    assert differing(before, journal) == {}
