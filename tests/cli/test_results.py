"""`tracker results`: the report, its JSON, its windows, and what it says where there is little or nothing to count."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from textual_tracker.analytics.definitions.results import DEFINITIONS

REFERRAL = "borrower: {name}\nsource: online\n"


@pytest.fixture
def bare(outside: Tracker, tmp_path: Path) -> Callable[..., Tracker]:
    """A journal of these files alone, each as (path in it, text)."""

    def make(*files: tuple[str, str]) -> Tracker:
        outside("init", "--no-git", "--bare")
        for path, text in files:
            (tmp_path / "outside" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "outside" / path).write_text(text)
        return outside

    return make


def person(stem: str, more: str = "") -> tuple[str, str]:
    """A referral's file."""
    return f"referrals/{stem[:4]}/{stem}.yaml", REFERRAL.format(name=stem[11:].replace("-", " ").title()) + more


CLOSED = person("2026-01-05-dana-ortiz", "outcome: {status: closed, date: 2026-02-16, amount: 300000}\n")
LOST = person("2026-01-06-lee-park", "outcome: {status: lost, date: 2026-01-20, reason: not_ready}\n")
OPEN = person("2026-03-09-ravi-shah")


def test_the_keys_of_the_json(tracker: Tracker) -> None:
    value: Any = tracker("results", "--json").json
    assert {key: value[key] for key in ("from", "to", "received", "closed", "lost", "open", "nurture")} == {
        "from": "2025-03-11", "to": "2026-03-10", "received": 8, "closed": 1, "lost": 1, "open": 5, "nurture": 1,
    }  # fmt: skip
    assert value["close_rate"].keys() == {"rate", "n", "low", "high"}
    assert [row["stage"] for row in value["funnel"]][::5] == ["received", "application_started", "closed"]
    assert value["funnel"][0]["from_previous"] is None
    assert value["reasons"] == [{"reason": "never_reached", "cause": "follow-up", "count": 1}]
    assert value["days_to_close"] == {"median": 46, "n": 1}
    assert value["left_out"] == {"no_referrals": 0, "faulty": ["2026-03-03-tom-baker"]}
    assert [row["key"] for row in value["by_partner"]] == ["pat-doyle", "mike-tran", "sarah-chen", None]
    assert [row["key"] for row in value["by_month"]][::6] == ["2025-03", "2025-09", "2026-03"]


def test_by_takes_one_kind_and_the_json_has_them_all(tracker: Tracker) -> None:
    assert "BY SOURCE" in tracker("results").out
    by_officer = tracker("results", "--by", "officer")
    assert "BY OFFICER" in by_officer.out
    assert "BY SOURCE" not in by_officer.out
    assert tracker("results", "--by", "month", "--json").out == tracker("results", "--json").out
    refused = tracker("results", "--by", "weather")
    assert (refused.code, refused.out) == (2, "")
    assert '--by is one of source, partner, month, officer, not "weather"' in refused.err


def test_by_month_says_apart_what_closed_in_each(tracker: Tracker) -> None:
    out = tracker("results", "--by", "month", "--from", "2025-10").out
    assert "BY MONTH" in out
    assert "CLOSED IN THE MONTH" in out
    assert "not the same people" in out


