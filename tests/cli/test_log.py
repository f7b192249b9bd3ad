"""`tracker log`: a contact in as few letters as can be."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from tests.cli.writing import DANA, KAI, LEE, TODAY_FILE, differing, texts

OFFICERS = "officers: {ana: Ana Rivera, maria: Maria Soto}\n"


@pytest.fixture
def untyped(journal: Path) -> None:
    """Nobody typed a counter of the day."""
    (journal / TODAY_FILE).unlink()


@pytest.mark.usefixtures("untyped")
def test_one_line_is_written_and_told(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    ran = tracker("log", "kai", "t")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"Kai Brooks: tried (text)\n  {KAI}\n"
    assert differing(before, journal) == {KAI: ["+  - {date: 2026-03-10, channel: text}"]}


def test_typed_counters_rise_with_what_is_recorded(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    tracker("log", "kai", "r")

    assert differing(before, journal)[TODAY_FILE] == [
        "-calls: 6",
        "+calls: 7",
        "-follow_ups: 3",
        "+follow_ups: 4",
        "-conversations: 2",
        "+conversations: 3",
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["lee", "ortiz", "vm"], "{date: 2026-03-10, channel: voicemail, result: left_message}"),
        (["Lee Ortiz", "In-Person", "REACHED"], "{date: 2026-03-10, channel: in_person, result: reached}"),
        (["02-23", "no", "answer"], "{date: 2026-03-10, channel: call, result: no_answer}"),
        (["lee", "tr", "--date", "mon"], "{date: 2026-03-09, channel: text, result: replied}"),
        (["lee", "t", "--date", "today 14:05"], "{date: 2026-03-10T14:05, channel: text}"),
        (["lee", "t", "--date", "today 14:05:30"], "{date: 2026-03-10T14:05:30, channel: text}"),
        (["lee", "t", "--note", "prefers texts: after 5"],
         '{date: 2026-03-10, channel: text, note: "prefers texts: after 5"}'),
        (["lee", "t", "--by", "assistant"], "{date: 2026-03-10, channel: text, by: assistant}"),
    ],
)  # fmt: skip
def test_as_it_is_typed(tracker: Tracker, journal: Path, words: list[str], line: str) -> None:
    before = texts(journal)
    assert tracker("log", *words).code == 0
    assert differing(before, journal)[LEE] == [f"+  - {line}"]


def test_seen_from_a_day_in_the_past_it_is_written_as_of_that_day(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    assert tracker("log", "lee", "t", "--today", "2026-02-27").code == 0
    assert differing(before, journal)[LEE] == ["+  - {date: 2026-02-27, channel: text}"]


def test_a_partner_is_touched(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    assert tracker("log", "@tran", "b").out.startswith(
        "Mike Tran: contacted (call, replied)\n  partners/mike-tran.yaml\n"
    )
    lines = differing(before, journal)["partners/mike-tran.yaml"]
    assert lines == ["+touches:", "+  - {date: 2026-03-10, channel: call, result: replied}"]


def test_it_works_whatever_became_of_the_referral(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    ran = tracker("log", "jo", "r")

    assert ran.code == 0
    assert "warning: 2026-03-10 is after the referral was lost" in ran.err
    assert "referrals/2025/2025-10-06-jo-hale.yaml" in differing(before, journal)


def test_the_settled_are_found_with_an_index_as_without(tracker: Tracker, journal: Path) -> None:
    """With the index, those who closed or were lost are left out at first; their names are not."""
    (journal / "referrals/2026/2026-03-09-jo-park.yaml").write_text("borrower: Jo Park\nsource: online\n")
    tracker("stalled")
    for option in ([], ["--no-index"]):
        ran = tracker("log", "jo", "vm", *option)
        assert ran.code == 2
        assert ran.err.splitlines()[1:] == [
            "  2026-03-09-jo-park  Jo Park",
            "  2025-10-06-jo-hale  Jo Hale",
        ]
        assert tracker("log", "jo hale", "vm", "--dry-run", *option).code == 0


def test_the_patch_is_one_that_git_applies(tracker: Tracker, journal: Path) -> None:
    (journal / LEE).write_bytes((journal / LEE).read_bytes().replace(b"\n", b"\r\n").rstrip())
    before = texts(journal)
    ran = tracker("log", "lee", "vm", "--dry-run")
    assert ran.err == "Lee Ortiz: tried (voicemail, left message) (nothing was written)\n"
    assert differing(before, journal) == {}

    subprocess.run(["git", "init", "-q"], cwd=journal, check=True)
    subprocess.run(["git", "apply"], cwd=journal, input=ran.out.encode(), check=True)
    shutil.rmtree(journal / ".git")
    applied = texts(journal)
    for path, text in before.items():
        (journal / path).write_bytes(text)
    tracker("log", "lee", "vm")

    assert texts(journal) == applied
    assert differing(before, journal)[LEE] == ["+  - {date: 2026-03-10, channel: voicemail, result: left_message}\r"]


def test_on_a_terminal_the_patch_is_coloured_without_red_and_green(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tracker("log", "kai", "t", "--dry-run", "--color", "always")
    assert "\x1b[38;5;33m+  - {date: 2026-03-10, channel: text}\x1b[0m" in ran.out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in tracker("log", "kai", "t", "--dry-run").out


@pytest.mark.usefixtures("untyped")
def test_as_json(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    dry: Any = tracker("log", "kai", "t", "--dry-run", "--json").json
    assert differing(before, journal) == {}
    wet: Any = tracker("log", "kai", "t", "--json").json

    assert (dry.pop("written"), wet.pop("written")) == (False, True)
    assert dry == wet
    assert (wet["says"], wet["paths"], wet["remarks"]) == ("Kai Brooks: tried (text)", [KAI], [])
    assert "+  - {date: 2026-03-10, channel: text}\n" in wet["diff"]


@pytest.mark.usefixtures("untyped")
class TestInAJournalOfSeveralOfficers:
    @pytest.fixture(autouse=True)
    def shared(self, journal: Path) -> None:
        settings = journal / "journal.yaml"
        settings.write_text(settings.read_text().replace("officer: Ana Rivera\n", OFFICERS))
        for name, officer in ((KAI, "ana"), (DANA, "maria")):
            (journal / name).write_text((journal / name).read_text() + f"officer: {officer}\n")

    @pytest.mark.parametrize("typed", ["maria", "Soto", "MARIA SOTO", "mar"])
    def test_who_did_it_is_named_by_id_or_name(self, tracker: Tracker, journal: Path, typed: str) -> None:
        before = texts(journal)
        assert tracker("log", "kai", "t", "--by", typed).code == 0
        assert differing(before, journal) == {KAI: ["+  - {date: 2026-03-10, channel: text, by: maria}"]}

    def test_the_environment_names_them_where_it_is_not_their_own_referral(
        self, tracker: Tracker, journal: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TRACKER_OFFICER", "maria")
        before = texts(journal)
        tracker("log", "kai", "t")
        tracker("log", "dana", "t")

        found = differing(before, journal)
        assert found[KAI] == ["+  - {date: 2026-03-10, channel: text, by: maria}"]
        assert "+  - {date: 2026-03-10, channel: text}" in found[DANA]

    def test_what_counts_for_nobody_is_said_with_the_way_out(self, tracker: Tracker) -> None:
        said = (
            "It counts on nobody's day, for Lee Ortiz has no officer: tracker set 2026-02-23-lee-ortiz officer=NAME; "
            "or say who did it, with --by or $TRACKER_OFFICER.\n"
        )
        assert tracker("log", "lee", "vm", "--dry-run").err.endswith(said)
        assert tracker("log", "lee", "vm").err == said
        assert tracker("log", "lee", "vm", "--by", "maria").err == ""

    def test_whom_nobody_knows_is_refused_with_the_list(self, tracker: Tracker, journal: Path) -> None:
        before = texts(journal)
        ran = tracker("log", "kai", "t", "--by", "zoe")

        assert (ran.code, differing(before, journal)) == (2, {})
        assert ran.err == (
            'tracker: there is no officer "zoe" in journal.yaml; there are ana (Ana Rivera), maria (Maria Soto)\n'
        )


def test_what_is_no_contact_is_answered_with_the_list(tracker: Tracker) -> None:
    ran = tracker("log", "dana", "xx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('tracker: "xx" is no contact. It is one of\n  na  called, no answer\n')
    assert tracker("log", "dana", "text", "repled").err == 'tracker: "repled" is no contact; did you mean replied?\n'


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["log", "ortiz", "vm"], '"ortiz" names 2 records; which one?'),
        (["log", "zoe", "vm"], 'no referral or partner is named "zoe"'),
        (["log", "@zoe", "vm"], 'no partner is named "zoe"'),
        (["log", "vm"], "log needs REF CONTACT [RESULT]:"),
        (["log", "dana", "r", "--date", "tomorow"], '"tomorow" is no day; did you mean "tomorrow"?'),
        (["log", "dana", "r", "--date", "31 feb"], "there is no 31 Feb"),
    ],
)
def test_what_cannot_be_meant(tracker: Tracker, words: list[str], sentence: str) -> None:
    ran = tracker(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")
