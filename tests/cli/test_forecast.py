"""`tracker forecast`: the report and the JSON of a forecast made by hand, the options, and whatever a journal lacks."""

import datetime as dt
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.analytics.forecast.made import NINETY, make_chance, make_forecast, make_outlook, make_record, make_replay
from tests.cli.conftest import Tracker
from tests.cli.test_json import complaints
from tests.factories import day
from tests.histories import write, write_history
from textual_tracker.analytics.forecast.outlook import Forecast
from textual_tracker.analytics.window import Window
from textual_tracker.cli.commands import forecast as command
from textual_tracker.core.stages import Stage


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[[Forecast], None]:
    """Let the forecast be this one, whatever the journal holds."""

    def use(found: Forecast) -> None:
        monkeypatch.setattr(command, "forecast", lambda *_args, **_more: found)

    return use


def test_the_whole_report(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    ana = make_chance("Ana Gómez", 0.34, amount=None)
    chances = (make_chance(basis="expected_close", expected_close=day("2026-03-13")), ana)
    made(make_forecast(chosen=make_outlook(chances=chances, amount_unknown=1, expected=5.45)))
    assert tracker("forecast").out == (
        "March 2026: 3 closed, most likely 5 (80%: 4–7)   chance of your goal of 5: 78%\n"
        "1 of the last 2 months fell inside such a range\n"
        "\n"
        "  3   4%  #####\n"
        "  4  18%  #######################\n"
        "  5  31%  ########################################  ← your goal, or more: 78%\n"
        "  6  26%  ##################################\n"
        "  7  14%  ##################\n"
        "  8   5%  ######\n"
        "  9   2%  ###\n"
        "\n"
        "  5.5 expected: 3 closed, 2.2 from 2 open referrals, 0.2 from those not received yet\n"
        "\n"
        "                         closed  most likely  80%  expected  your goal  $ closed  $ expected        $ goal\n"
        "  March 2026                  3            5  4–7       5.5  78% for 5     $1.2M       $1.5M  75% of $2.0M\n"
        "  April 2026                               3  2–6       3.2  20% for 5                 $1.5M  75% of $2.0M\n"
        "  90 days, 11 Mar–8 Jun                    5  4–7       5.5                            $1.5M\n"
        "  1 open referral without an amount, taken at the mean of $310,000\n"
        "\n"
        "TRACK RECORD\n"
        "  1 of the last 2 months fell inside the 80% range\n"
        "  better than fixed percentages by 20% (Brier 0.080, theirs 0.100)\n"
        "  better than the three-month mean by 25% (off by 1.2 closings a month, that by 1.6)\n"
        "  10 of the last 12 are missing: fewer than ten were decided when they began\n"
        "  Feb said 4–7, was 5 ✓   Jan said 2–5, was 6 ✗\n"
        "\n"
        "WHAT IT RESTS ON\n"
        "  chance  who         stage       days  rests on                  amount  from\n"
        "     92%  Priya Nair  in process   12d  expected Fri 13 Mar        $400k  sphere\n"
        "     34%  Ana Gómez   in process   12d  34 others waited as long          sphere\n"
        "\n"
        "1 left out: its file has an error; tracker check shows what is wrong\n"
    )


def test_a_terminal_has_the_likeliest_and_says_how_many_more(
    made: Callable[[Forecast], None], tracker: Tracker, terminal: Callable[[int], None]
) -> None:
    chances = tuple(make_chance(f"Name {number:02}", 0.5 - number / 100) for number in range(13))
    made(make_forecast(chosen=make_outlook(chances=chances)))
    terminal(80)
    out = tracker("forecast", "--color", "never").out
    assert "Name 09" in out
    assert "Name 10" not in out
    assert "  3 more, 1.2 closings together; --all shows them\n" in out
    assert "█" in out
    assert "#" not in out
    assert max(map(len, out.splitlines())) <= 80
    out = tracker("forecast", "--all", "--color", "never").out
    assert "Name 12" in out
    assert "more" not in out.split("WHAT IT RESTS ON")[1]


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_what_a_chance_rests_on_and_the_names_of_the_windows_are_never_cut(
    columns: int, made: Callable[[Forecast], None], tracker: Tracker, terminal: Callable[[int], None]
) -> None:
    """A name may be, and whatever else there is goes before."""
    who, submitted = "Camila Restrepo-Wood", Stage.application_submitted
    expected = make_chance(who, basis="expected_close", expected_close=day("2026-03-19"))
    few = make_chance(who, 0.3, basis="pooled", been=7, stage=submitted)
    nobody = make_chance(who, 0.2, basis="pooled", been=0, stage=submitted)
    many = make_chance(who, 0.1, been=1_234, stage=submitted)
    made(make_forecast(chosen=make_outlook(chances=(expected, few, nobody, many))))
    terminal(columns)
    out = tracker("forecast", "--color", "never").out
    _, *rows = out.partition("WHAT IT RESTS ON\n")[2].splitlines()[:5]
    for row, rests_on in zip(
        rows,
        ("expected Thu 19 Mar", "few waited as long: 7", "nobody waited as long yet", "1,234 others waited as long"),
        strict=True,
    ):
        assert rests_on in row
    assert "\n  90 days, 11 Mar–8 Jun " in out


def test_of_the_ninety_days_it_is_said_that_they_begin_tomorrow_where_another_window_has_what_has_closed(
    made: Callable[[Forecast], None], tracker: Tracker
) -> None:
    sentence = "hat has closed since 1 March is in the first line; the 90 days begin tomorrow"
    asked = Window(day("2026-03-01"), NINETY.end)
    made(make_forecast(chosen=make_outlook(asked, goal=None), this_month=make_outlook()))
    lines = tracker("forecast").out.splitlines()
    assert lines[lines.index(f"  w{sentence}") - 4].startswith("  1 March to 8 June 2026 ")
    assert f"W{sentence}." in tracker("forecast", "--html", "-").out
    made(make_forecast())
    assert sentence not in tracker("forecast").out


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(
    columns: int, made: Callable[[Forecast], None], tracker: Tracker, terminal: Callable[[int], None]
) -> None:
    record = make_record(*(make_replay(f"2025-{month:02}-01") for month in range(1, 13)))
    made(make_forecast(track_record=record))
    terminal(columns)
    out = tracker("forecast", "--color", "never").out
    assert max(map(len, out.splitlines())) <= columns


def test_a_goal_out_of_reach_stands_below_the_bars(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    made(make_forecast(chosen=make_outlook(goal=20, chance_of_goal=0.0)))
    out = tracker("forecast").out
    assert "chance of your goal of 20: <1%\n" in out
    assert f"   9   2%  ###\n  20{' ' * 49}← your goal\n" in out


def test_a_goal_of_a_million_breaks_no_column(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    made(make_forecast(chosen=make_outlook(goal=1_000_000, chance_of_goal=0.0)))
    out = tracker("forecast").out
    assert "chance of your goal of 1,000,000: <1%\n" in out
    assert f"          9   2%  ###\n  1,000,000{' ' * 49}← your goal\n" in out
    assert "<1% for 1,000,000" in out


def test_a_poor_record_is_told_with_the_range(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    outside = [make_replay(f"2025-{month:02}-01", actual=9) for month in range(6, 12)]
    made(make_forecast(track_record=make_record(*outside, make_replay())))
    sentence = "ake it with care: only 1 of the last 7 months fell inside such a range"
    assert tracker("forecast").out.splitlines()[1] == f"t{sentence}"
    assert f"<p>T{sentence}.</p>" in tracker("forecast", "--html", "-").out


def test_a_goal_that_is_reached_is_said_to_be(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    made(make_forecast(chosen=make_outlook(goal=3, chance_of_goal=1.0)))
    out = tracker("forecast").out
    assert out.startswith("March 2026: 3 closed, most likely 5 (80%: 4–7)   your goal of 3 is reached\n")
    assert "← your goal, reached\n" in out
    assert "Your goal of 3 is reached." in tracker("forecast", "--html", "-").out


def test_where_it_is_worse_than_the_plainest_rule_it_says_so(
    made: Callable[[Forecast], None], tracker: Tracker
) -> None:
    made(make_forecast(track_record=make_record(brier=0.12, error=2.0)))
    out = tracker("forecast").out
    assert "  worse than fixed percentages by 20% (Brier 0.120, theirs 0.100)\n" in out
    assert "  worse than the three-month mean by 25%" in out


def test_no_month_to_replay(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    made(make_forecast(track_record=None))
    out = tracker("forecast").out
    assert out.splitlines()[1] == "no past month can tell yet how good such a range is"
    assert "TRACK RECORD\n  No past month can be replayed yet" in out


def test_nobody_open(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    made(make_forecast(chosen=make_outlook(chances=())))
    assert tracker("forecast").out.partition("\n\n1 left out")[0].endswith("WHAT IT RESTS ON\n  nobody is open")


def test_the_json(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    made(make_forecast())
    row: Any = tracker("forecast", "--json").json
    assert complaints("forecast", row) == []
    assert (row["from"], row["to"], row["closed_already"], row["interval80"]) == ("2026-03-01", "2026-03-31", 3, [4, 7])
    assert row["distribution"][0] == {"closings": 3, "probability": 0.04}
    assert [item["closings"] for item in row["distribution"]] == [3, 4, 5, 6, 7, 8, 9]
    assert (row["goal"], round(row["chance_of_goal"], 9), row["enough_history"]) == (5, 0.78, True)
    assert row["referrals"] == [
        {
            "id": "2026-03-02-priya-nair",
            "stage": "in_process",
            "probability": 0.92,
            "basis": "age",
            "been": 34,
            "days_in_stage": 12,
            "expected_close": None,
            "amount": 400000,
        }
    ]
    record = row["track_record"]
    assert (record["months"], record["inside80"], record["brier"], record["brier_fixed_stage"]) == (2, 1, 0.08, 0.1)
    assert [(replay["month"], replay["inside80"]) for replay in record["replays"]] == [
        ("2026-01", False),
        ("2026-02", True),
    ]
    assert (row["next_month"]["from"], row["ninety_days"]["goal"]) == ("2026-04-01", None)


def test_an_end_that_is_next_to_impossible_is_left_out(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    made(make_forecast(chosen=make_outlook(distribution=(0.0, 0.0, 0.0, 1 - 1e-9, 9.6e-10, 3e-11, 9e-12, 1e-13))))
    row: Any = tracker("forecast", "--json").json
    assert [item["closings"] for item in row["distribution"]] == [3, 4]
    assert abs(sum(item["probability"] for item in row["distribution"]) - 1) < 1e-9


def test_no_more_than_that_is_left_out_however_long_the_end(made: Callable[[Forecast], None], tracker: Tracker) -> None:
    made(make_forecast(chosen=make_outlook(distribution=(0.0, 0.0, 0.0, 1 - 2.7e-10, 9e-11, 9e-11, 9e-11))))
    row: Any = tracker("forecast", "--json").json
    assert [item["closings"] for item in row["distribution"]] == [3, 4, 5]


def test_too_little_history_gives_a_sentence_and_no_number(tracker: Tracker) -> None:
    ran = tracker("forecast")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Too little history for a forecast: 2 referrals are decided (closed or lost), and it takes 10; 8 more.\n"
        "\n"
        "1 left out: its file has an error; tracker check shows what is wrong\n"
    )
    row: Any = tracker("forecast", "--json").json
    assert complaints("forecast", row) == []
    assert [row[key] for key in ("expected", "interval80", "distribution", "chance_of_goal", "track_record")] == [
        None
    ] * 5
    assert (row["referrals"], row["enough_history"], row["decided"], row["missing"]) == ([], False, 2, 8)
    assert (row["from"], row["to"], row["goal"]) == ("2026-03-01", "2026-03-31", 5)


@pytest.mark.parametrize(("closed", "lost", "enough"), [(5, 4, False), (5, 5, True)])
def test_ten_decided_are_the_floor(closed: int, lost: int, enough: bool, outside: Tracker, tmp_path: Path) -> None:
    outside("init", "--no-git", "--bare")
    write_history(tmp_path / "outside", closed, lost)
    row: Any = outside("forecast", "--json").json
    assert (row["decided"], row["enough_history"]) == (closed + lost, enough)
    assert (row["expected"] is not None) == enough
    assert row["closed_already"] == 1  # on 2 March
    assert complaints("forecast", row) == []


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026-03-10", "2026-03-10"),
        ("fri", "2026-03-13"),
        ("28 apr", "2026-04-28"),
        ("2026-06-30", "2026-06-30"),
        ("2026-06", "2026-06-30"),
        ("2028-02", "2028-02-29"),
        ("2026-03", "2026-03-31"),
        ("eom", "2026-03-31"),
        ("this month", "2026-03-31"),
        ("next month", "2026-04-30"),
        ("Next  Month", "2026-04-30"),
        ("this year", "2026-12-31"),
        ("2026", "2026-12-31"),
        ("+3", "2026-03-13"),
    ],
)
def test_by_takes_a_day_as_people_say_it_and_a_month(typed: str, until: str, tracker: Tracker) -> None:
    row: Any = tracker("forecast", "--by", typed, "--json").json
    assert (row["from"], row["to"]) == ("2026-03-01", until)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("yesterday", "--by yesterday is 2026-03-09, and that is over: a forecast looks ahead, from 2026-03-10 on"),
        ("2026-02", "--by 2026-02 is 2026-02-28, and that is over: a forecast looks ahead, from 2026-03-10 on"),
        ("2026-03-01", "--by 2026-03-01 is over: a forecast looks ahead, from 2026-03-10 on"),
        ("2025", "--by 2025 is 2025-12-31, and that is over"),
        ("0000", 'there is no year "0000"; write --by 2026'),
        ("2026-13", 'there is no month "2026-13"; write --by 2026-03'),
        ("0000-01", 'there is no month "0000-01"; write --by 2026-03'),
        ("2099-01", "2099-01-31 is too far ahead"),
        ("soon", '"soon" is no day'),
        ("31 feb", "there is no 31 Feb"),
    ],
)
def test_by_another_day_is_refused(typed: str, sentence: str, tracker: Tracker) -> None:
    ran = tracker("forecast", "--by", typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")


def test_half_of_a_day_is_answered_with_how_it_is_typed(tracker: Tracker) -> None:
    ran = tracker("forecast", "--by", "28")
    assert (ran.code, ran.out) == (2, "")
    assert "what has several words stands in quotes: --by" in ran.err


def test_explain_says_what_the_numbers_mean_and_nothing_else(tracker: Tracker) -> None:
    out = tracker("forecast", "--explain").out
    assert "80% range\nThe shortest range that holds at least 80% of the chance." in out
    headings = [before for before, line in pairwise(out.splitlines()) if line and before and not before.endswith(".")]
    assert {"closed", "most likely", "80% range"} <= set(headings)
    assert "Too little history" not in out


def test_one_officer_in_a_journal_of_several(outside: Tracker, tmp_path: Path) -> None:
    outside("init", "--no-git", "--bare")
    root = tmp_path / "outside"
    settings = "format: 1\nofficers: {ana: Ana Rivera, ben: Ben Ito}\ngoals: {monthly: {closings: 3}}\n"
    (root / "journal.yaml").write_text(settings)
    both: Any = outside("forecast", "--json").json
    hers: Any = outside("forecast", "--who", "ana", "--json").json
    assert (both["goal"], hers["goal"]) == (3, 3)
    write_history(root, 10, 10)
    for file in (root / "referrals").rglob("*.yaml"):
        file.write_text(f"{file.read_text()}officer: {'ana' if 'lou' in file.name else 'ben'}\n")
    row: Any = outside("forecast", "--who", "ana", "--json").json
    assert row["decided"] == 10
    assert outside("forecast", "--who", "ben").out.startswith("Ben Ito\nMarch 2026: 1 closed, ")
    ran = outside("forecast", "--who", "zoe")
    assert (ran.code, ran.out) == (2, "")
    assert 'no officer "zoe"' in ran.err


def _settings(root: Path, text: str) -> None:
    (root / "journal.yaml").write_text(f"format: 1\n{text}")
    write_history(root, 8, 8)
    write(root, dt.date(2026, 3, 2), "Dana Ortiz", "")


def _all_open(root: Path) -> None:
    for number in range(1, 20):
        write(root, dt.date(2026, 1, number), f"Dana Open{number}", "")


def _on_leap_days(root: Path) -> None:
    for number in range(12):
        ended = "outcome: {status: closed, date: 2024-02-29}\n"
        write(root, dt.date(2024, 2, 29), f"Dana Leap{number}", ended)


def _undated(root: Path) -> None:
    for number in range(12):
        write(root, dt.date(2026, 1, 1 + number), f"Dana Lost{number}", "outcome: {status: lost, reason: went_cold}\n")
        write(root, dt.date(2026, 1, 1 + number), f"Dana In{number}", "application: {status: in_process}\n")


def _two_weeks(root: Path) -> None:
    for number in range(12):
        received, ended = dt.date(2026, 2, 24), dt.date(2026, 2, 25) + dt.timedelta(days=number)
        write(root, received, f"Dana New{number}", f"outcome: {{status: lost, date: {ended}, reason: went_cold}}\n")


ODD_JOURNALS: dict[str, Callable[[Path], None]] = {
    "no referrals": lambda _: None,
    "one": lambda root: write(root, dt.date(2026, 3, 2), "Dana Ortiz", ""),
    "all open": _all_open,
    "all lost": lambda root: write_history(root, 0, 15),
    "all closed": lambda root: write_history(root, 15, 0),
    "no working day": lambda root: _settings(root, "working_days: []\n"),
    "a leap day": _on_leap_days,
    "no dates beside statuses": _undated,
    "two weeks": _two_weeks,
    "a goal of volume alone": lambda root: _settings(root, "goals: {monthly: {volume: 2000000}}\n"),
}


@pytest.mark.parametrize("name", ODD_JOURNALS)
@pytest.mark.parametrize("more", [(), ("--by", "2026-03-10"), ("--by", "2027-12-31")], ids=" ".join)
def test_whatever_a_journal_lacks_the_answer_is_a_whole_one(
    name: str, more: tuple[str, ...], outside: Tracker, tmp_path: Path
) -> None:
    outside("init", "--no-git", "--bare")
    ODD_JOURNALS[name](tmp_path / "outside")
    ran = outside("forecast", *more)
    assert (ran.code, ran.err) == (0, "")
    assert "nan" not in ran.out.casefold().split()
    assert re.findall(r"(?<!\d)(?:0|100)%(?! of)", ran.out) == []
    row: Any = outside("forecast", *more, "--json").json
    assert complaints("forecast", row) == []
    if row["enough_history"]:
        assert abs(sum(item["probability"] for item in row["distribution"]) - 1) < 1e-9
        assert row["distribution"][0]["closings"] == row["closed_already"]
        assert all(0 <= item["probability"] < 1 for item in row["referrals"])


@pytest.mark.parametrize("today", ["1900-01-01", "1900-02-05", "2199-12-31", "2199-11-30", "2024-02-29"])
def test_the_ends_of_the_calendar(today: str, outside: Tracker, tmp_path: Path) -> None:
    outside("init", "--no-git", "--bare")
    write_history(tmp_path / "outside", 8, 8)
    for words in (("forecast",), ("forecast", "--json"), ("forecast", "--by", "eom")):
        ran = outside(*words, "--today", today)
        assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("page", [(), ("--html", "-")], ids=["text", "page"])
def test_whose_file_has_an_error_is_left_out_and_that_is_said(
    page: tuple[str, ...], made: Callable[[Forecast], None], tracker: Tracker, journal: Path
) -> None:
    """The small journal has one with an error; another one cannot be read now."""
    made(make_forecast())
    assert "1 left out: its file has an error" in tracker("forecast", *page).out
    (journal / "referrals/2026/2026-02-23-lee-ortiz.yaml").write_text("borrower: [\n", "utf-8")
    assert "2 left out: errors in their files" in tracker("forecast", *page).out
    for name in ("2026-02-23-lee-ortiz", "2026-03-03-tom-baker"):
        (journal / f"referrals/2026/{name}.yaml").unlink()
    assert "left out" not in tracker("forecast", *page).out