def test_it_is_too_early_for_a_close_rate_as_long_as_twice_a_closing(bare: Callable[..., Tracker]) -> None:
    """Dana closed after 42 days, so 84 are needed: since 16 December. The words are those of the screen."""
    tracker = bare(
        CLOSED,
        LOST,
        OPEN,
        person("2025-11-03-max-ott", "outcome: {status: lost, date: 2025-11-20, reason: not_ready}\n"),
    )
    young = tracker("results", "--from", "2026-01", "--by", "month").out
    assert "close rate 1 of 2 decided · too early: the only closing so far took 42 days\n" in young
    assert (
        "Too early for a close rate from Jan 2026 on: the only closing so far took 42 days, and a loss is decided"
        " sooner than a closing.\n"
    ) in young
    old = tracker("results", "--by", "month").out
    assert "close rate 1 of 3 decided\n" in old
    assert "Too early for a close rate from Jan 2026 on" in old  # the month of December began before
    assert "arly" not in tracker("results", "--to", "2026-02", "--by", "month").out  # all are decided


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ((), "12 months to 10 Mar 2026 · "),
        (("--from", "2026-02", "--to", "2026-02"), "Feb 2026 · 3 received · "),
        (("--from", "2026-02-25", "--to", "2026-03-01"), "25 Feb 2026 to 1 Mar 2026 · "),
        (("--today", "2024-02-29"), "12 months to 29 Feb 2024 · nobody had been received by 29 Feb 2024\n"),
        (
            ("--to", "2024-02", "--from", "2024-02-29"),
            "29 Feb 2024 · nobody was received in the window; those there are came from 6 Oct 2025 to 6 Mar 2026\n",
        ),
        (("--from", "0001-01", "--to", "0001-01"), "Jan 1 · nobody was received in the window"),
    ],
)
def test_windows(tracker: Tracker, words: tuple[str, ...], begins: str) -> None:
    ran = tracker("results", *words)
    assert (ran.code, ran.out[: len(begins)]) == (0, begins)


@pytest.mark.parametrize(
    ("to", "start"),
    [("2026-03-10", "2025-03-11"), ("2026-02", "2025-03-01"), ("2025-12-31", "2025-01-01"), ("2024-02", "2023-03-01")],
)
@pytest.mark.parametrize("command", ["results", "activity"])
def test_until_a_day_are_the_twelve_months_that_end_on_it(command: str, to: str, start: str, tracker: Tracker) -> None:
    value: Any = tracker(command, "--to", to, "--json").json
    assert value["from"] == start


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--from", "2027-01"), "--from 2027-01 is 2027-01-01, and that lies ahead"),
        (("--from", "2026-02", "--to", "2026-01"), "the window ends on 2026-01-31, before it begins on 2026-02-01"),
        (("--from", "2026-13"), 'there is no month "2026-13"; write --from 2026-03'),
        (("--who", ""), "--who takes the name of an officer; leave it out for everybody"),
        (("--who", " ", "--json"), "--who takes the name of an officer; leave it out for everybody"),
        (("--explain", "--json"), "--explain says what the numbers mean, and nothing else; leave out --json"),
        (("--explain", "--html", "x.html"), "--explain says what the numbers mean, and nothing else; leave out --html"),
        (("--who", "maria"), 'there is nobody called "maria"'),
        (("now",), 'results takes no words, and "now" is one'),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(tracker: Tracker, words: tuple[str, ...], says: str) -> None:
    ran = tracker("results", *words)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (("--from", "2026", "--to", "2026"), "2026-01-01", "2026-03-10"),
        (("--from", "2025", "--to", "2025"), "2025-01-01", "2025-12-31"),
        (("--from", "last month", "--to", "last month"), "2026-02-01", "2026-02-28"),
        (("--from", "last year"), "2025-01-01", "2026-03-10"),
    ],
)
def test_a_month_and_a_year_stand_for_all_their_days(
    tracker: Tracker, words: tuple[str, ...], first: str, last: str
) -> None:
    found: Any = tracker("results", *words, "--json").json
    assert (found["from"], found["to"]) == (first, last)


def test_explain_says_what_each_number_means_and_needs_no_journal(outside: Tracker) -> None:
    out = outside("results", "--explain").out
    assert all(f"{one.term}\n{one.means}\n" in out for one in DEFINITIONS)
    assert "FUNNEL" not in out


def test_an_empty_journal(bare: Callable[..., Tracker]) -> None:
    ran = bare()("results")
    assert ran.code == 0
    assert ran.out == (
        "12 months to 10 Mar 2026 · no referral is recorded yet; tracker add Dana Ortiz 555-0142 @chen records one\n"
    )
    value: Any = bare()("results", "--json").json
    assert (value["received"], value["close_rate"], value["days_to_close"]) == (0, None, {"median": None, "n": 0})
    assert [row["from_received"] for row in value["funnel"]] == [None] * 11
    assert set(value["ratios"].values()) == {None}


