"""`tracker set`: any field; `tracker count`: the day's activity."""

import threading
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.writing import DANA, KAI, PRIYA, TODAY_FILE, differing, texts
from textual_tracker.cli.main import main


@pytest.mark.parametrize(
    ("words", "path", "lines"),
    [
        (["dana", "amount=400k"], DANA, ["-loan: {purpose: purchase, program: fha, amount: 385000}",
                                         "+loan: {purpose: purchase, program: fha, amount: 400000}"]),
        (["dana", "ortiz", "tags+=urgent", "tags-=first-time-buyer"], DANA,
         ["-tags: [first-time-buyer]", "+tags: [urgent]"]),
        (["kai", "notes=call after 5: no texts"], KAI, ['+notes: "call after 5: no texts"']),
        (["kai", "contact_attempts[0].note=hello"], KAI,
         ["-  - {date: 2026-02-17, channel: call, result: reached}",
          "+  - {date: 2026-02-17, channel: call, result: reached, note: hello}"]),
        (["priya", "x-lease="], PRIYA, ["-x-lease: ends 31 March"]),
        (["@chen", "tier=B", "update_days=5"], "partners/sarah-chen.yaml", ["-tier: A", "+tier: B", "+update_days: 5"]),
        (["today", "calls=9", "day_off=sick"], TODAY_FILE, ["-calls: 6", "+calls: 9", "+day_off: sick"]),
        (["2026-03-09", "comment=long"], "activity/2026/2026-03-09.yaml", ["+comment: long"]),
    ],
)  # fmt: skip
def test_only_its_own_line_changes(
    tracker: Tracker, journal: Path, words: list[str], path: str, lines: list[str]
) -> None:
    before = texts(journal)
    ran = tracker("set", *words)

    assert (ran.code, ran.err) == (0, "")
    assert differing(before, journal) == {path: lines}


def test_an_agreed_day_that_becomes_another_keeps_the_old_one(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    ran = tracker("set", "priya", "expected_close=20 mar", "--date", "yesterday")

    assert ran.out.startswith("Priya Nair: application.expected_close Fri 20 Mar (was Fri 6 Mar)\n")
    assert differing(before, journal)[PRIYA][-1] == "+    - {date: 2026-03-09, what: expected_close, from: 2026-03-06}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["dana", "amount"], "write whom, and then KEY=VALUE"),
        (["dana", "amount", "=", "400k"],
         "what is set is written KEY=VALUE, without blanks: tracker set dana amount=400k\n"),
        (["dana", "tier:", "B"], "what is set is written KEY=VALUE, without blanks: tracker set dana tier=B\n"),
        (["dana", "amount=", "400k"], "write amount=400k without a blank\n"),
        (["amount=3", "dana"], "the name comes first: tracker set dana amount=3\n"),
        (["amount=3", "notes=x"], "write whom, and then KEY=VALUE"),
        (["dana", "best_time=after", "5pm"], '"5pm" sets nothing; a value of several words stands in quotes'),
        (["dana", "amuont=3"], 'there is no field "amuont"; did you mean amount?'),
        (["dana", "source=realtr"], '"realtr" is not a source; did you mean real_estate_agent?'),
        (["dana", "amount=lots"], '"lots" is no amount in whole dollars'),
        (["dana", "program=fha"], "nothing to change: Dana Ortiz "),
        (["ortiz", "program=va"], '"ortiz" names 2 records; which one?'),
        (["dana", "amount=400k", "source=realtr"], '"realtr" is not a source'),
        (["tomorrow", "calls=3"],
         "a day is named today, yesterday, or by its date: tracker set 2026-03-11 calls=3"),
        (["fri", "comment=a b"],
         "a day is named today, yesterday, or by its date: tracker set 2026-03-06 'comment=a b'"),
        (["journal", "day_ends=18:00"],
         "the settings are in journal.yaml, and are changed in your editor: tracker edit journal"),
        (["zoe", "amount=3"], 'no referral or partner is named "zoe"'),
        (["dana", "consent=full"], 'there is no field "consent"; did you mean consent_to_share?'),
        (["dana", "name="], "that would leave an error in the file, so nothing was written:"),
    ],
)  # fmt: skip
def test_what_is_refused_writes_nothing(tracker: Tracker, journal: Path, words: list[str], sentence: str) -> None:
    before = texts(journal)
    ran = tracker("set", *words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")
    assert differing(before, journal) == {}


@pytest.mark.parametrize(
    ("line", "says", "lines"),
    [
        ("calls+3 not+1", "Tue 10 Mar: calls 9, notes 2", ["-calls: 6", "+calls: 9", "-notes: 1", "+notes: 2"]),
        ("calls +3", "Tue 10 Mar: calls 9", ["-calls: 6", "+calls: 9"]),
        ("calls + 3", "Tue 10 Mar: calls 9", ["-calls: 6", "+calls: 9"]),
        ("calls -2", "Tue 10 Mar: calls 4", ["-calls: 6", "+calls: 4"]),
        ("calls=12", "Tue 10 Mar: calls 12", ["-calls: 6", "+calls: 12"]),
        ("conv", "Tue 10 Mar: conversations 3", ["-conversations: 2", "+conversations: 3"]),
        ("app", "Tue 10 Mar: appointments 1", ["+appointments: 1"]),
    ],
)
def test_counting(tracker: Tracker, journal: Path, line: str, says: str, lines: list[str]) -> None:
    before = texts(journal)
    assert tracker("count", *line.split()).out == f"{says}\n  {TODAY_FILE}\n"
    assert differing(before, journal) == {TODAY_FILE: lines}


def test_it_counts_on_from_what_the_records_show(tracker: Tracker, journal: Path) -> None:
    (journal / TODAY_FILE).unlink()
    tracker("log", "kai", "r")
    tracker("log", "lee", "na")
    assert tracker("count", "calls+2").out.startswith("Tue 10 Mar: calls 4\n")
    assert (journal / TODAY_FILE).read_text().splitlines()[1:] == ["date: 2026-03-10", "calls: 4"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["count", "calls=1"], "Tue 10 Mar: calls 1 typed; the records show 2"),
        (["set", "today", "calls=1"], "Tue 10 Mar: calls 1; the records show 2"),
        (["set", "today", "calls=2"], "Tue 10 Mar: calls 2"),
    ],
)
def test_what_the_screen_shows_instead_is_said(tracker: Tracker, journal: Path, words: list[str], says: str) -> None:
    (journal / TODAY_FILE).unlink()
    tracker("log", "kai", "r")
    tracker("log", "lee", "na")
    assert tracker(*words).out.startswith(f"{says}\n")


