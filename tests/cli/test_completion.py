"""What the shells are offered: commands, options, values, and the ids of the journal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from textual_tracker.analytics.query.fields import FIELDS, STATES
from textual_tracker.analytics.rules import RULE_NAMES
from textual_tracker.cli import completion_values
from textual_tracker.cli.completion import split_line
from textual_tracker.cli.verbs import VERBS
from textual_tracker.core.stages import Stage

BREAKS = " \t\n\"'@><=;|&(:"
Offers = Callable[..., list[str]]


@pytest.fixture
def offers(tracker: Tracker) -> Offers:
    """The candidates for the last of these words, without their descriptions."""

    def ask(*words: str) -> list[str]:
        ran = tracker("--complete", "fish", "--", *words)
        assert (ran.code, ran.err) == (0, "")
        return [line.partition("\t")[0] for line in ran.out.splitlines()]

    return ask


def test_commands_with_what_they_do(tracker: Tracker) -> None:
    lines = tracker("--complete", "zsh", "--", "").out.splitlines()
    assert [line.partition("\t")[0] for line in lines] == [verb.name for verb in VERBS]
    assert "list\tthe open referrals, or those that match a query" in lines


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("st",), ["stalled"]),
        (("--jo",), ["--journal"]),
        (("stalled", "--a"), ["--at-risk", "--all"]),
        (("--json", "stalled", "--p"), ["--partners"]),
        (("init", "--j"), ["--journal"]),
        (("today", "--color", ""), ["auto", "always", "never"]),
        (("today", "--color=al"), ["--color=always"]),
        (("check", "--format", "g"), ["github"]),
        (("results", "--by", "p"), ["partner"]),
        (("check", "ref"), [":files"]),
        (("-C", ""), [":folders"]),
        (("init", ""), [":folders"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
        (("schema", "output/sta"), ["output/stalled", "output/stalled_partners"]),
        (("list", "st"), ["stage:"]),
        (("list", "-st"), ["-stage:"]),
        (("list", "--a"), ["--all"]),
        (("list", "stage:app"), ["stage:appointment_set", "stage:appointment_held", "stage:application_started",
                                 "stage:application_submitted"]),
        (("list", "is:open,st"), ["is:open,stalled"]),
        (("list", "-is:lo"), ["-is:lost"]),
        (("list", "partner:s"), ["partner:sarah-chen"]),
        (("list", "partner:ch"), ["partner:chen"]),
        (("list", "amount:"), []),
        (("ui", ""), []),
        (("nonsense", ""), []),
        (("show", "--", "dan"), ["dana-ortiz"]),
    ],
)  # fmt: skip
def test_what_may_stand_there(offers: Offers, words: tuple[str, ...], offered: list[str]) -> None:
    assert offers(*words) == offered


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("dan", ["dana-ortiz"]),
        ("ort", ["ortiz"]),
        ("2026-03-0", ["2026-03-03-tom-baker", "2026-03-06-dana-ortiz"]),
        ("2026-03-06-d", ["2026-03-06-dana-ortiz"]),
        ("be", ["bell"]),
        ("zz", []),
    ],
)
def test_a_referral_is_offered_from_the_word_that_was_begun(offers: Offers, typed: str, offered: list[str]) -> None:
    assert offers("show", typed) == offered


def test_with_nothing_typed_everybody_is_offered_by_name(offers: Offers) -> None:
    assert offers("show", "") == [
        "ana-gomez", "dana-ortiz", "jo-hale", "kai-brooks", "lee-ortiz", "marcus-bell", "priya-nair", "ravi-shah",
        "tom-baker",
    ]  # fmt: skip


def test_two_of_one_name_are_offered_with_their_dates(journal: Path, offers: Offers) -> None:
    (journal / "referrals/2025/2025-05-05-jo-hale.yaml").write_text("borrower: Jo Hale\nsource: online\n")
    everybody = offers("show", "")
    assert {"2025-05-05-jo-hale", "2025-10-06-jo-hale"} <= set(everybody)
    assert "jo-hale" not in everybody


def test_what_is_offered_names_the_referral(tracker: Tracker, offers: Offers) -> None:
    for word in offers("show", ""):
        assert tracker("show", word).code == 0


def test_the_journal_of_the_line_is_the_one_that_is_meant(outside: Tracker, journal: Path) -> None:
    for words in (["-C", str(journal)], [f"--journal={journal}"]):
        assert outside("--complete", "fish", "--", *words, "show", "dan").out.startswith("dana-ortiz\t")
    assert outside("--complete", "fish", "--", "show", "dan").out == ""


def test_officers_of_a_shared_journal(journal: Path, tracker: Tracker, offers: Offers) -> None:
    (journal / "journal.yaml").write_text("format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\n")
    (journal / "activity/maria/2026").mkdir(parents=True)
    assert offers("results", "--who", "") == ["maria"]  # nothing was read yet: whose days have a folder
    tracker("list")
    assert offers("results", "--who", "") == ["ana", "maria"]
    assert offers("today", "--who", "a") == ["ana"]
    assert offers("log", "dana", "call", "--by=m") == ["--by=maria"]
    assert tracker("--complete", "fish", "--", "plan", "--who", "m").out == "maria\tMaria Soto\n"


def test_a_journal_of_one_has_no_officers_to_offer(tracker: Tracker, offers: Offers) -> None:
    for _ in range(2):
        assert offers("forecast", "--who", "") == []
        tracker("list")


def test_names_describe_the_ids_once_the_journal_was_read(tracker: Tracker) -> None:
    tracker("list")
    assert tracker("--complete", "fish", "--", "show", "gom").out == "gomez\tAna Gómez\n"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("tracker sta", "stalled \n"),
        ("tracker list stage:con", "contacted \n"),
        ("tracker list sta", "stage:\n"),
        ("tracker today --color=al", "always \n"),
        ("tracker check ", ":files\n"),
        ("tracker -C 'my journal' show dan", ""),
        ("tracker show nobody", ""),
    ],
)
def test_bash_gets_what_follows_the_last_word_break(tracker: Tracker, line: str, answer: str) -> None:
    assert tracker("--complete", "bash", BREAKS, line).out == answer


def test_bash_gets_the_whole_word_where_a_colon_breaks_none(tracker: Tracker) -> None:
    assert tracker("--complete", "bash", " ", "tracker list stage:con").out == "stage:contacted \n"


def test_an_id_with_a_blank_is_escaped_for_bash_alone(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-03-07-mary ann's.yaml").write_text("borrower: Mary Ann\nsource: online\n")
    assert tracker("--complete", "bash", BREAKS, "tracker show mary").out == "mary\\ ann\\'s \n"
    assert tracker("--complete", "fish", "--", "show", "mary").out == "mary ann's\t\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tracker show dana", ["tracker", "show", "dana"]),
        ("tracker  show ", ["tracker", "show", ""]),
        ("tracker -C 'my journal' sh", ["tracker", "-C", "my journal", "sh"]),
        ('tracker -C "my \\"own\\" journal" ', ["tracker", "-C", 'my "own" journal', ""]),
        ("tracker -C my\\ journal l", ["tracker", "-C", "my journal", "l"]),
        ("tracker list 'open ", ["tracker", "list", "open "]),
        ("", [""]),
    ],
)
def test_a_line_is_split_as_the_shell_does(line: str, words: list[str]) -> None:
    assert split_line(line) == words


@pytest.mark.parametrize("words", [(), ("bash",), ("tcsh", "x"), ("fish",), ("bash", BREAKS)])
def test_a_broken_call_is_answered_with_silence_or_the_commands(tracker: Tracker, words: tuple[str, ...]) -> None:
    ran = tracker("--complete", *words)
    assert (ran.code, ran.err) == (0, "")


def test_the_words_of_a_query_are_those_of_the_query_language() -> None:
    assert set(completion_values.QUERY_FIELDS) == set(FIELDS)
    assert set(completion_values.STATES) == set(STATES)
    assert tuple(stage.name for stage in Stage) == completion_values.STAGES
    assert set(completion_values.RULES) == set(RULE_NAMES)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_says_where_to_put_it(outside: Tracker, shell: str) -> None:
    ran = outside("completion", shell)
    assert ran.code == 0
    assert f"tracker completion {shell}" in ran.out