def test_one_open_referral(bare: Callable[..., Tracker]) -> None:
    out = bare(OPEN)("results").out
    assert out.startswith(
        "12 months to 10 Mar 2026 · 1 received · 0 closed · 0 lost · 1 still open   "
        "no close rate yet: nobody is closed or lost\n"
    )
    assert "%" not in out.partition("BY SOURCE")[0]
    assert "WHY NOT" not in out


def test_one_of_one_closed_is_no_hundred_per_cent(bare: Callable[..., Tracker]) -> None:
    out = bare(CLOSED)("results").out
    assert "close rate 1 of 1 decided\nso far 1 of 1 received · controllable 1 of 1\n" in out
    assert "100%" not in out


def test_all_lost(bare: Callable[..., Tracker]) -> None:
    out = bare(LOST)("results").out
    assert "close rate 0 of 1 decided\n" in out
    assert "controllable: nobody, all were lost to qualification or the market\n" in out
    assert "from received to closing" not in out


def test_statuses_without_dates(bare: Callable[..., Tracker]) -> None:
    undated = person("2026-02-02-kai-brooks", "appointment: {status: held}\napplication: {status: submitted}\n")
    tracker = bare(undated)
    value: Any = tracker("results", "--json").json
    assert [row["reached"] for row in value["funnel"]] == [1] * 7 + [0] * 4
    assert value["speed"] == {"median_days": None, "n": 0, "within_one": None}
    assert [row["n"] for row in value["stage_times"]] == [0] * 10
    assert "DAYS IN STAGE" not in tracker("results").out


def test_without_a_working_day_nobody_is_late(bare: Callable[..., Tracker]) -> None:
    late = person("2026-01-05-lou-late", "contact_attempts: [{date: 2026-02-20, channel: call}]\n")
    ran = bare(late, OPEN, ("journal.yaml", "format: 1\nworking_days: []\n"))("results", "--json")
    value: Any = ran.json
    assert (ran.code, value["speed"]["within_one"]["rate"], value["speed"]["within_one"]["n"]) == (0, 1, 1)


def test_duplicates_and_files_with_errors_are_left_out_and_told_in_one_line(bare: Callable[..., Tracker]) -> None:
    twice = person("2026-01-07-max-twice", "outcome: {status: lost, date: 2026-01-08, reason: duplicate}\n")
    faulty = person("2026-01-08-sam-fault", "loan: {amount: much}\n")
    ran = bare(CLOSED, twice, faulty)("results")
    assert "· 1 received ·" in ran.out
    assert ran.out.splitlines()[-1] == (
        "left out: 1 that was no referral (duplicates and the like), "
        "1 with an error in its file: referrals/2026/2026-01-08-sam-fault.yaml"
    )


def test_an_officers_own(bare: Callable[..., Tracker]) -> None:
    settings = ("journal.yaml", "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\n")
    hers = person("2026-02-02-kai-brooks", "officer: maria\n")
    tracker = bare(settings, hers, OPEN)
    assert tracker("results", "--who", "soto").out.startswith("Maria Soto · 12 months to 10 Mar 2026 · 1 received · ")
    assert tracker("results", "--who", "ana").out.startswith(
        "Ana Rivera · 12 months to 10 Mar 2026 · no referral is recorded for this officer yet\n"
    )
    assert tracker("results", "--who", "ana").err == (
        "1 referral is no officer's, and left out here; tracker check says which.\n"
    )
    assert tracker("results", "--who", "ana", "--json").err == tracker("results").err == ""
    by_officer = tracker("results", "--by", "officer").out
    assert "Maria Soto" in by_officer
    assert "no officer" in by_officer


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(tracker: Tracker, terminal: Callable[[int], None], width: int) -> None:
    terminal(width)
    for words in ((), ("--by", "month"), ("--by", "officer")):
        lines = tracker("results", "--color", "never", *words).out.splitlines()
        assert max(map(len, lines)) <= width


