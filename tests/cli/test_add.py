"""`tracker add`: a referral or a partner in one line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.writing import differing, texts

ZOE = "referrals/2026/2026-03-10-zoe-park.yaml"
MODELINE = "# yaml-language-server: $schema=../../.schema/referral.schema.json"


def added(tracker: Tracker, journal: Path, *words: str) -> list[str]:
    ran = tracker("add", *words)
    assert (ran.code, ran.err) == (0, "")
    return (journal / ZOE).read_text().splitlines()


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["Zoe", "Park", "@chen"], ["borrower: Zoe Park", "partner: sarah-chen", "received: 2026-03-10"]),
        (["Zoe Park", "source:past_client"], ["borrower: Zoe Park", "source: past_client", "received: 2026-03-10"]),
        (["Zoe", "Park", "(503)", "555-0171", "zoe@example.com", "@tran", "$385k", "tag:first-time-buyer"],
         ["borrower:", "  name: Zoe Park", "  phone: (503) 555-0171", "  email: zoe@example.com", "partner: mike-tran",
          "received: 2026-03-10", "loan: {amount: 385000}", "", "tags: [first-time-buyer]"]),
        (["Zoe", "Park", "@chen", "source=online"],
         ["borrower: Zoe Park", "source: online", "partner: sarah-chen", "received: 2026-03-10"]),
    ],
)  # fmt: skip
def test_a_referral_as_it_is_typed(tracker: Tracker, journal: Path, words: list[str], lines: list[str]) -> None:
    assert added(tracker, journal, *words) == [MODELINE, *lines]


def test_the_day_it_came_names_the_file(tracker: Tracker, journal: Path) -> None:
    tracker("add", "Zoe", "Park", "@chen", "on:fri")
    assert (journal / "referrals/2026/2026-03-06-zoe-park.yaml").read_text().endswith("received: 2026-03-06\n")


def test_the_hour_counts_where_the_clock_is_live(
    tracker: Tracker, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_TODAY")
    assert tracker("add", "Zoe", "Park", "@chen").code == 0
    (path,) = (journal / "referrals").rglob("*-zoe-park.yaml")
    assert len(path.read_text().splitlines()[-1]) == len("received: 2026-03-10T10:15")


def test_a_new_partner_is_told_with_their_file(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    ran = tracker("add", "Zoe", "Park", "@pat-lee", "source=builder")

    assert ran.err == ""
    assert (
        ran.out == f"Zoe Park: new referral from Pat Lee, a new partner (prospect)\n  partners/pat-lee.yaml\n  {ZOE}\n"
    )
    assert list(differing(before, journal)) == ["partners/pat-lee.yaml", ZOE]
    tracker("undo")
    assert differing(before, journal) == {}


def test_the_new_one_can_be_named_and_completed_at_once(tracker: Tracker) -> None:
    tracker("add", "Zoe", "Park", "@chen")
    assert tracker("--complete", "fish", "--", "show", "zoe").out == "zoe-park\tZoe Park\n"
    assert tracker("log", "zoe", "r").code == 0


@pytest.mark.parametrize("words", [["Dana", "Ortiz", "@chen"], ["Di", "Ortega", "555-0142", "source=online"]])
def test_who_seems_to_be_here_already_is_refused_but_with_yes(
    tracker: Tracker, journal: Path, words: list[str]
) -> None:
    before = texts(journal)
    ran = tracker("add", *words)

    assert (ran.code, ran.out) == (2, "")
    assert "This looks like Dana Ortiz, received 2026-03-06" in ran.err
    assert "--yes adds" in ran.err
    assert differing(before, journal) == {}
    assert tracker("add", *words, "--yes").code == 0


def test_a_partner_who_seems_mistyped_is_refused_but_with_yes(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    ran = tracker("add", "Zoe", "Park", "@chenn")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'tracker: There is no partner "chenn"; did you mean Sarah Chen (@sarah-chen)?\n'
        "Nothing was written; --yes makes Chenn a new partner.\n"
    )
    assert differing(before, journal) == {}
    assert tracker("add", "Zoe", "Park", "@chenn", "--yes").code == 0
    assert list(differing(before, journal)) == ["partners/chenn.yaml", ZOE]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "whom? write it in one line: tracker add Dana Ortiz 555-0142 @chen"),
        (["Zoe", "Park"], "say where it came from: @partner or source:…"),
        (["Zoe", "Park", "chen"],
         'say where it came from; if "chen" is no part of the name, write @sarah-chen'),
        (["Zoe", "Park", "from", "mike", "tran"],
         'say where it came from; if "mike tran" is no part of the name, write @mike-tran'),
        (["Zoe", "past", "client"],
         'say where it came from; if "past client" is no part of the name, write source=past_client'),
        (["@chen"], "who is it? a new referral needs a name"),
        (["Zoe", "@chen", "source=realtr"], '"realtr" is not a source'),
        (["Zoe", "@chen", "on:tomorrow"], "Wed 11 Mar is still ahead"),
        (["partner"], "whom? write it in one line: tracker add partner"),
        (["partner", "Pat", "Lee"], "what are they? give type=…, one of real_estate_agent, "),
        (["partner", "type=cpa"], "what is the name?"),
        (["partner", "Pat", "Lee", "type=realtr"], '"realtr" is not'),
        (["partner", "Pat", "Lee", "type=cpa", "amount=3"], "a new partner has no amount"),
        (["partner", "Sarah", "chen", "type=cpa"], "This looks like Sarah Chen (partners/sarah-chen.yaml)."),
        (["partner", "Sara", "Chenn", "type=cpa"], "This looks like Sarah Chen (partners/sarah-chen.yaml)."),
    ],
)  # fmt: skip
def test_what_is_refused_writes_nothing(tracker: Tracker, journal: Path, words: list[str], sentence: str) -> None:
    before = texts(journal)
    ran = tracker("add", *words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")
    assert differing(before, journal) == {}


def test_a_partner(tracker: Tracker, journal: Path) -> None:
    ran = tracker(
        "add", "partner", "Kim", "Wu", "555-0177", "kim@example.com", "type:title", "tier=a", "company=Elm Title"
    )

    assert (ran.code, ran.out) == (0, "Kim Wu: new partner (title company)\n  partners/kim-wu.yaml\n")
    assert (journal / "partners/kim-wu.yaml").read_text().splitlines()[1:] == [
        "name: Kim Wu", "type: title_company", "company: Elm Title",
        "phone: 555-0177", "email: kim@example.com", "tier: A",
    ]  # fmt: skip