def test_of_two_who_count_at_once_neither_is_forgotten(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(journal)
    counting = [threading.Thread(target=main, args=(["count", "calls+1"],)) for _ in range(2)]
    for one in counting:
        one.start()
    for one in counting:
        one.join()
    assert "calls: 8\n" in (journal / TODAY_FILE).read_text()


class TestInAJournalOfSeveralOfficers:
    @pytest.fixture(autouse=True)
    def shared(self, journal: Path) -> None:
        settings = journal / "journal.yaml"
        officers = "officers: {ana: Ana Rivera, maria: Maria Soto}\n"
        settings.write_text(settings.read_text().replace("officer: Ana Rivera\n", officers))

    def test_everybody_has_their_own_days(self, tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
        assert tracker("count", "notes", "--by", "soto").out == (
            "Tue 10 Mar: notes 1\n  activity/maria/2026/2026-03-10.yaml\n"
        )
        monkeypatch.setenv("TRACKER_OFFICER", "maria")
        assert tracker("count", "notes").out.startswith("Tue 10 Mar: notes 2\n  activity/maria/")
        assert tracker("set", "today", "day_off=yes").out.endswith("  activity/maria/2026/2026-03-10.yaml\n")

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["count", "notes"],
             "whose day is it? give --by, or set $TRACKER_OFFICER: ana (Ana Rivera), maria (Maria Soto)"),
            (["count", "notes", "--by", "zoe"],
             'there is no officer "zoe" in journal.yaml; there are ana (Ana Rivera), maria (Maria Soto)'),
            (["set", "today", "day_off=yes"], "whose day is it?"),
        ],
    )  # fmt: skip
    def test_nobody_is_guessed(self, tracker: Tracker, words: list[str], sentence: str) -> None:
        ran = tracker(*words)
        assert ran.code == 2
        assert ran.err.startswith(f"tracker: {sentence}")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("count walks", '"walks" is not something that you count'),
        ("count calls 3", "is calls 3 more, or all? write calls+3 or calls=3"),
        ("count calls3", "is that 3 more, or all? write calls+3 or calls=3"),
        ("count 3 calls", '"3" counts nothing; a number stands behind what is counted: calls+3'),
        ("count calls+3 mon",
         '"mon" is no counter; which day it was, --date says: tracker count calls+3 --date mon'),
        ("count c", '"c" may be calls or conversations; write more of it'),
        ("count calls=6", "nothing to change: Tue 10 Mar "),
        ("count calls --date tomorrow", "Wed 11 Mar is still ahead"),
        ("count calls --by ana", "this journal is one officer's"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted(tracker: Tracker, journal: Path, line: str, sentence: str) -> None:
    before = texts(journal)
    ran = tracker(*line.split())

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")
    assert differing(before, journal) == {}
