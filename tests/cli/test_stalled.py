"""`tracker stalled`: who waits, since when, what to do; `--partners`: who was not told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from textual_tracker.analytics.definitions import definitions_of


def test_the_json_of_a_row(tracker: Tracker) -> None:
    rows: Any = tracker("stalled", "--json").json
    assert rows[1] == {
        "id": "2026-03-06-dana-ortiz",
        "borrower": "Dana Ortiz",
        "partner": "sarah-chen",
        "stage": "received",
        "rule": "no_attempt",
        "level": "stalled",
        "since": "2026-03-06",
        "waited": 2,
        "limit": 1,
        "action": "call now",
    }


def test_the_json_of_partners(tracker: Tracker) -> None:
    assert tracker("stalled", "--partners", "--json").json == [
        {
            "partner": "sarah-chen",
            "referral": "2026-03-06-dana-ortiz",
            "rule": "thank",
            "level": "stalled",
            "since": "2026-03-06",
            "waited": 2,
            "limit": 1,
        },
        {
            "partner": "mike-tran",
            "referral": "2026-02-26-marcus-bell",
            "rule": "silent",
            "level": "stalled",
            "since": "2026-02-26",
            "waited": 8,
            "limit": 7,
        },
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 1),
        (("--partners",), 1),
        (("--today", "2025-12-22"), 0),
        (("--json",), 1),
    ],
)
def test_exit_code_tells_a_script_whether_somebody_waits(tracker: Tracker, words: tuple[str, ...], code: int) -> None:
    assert tracker("stalled", "--exit-code", *words).code == code
    assert tracker("stalled", *words).code == 0


def test_a_file_that_cannot_be_read_may_hide_somebody_who_waits(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2025/2025-12-02-lou-dead.yaml").parent.mkdir(exist_ok=True)
    (journal / "referrals/2025/2025-12-02-lou-dead.yaml").write_text("borrower: {\n")
    ran = tracker("stalled", "--exit-code", "--today", "2025-12-22")
    assert ran.code == 1
    assert ran.out.startswith("✗ referrals/2025/2025-12-02-lou-dead.yaml:1:")


DEAD = """\
borrower: Lou Dead
source: online
contact_attempts: [{date: 2025-12-02, channel: call, result: reached}]
"""


def test_on_a_terminal_the_long_dead_fold_into_one_line(
    journal: Path, tracker: Tracker, terminal: Callable[[int], None]
) -> None:
    """No appointment, and no touch since 2 December: far more than three times the limit of four working days."""
    (journal / "referrals/2025/2025-12-01-lou-dead.yaml").write_text(DEAD)
    assert "Lou Dead" in tracker("stalled").out
    terminal(120)
    folded = tracker("stalled", "--color", "never").out
    assert "Lou Dead" not in folded
    assert folded.endswith("\n\n   1 to decide or close out; --all shows them\n")
    assert "Lou Dead" in tracker("stalled", "--all").out


def test_a_record_that_cannot_be_read_is_the_first_row(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-03-08-new.yaml").write_text("borrower: {name: Nia\n")
    ran = tracker("stalled")
    assert ran.err == "1 record cannot be read: referrals/2026/2026-03-08-new.yaml:1\n"
    assert ran.out.startswith("✗ referrals/2026/2026-03-08-new.yaml:1:11  cannot be read: ")


def test_of_many_that_cannot_be_read_a_few_are_named(journal: Path, tracker: Tracker) -> None:
    for number in range(1, 6):
        (journal / f"partners/p{number}.yaml").write_text("name: {\n")
    assert tracker("list").err == (
        "5 records cannot be read: partners/p1.yaml:1, partners/p2.yaml:1, partners/p3.yaml:1 and 2 more; "
        "see tracker check\n"
    )


def test_a_terminal_names_what_cannot_be_read_once(
    journal: Path, tracker: Tracker, terminal: Callable[[int], None]
) -> None:
    (journal / "referrals/2026/2026-03-08-new.yaml").write_text("borrower: {name: Nia\n")
    terminal(120)
    ran = tracker("stalled")
    assert ran.err == ""
    assert "2026-03-08-new.yaml" in ran.out


def test_colour_is_for_the_sign_the_name_and_the_rule(tracker: Tracker) -> None:
    out = tracker("stalled", "--color", "always").out
    assert "\x1b[1;38;5;166m!\x1b[0m  \x1b[1;38;5;166mDana Ortiz\x1b[0m   received" in out


def test_an_escape_in_a_name_is_text(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-03-06-x.yaml").write_text(
        'borrower: "\\e[2J[bold]Eve"\nsource: online\nreceived: 2026-03-06\n'
    )
    out = tracker("stalled").out
    assert r"\x1b[2J[bold]Eve" in out
    assert "\x1b" not in out


LATE_AND_SILENT = """\
borrower: Sol Vega
source: online
loan: {amount: 200000}
application: {status: in_process, under_contract: 2026-01-05, expected_close: 2026-03-12}
"""


def test_the_headline_counts_the_rows_that_are_shown(journal: Path, tracker: Tracker) -> None:
    """Sol has been silent too long, which is stalled; worse is the closing in two working days, which is at risk."""
    (journal / "referrals/2026/2026-01-02-sol-vega.yaml").write_text(LATE_AND_SILENT)
    assert tracker("stalled").out.startswith("4 stalled, 1 at risk · $1.6M waiting\n")
    assert tracker("stalled", "--at-risk").out.startswith("3 stalled, 2 at risk · $1.6M waiting\n")


@pytest.mark.parametrize("verb", ["stalled", "today"])
def test_explain_says_what_the_numbers_mean_and_needs_no_journal(tracker: Tracker, journal: Path, verb: str) -> None:
    (journal / "journal.yaml").unlink()
    ran = tracker(verb, "--explain")
    assert (ran.code, ran.err) == (0, "")
    paragraphs = ran.out.rstrip("\n").split("\n\n")
    assert [tuple(paragraph.splitlines()) for paragraph in paragraphs] == [*definitions_of(verb)]


@pytest.mark.parametrize("columns", [0, 110])
def test_no_working_day_is_called_today_on_that_day_alone(
    journal: Path, tracker: Tracker, terminal: Callable[[int], None], columns: int
) -> None:
    """On a Saturday, of a next step that was due on Friday; of one that is due on that Saturday."""
    for name, day in (("fri-step", "2026-03-13"), ("sat-step", "2026-03-14")):
        step = f"{{due: {day}, action: call her}}"
        (journal / f"referrals/2026/2026-03-10-{name}.yaml").write_text(
            f"borrower: {name}\nsource: cpa\nreceived: 2026-03-10\n"
            f"contact_attempts: [{{date: 2026-03-11, channel: call, result: reached}}]\nnext_step: {step}\n"
        )
    if columns:
        terminal(columns)
    saturday = ("--at-risk", "--today", "2026-03-14", "--color", "never")
    shown = {line.split()[1]: line for line in tracker("stalled", *saturday).out.splitlines() if "-step" in line}
    assert "0 working days" in shown["fri-step"]
    assert "0 working days" not in shown["sat-step"]
    today = {line.split()[1]: line for line in tracker("today", *saturday[1:]).out.splitlines() if "-step" in line}
    assert "0 working days" in today["fri-step"]
    assert " today " in today["sat-step"]
    assert "0 working days" in tracker("show", "fri-step", *saturday[1:]).out


@pytest.mark.parametrize(
    "words",
    [
        ("today",),
        ("stalled", "--partners"),
        ("partners",),
        ("partners", "sarah"),
        ("partners", "--html", "-"),
        ("show", "dana"),
        ("review",),
    ],
)
def test_a_partner_who_is_not_to_be_contacted_is_marked_so_wherever_one_is_to_be_told(
    journal: Path, tracker: Tracker, words: tuple[str, ...]
) -> None:
    assert "not to be contacted" not in tracker(*words).out
    file = journal / "partners/sarah-chen.yaml"
    file.write_text(f"{file.read_text()}status: do_not_contact\n")
    assert "not to be contacted" in tracker(*words).out


def test_in_a_shared_journal_one_officers_alone(journal: Path, tracker: Tracker) -> None:
    """Dana is Maria's; Kai as well, but what is next for Kai is Ana's to do, and was on Monday."""
    settings = (journal / "journal.yaml").read_text()
    officers = "officers: {ana: Ana Rivera, maria: Maria Soto}"
    (journal / "journal.yaml").write_text(settings.replace("officer: Ana Rivera", officers))
    dana = journal / "referrals/2026/2026-03-06-dana-ortiz.yaml"
    dana.write_text(dana.read_text() + "officer: maria\n")
    kai = journal / "referrals/2026/2026-02-16-kai-brooks.yaml"
    kai.write_text(kai.read_text() + "officer: maria\nnext_step: {due: 2026-03-09, who: ana, action: send the list}\n")
    for who, names in (("maria", ["Dana Ortiz"]), ("rivera", ["Kai Brooks"])):
        ran = tracker("stalled", "--who", who)
        found: Any = tracker("stalled", "--who", who, "--json").json
        assert [row["borrower"] for row in found] == names
        assert ran.out.startswith("1 stalled")
        assert " at risk" not in ran.out
        assert ran.out.endswith("4 open referrals are no officer's; tracker check says which\n")
    untold: Any = tracker("stalled", "--partners", "--who", "maria", "--json").json
    assert [row["referral"] for row in untold] == ["2026-03-06-dana-ortiz"]
    assert tracker("stalled", "--who", "").code == tracker("stalled", "--who", "zoe").code == 2


@pytest.mark.parametrize("columns", [20, 30, 40, 60])
@pytest.mark.parametrize(
    "words", [("today",), ("stalled", "--at-risk"), ("stalled", "--partners"), ("list", "--all"), ("show", "priya")]
)
def test_no_line_is_wider_than_a_narrow_terminal(
    journal: Path, tracker: Tracker, terminal: Callable[[int], None], words: tuple[str, ...], columns: int
) -> None:
    """Not even that of somebody whose name never ends. A word alone, such as a path, is left whole to be copied."""
    dana = journal / "referrals/2026/2026-03-06-dana-ortiz.yaml"
    dana.write_text(dana.read_text().replace("Dana Ortiz", "D" * 500).replace("sarah-chen", "s" * 90))
    terminal(columns)
    lines = tracker(*words, "--color", "never").out.splitlines()
    assert [line for line in lines if len(line) > columns and len(line.split()) > 1] == []
    assert any("priya" in line.lower() or "partner" in line for line in lines)
