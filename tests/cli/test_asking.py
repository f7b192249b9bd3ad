"""What is asked on a terminal, what the answers write, and that leaving leaves no trace."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.typing import CTRL_C, CTRL_D, typed
from tests.cli.writing import KAI, MARCUS, differing, texts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

WHY = "Why was Kai Brooks lost? (a number, or a word)"
ZOE = "referrals/2026/2026-03-10-zoe-park.yaml"
AGAIN = "Add it all the same? [y/N]"


@pytest.mark.parametrize("answer", ["2", "went-cold", "WENT"])
def test_lose_asks_why_with_the_reasons_by_cause(journal: Path, answer: str) -> None:
    before = texts(journal)
    ran = typed(journal, ["lose", "kai"], [(WHY, f"{answer}\n")])

    assert ran.code == 0
    assert "   1  follow-up      never reached\n   2                 went cold\n   3  speed          " in ran.out
    assert "Kai Brooks: lost (went cold)\n" in ran.out
    assert "+  reason: went_cold" in differing(before, journal)[KAI]


def test_another_reason_asks_for_a_note(journal: Path) -> None:
    before = texts(journal)
    assert typed(journal, ["lose", "kai"], [(WHY, "other\n"), ("What was it?", "moved abroad\n")]).code == 0
    assert "+  note: moved abroad" in differing(before, journal)[KAI]


def test_there_is_no_way_without_a_reason(journal: Path) -> None:
    before = texts(journal)
    ran = typed(journal, ["lose", "kai"], [(WHY, "nothing like it\n"), (WHY, "99\n"), (WHY, "denied\n"), (WHY, "\n")])

    assert ran.code == 2
    assert ran.out.endswith("tracker: no reason was given, so nothing was written\n")
    assert differing(before, journal) == {}


def test_nurture_asks_until_when(journal: Path) -> None:
    before = texts(journal)
    question = "When do you get in touch with Kai Brooks again?"
    assert "Kai Brooks: nurture until Tue 1 Sep\n" in typed(journal, ["nurture", "kai"], [(question, "1 sep\n")]).out
    assert "+  revisit: 2026-09-01" in differing(before, journal)[KAI]


def test_a_day_that_is_none_is_asked_for_again(journal: Path) -> None:
    question = "When do you get in touch with Kai Brooks again?"
    ran = typed(journal, ["nurture", "kai"], [(question, "someday\n"), (question, "\n")])
    assert ran.code == 2
    assert '"someday" is no day' in ran.out
    assert ran.out.endswith("tracker: no day was given, so nothing was written\n")


def test_close_asks_what_was_funded_only_where_nothing_tells_it(journal: Path) -> None:
    before = texts(journal)
    assert typed(journal, ["close", "kai"], []).code == 0
    assert "+  amount: 290000" in differing(before, journal)[KAI]

    (journal / MARCUS).write_text((journal / MARCUS).read_text().replace("loan: {amount: 310000}\n", ""))
    before = texts(journal)
    question = "What was funded for Marcus Bell? (empty: not known yet) $"
    assert typed(journal, ["close", "marcus"], [(question, "lots\n"), (question, "305k\n")]).code == 0
    assert "+  amount: 305000" in differing(before, journal)[MARCUS]


def test_close_without_an_amount_says_what_is_missing(journal: Path, tracker: Tracker) -> None:
    (journal / MARCUS).write_text((journal / MARCUS).read_text().replace("loan: {amount: 310000}\n", ""))
    ran = tracker("close", "marcus")
    assert ran.code == 0
    assert ran.err == ("The amount is missing; once it is known: tracker set 2026-02-26-marcus-bell outcome.amount=…\n")


PROMPTS = ("Name:", "Phone:", "Who sent them? A partner, or a source such as past client:")
WANTS = ("What for, such as purchase or refinance?", "Amount? $")


def test_add_asks_for_what_it_needs(journal: Path) -> None:
    answers = list(zip((*PROMPTS, *WANTS), ("Zoe Park\n", "555-0171\n", "chen\n", "purch\n", "385k\n"), strict=True))
    ran = typed(journal, ["add"], answers)

    assert ran.code == 0
    assert "Zoe Park: new referral from Sarah Chen\n" in ran.out
    assert (journal / ZOE).read_text() == (
        "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"
        "borrower:\n  name: Zoe Park\n  phone: 555-0171\npartner: sarah-chen\nreceived: 2026-03-10\n"
        "loan: {purpose: purchase, amount: 385000}\n"
    )


def test_all_but_the_name_and_the_origin_may_be_left_empty_and_mistakes_are_asked_about(journal: Path) -> None:
    answers = [
        (PROMPTS[0], "\n"),
        (PROMPTS[0], "Zoe Park\n"),
        (PROMPTS[1], "\n"),
        (PROMPTS[2], "agent\n"),  # an insurance agent, or a real estate agent?
        (PROMPTS[2], "past client\n"),
        (WANTS[0], "yacht\n"),
        (WANTS[0], "\n"),
        (WANTS[1], "\n"),
    ]
    ran = typed(journal, ["add"], answers)

    assert ran.code == 0
    assert "That one is needed." in ran.out
    assert (journal / ZOE).read_text().splitlines()[1:] == [
        "borrower: Zoe Park",
        "source: past_client",
        "received: 2026-03-10",
    ]


def test_a_partner_whom_nobody_knows_is_asked_about(journal: Path) -> None:
    answers = [
        (PROMPTS[0], "Zoe Park\n"),
        (PROMPTS[1], "\n"),
        (PROMPTS[2], "Pat Lee\n"),
        ("Which of these are they?", "cpa\n"),
        (WANTS[0], "\n"),
        (WANTS[1], "\n"),
    ]
    assert typed(journal, ["add"], answers).code == 0
    assert (journal / "partners/pat-lee.yaml").read_text().splitlines()[1:] == [
        "name: Pat Lee",
        "type: cpa",
        "status: prospect",
    ]


WHICH = "Which one?"


@pytest.mark.parametrize(
    ("answer", "partner"), [("1\n", "sarah-chen"), ("y\n", "sarah-chen"), ("n\n", "chenn"), ("2\n1\n", "sarah-chen")]
)
def test_a_partner_who_seems_mistyped_is_asked_about(journal: Path, answer: str, partner: str) -> None:
    first, *others = answer.splitlines(keepends=True)
    answers = [(WHICH, first), *((WHICH, other) for other in others)]
    ran = typed(journal, ["add", "Zoe", "Park", "@chenn"], answers)

    assert ran.code == 0
    assert ran.out.startswith(
        'There is no partner "chenn"; did you mean\n  1  Sarah Chen\n  n  nobody of these: Chenn is new here\n'
    )
    assert f"partner: {partner}\n" in (journal / ZOE).read_text()
    assert (journal / "partners/chenn.yaml").exists() is (partner == "chenn")


def test_no_answer_to_that_writes_nothing(journal: Path) -> None:
    before = texts(journal)
    ran = typed(journal, ["add", "Zoe", "Park", "@chenn"], [(WHICH, "\n")])
    assert (ran.code, ran.out.endswith("tracker: Nothing was written.\n")) == (2, True)
    assert differing(before, journal) == {}


def test_it_is_asked_in_answers_too(journal: Path) -> None:
    answers = [(PROMPTS[0], "Zoe Park\n"), (PROMPTS[1], "\n"), (PROMPTS[2], "Mike Tram\n"), (WHICH, "1\n"),
               (WANTS[0], "\n"), (WANTS[1], "\n")]  # fmt: skip
    assert typed(journal, ["add"], answers).code == 0
    assert "partner: mike-tran\n" in (journal / ZOE).read_text()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_leaving_leaves_no_trace(journal: Path, key: str, after: int) -> None:
    before = texts(journal)
    answers = [*zip(PROMPTS[:after], ("Zoe Park\n", "\n"), strict=False), (PROMPTS[after], key)]
    ran = typed(journal, ["add"], answers)

    assert ran.code == 130
    assert "Traceback" not in ran.out
    assert differing(before, journal) == {}


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("yes\n", 0), ("n\n", 2), ("\n", 2), (CTRL_C, 130)])
def test_who_seems_to_be_here_already_is_asked_about(journal: Path, answer: str, code: int) -> None:
    before = texts(journal)
    ran = typed(journal, ["add", "Dana", "Ortiz", "@chen"], [(AGAIN, answer)])

    assert ran.code == code
    assert "This looks like Dana Ortiz, received 2026-03-06 (referrals/2026/2026-03-06-dana-ortiz.yaml).\n" in ran.out
    assert bool(differing(before, journal)) == (code == 0)


def test_a_program_that_waits_for_json_is_never_asked(journal: Path) -> None:
    ran = typed(journal, ["lose", "kai", "--json"], [])
    assert ran.code == 2
    assert "why was it lost? give --reason, one of" in ran.out


def test_what_an_arrow_key_leaves_in_an_answer_is_no_part_of_it(journal: Path) -> None:
    assert typed(journal, ["lose", "kai"], [(WHY, "\x1b[Dwent-cold\x1b[C\n")]).code == 0