def test_reasons_are_broken_between_them(journal: Path, tracker: Tracker, terminal: Callable[[int], None]) -> None:
    for number, reason in enumerate(("chose_other_lender_rate", "chose_other_lender_relationship", "no_show")):
        ending = f"outcome: {{status: lost, date: 2026-01-20, reason: {reason}}}\n"
        (journal / f"referrals/2026/2026-01-0{number + 1}-gone.yaml").write_text(
            f"borrower: Gone\nsource: online\n{ending}"
        )
    one_line = "no-show 1 · chose another lender (rate) 1 · chose another lender (relationship) 1"
    assert one_line in tracker("results").out
    terminal(62)
    assert [line[18:] for line in tracker("results", "--color", "never").out.splitlines() if "lender" in line] == [
        "no-show 1 · chose another lender (rate) 1 ·",
        "chose another lender (relationship) 1",
    ]
    terminal(48)  # a reason takes the whole line, and no dot stands alone behind it
    assert not any(line.split() == ["·"] for line in tracker("results", "--color", "never").out.splitlines())


def test_bars_are_for_terminals(tracker: Tracker, terminal: Callable[[int], None]) -> None:
    assert "█" not in tracker("results").out
    terminal(120)
    lines = tracker("results", "--color", "never").out.splitlines()
    received = next(line for line in lines if line.startswith(" received"))
    closed = next(line for line in lines if line.startswith(" closed"))
    assert (received.count("█"), closed.count("█")) == (40, 5)


def test_a_person_is_told_where_to_go_from_here(tracker: Tracker, terminal: Callable[[int], None]) -> None:
    assert "tracker diagnose" not in tracker("results").out
    terminal(80)
    assert tracker("results", "--color", "never").out.endswith("\nwhat to change first: tracker diagnose\n")
    assert "tracker diagnose" not in tracker("results", "--from", "2026-03", "--color", "never").out


def test_on_a_terminal_partners_of_few_fold(tracker: Tracker, journal: Path, terminal: Callable[[int], None]) -> None:
    for number in range(1, 4):
        ending = "outcome: {status: lost, date: 2026-01-20, reason: not_ready}\n"
        (journal / f"referrals/2026/2026-01-0{number}-lost-{number}.yaml").write_text(
            f"borrower: Lost {number}\npartner: sarah-chen\n{ending}"
        )
    for number in range(4):
        (journal / f"partners/new-{number}.yaml").write_text(f"name: New {number}\ntype: builder\n")
        (journal / f"referrals/2026/2026-01-1{number}-of-{number}.yaml").write_text(
            f"borrower: Of {number}\npartner: new-{number}\n"
        )
    terminal(120)
    folded = tracker("results", "--color", "never").out
    assert "6 partners with fewer than 3 decided; --by partner shows them" in folded
    assert "New 3" not in folded
    assert "New 3" in tracker("results", "--by", "partner", "--color", "never").out
    assert "Best first" in folded


@pytest.mark.parametrize("command", ["results", "forecast", "review", "diagnose", "plan"])
def test_one_number_of_files_with_an_error_whenever_their_people_came(
    bare: Callable[..., Tracker], command: str
) -> None:
    """One of two years ago, one of this year, and one that cannot be read at all: nobody knows when it came."""
    tracker = bare(
        ("referrals/2024/2024-01-05-old-half.yaml", "name: Old Half\nreceived: 2024-01-05\nphone: []\n"),
        person("2026-03-02-half-bad", "phone: []\n"),
        ("referrals/2026/2026-03-03-bad-file.yaml", "name: [\n"),
    )
    said = tracker(command, *["--closings", "2"] * (command == "plan")).out
    assert "3 left out: errors in their files" in said or "3 with an error in their files" in said
