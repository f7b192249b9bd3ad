"""What is typed becomes a command with its options, or a sentence that says what was meant."""

import pytest

from textual_tracker.cli.parse import parse
from textual_tracker.errors import UsageError


def test_global_options_stand_before_the_command_or_after_it() -> None:
    before = parse(["-C", "journal", "--json", "list", "dana"])
    after = parse(["list", "dana", "--json", "--journal", "journal"])
    for parsed in (before, after):
        assert parsed.verb is not None
        assert parsed.verb.name == "list"
        assert parsed.words == ["dana"]
        assert parsed.value("journal") == "journal"
        assert parsed.flag("json")


@pytest.mark.parametrize("written", [["-C", "list"], ["-Clist"], ["--journal", "list"], ["--journal=list"]])
def test_a_folder_that_is_called_like_a_command_is_still_the_folder(written: list[str]) -> None:
    parsed = parse([*written, "today"])
    assert parsed.verb is not None
    assert parsed.verb.name == "today"
    assert parsed.value("journal") == "list"


def test_without_a_command_there_is_none() -> None:
    assert parse([]).verb is None
    assert parse(["--json"]).verb is None


def test_two_dashes_end_the_options() -> None:
    assert parse(["list", "--", "--all"]).words == ["--all"]


def test_in_a_query_a_dash_turns_a_term_round_and_is_no_option() -> None:
    parsed = parse(["list", "-stage:lost", "--all", "chen"])
    assert parsed.words == ["-stage:lost", "chen"]
    assert parsed.flag("all")


def test_options_and_words_may_be_mixed() -> None:
    parsed = parse(["show", "dana", "--color", "never", "ortiz"])
    assert parsed.words == ["dana", "ortiz"]
    assert parsed.value("color") == "never"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["stald"], 'there is no command "stald"; did you mean stalled?'),
        (["xyzzy"], 'there is no command "xyzzy"'),
        (["stalled", "--at-rsk"], "stalled has no option --at-rsk; did you mean --at-risk?"),
        (["--whoo", "today"], "today has no option --whoo; did you mean --who?"),
        (["--whoo"], "the program has no option --whoo"),
        (["today", "-x"], "today has no option -x; it has --who, --explain"),
        (["init", "--json"], "init has no option --json; it has --no-git, --bare"),
        (["today", "--color", "blue"], '--color is one of auto, always, never, not "blue"'),
        (["check", "--format=xml"], '--format is one of text, json, github, not "xml"'),
        (["forecast", "--by", "fri", "--by=eom"], '--by is given twice, "fri" and "eom"; which of the two?'),
        (
            ["log", "dana", "vm", "--date", "mon", "--date", "tue"],
            '--date is given twice, "mon" and "tue"; which of the two?',
        ),
        (["list", "--all=yes"], "--all takes no value"),
        (["today", "-C"], "-C needs a value: -C DIR"),
        (["show"], "show needs REF...: an id or a name, or a part of one"),
        (["today", "dana"], 'today takes no words, and "dana" is one'),
        (["init", "one", "two"], 'init takes one DIR, and "two" is a second'),
        (["completion", "tcsh"], 'SHELL is one of bash, zsh, fish, not "tcsh"'),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(typed: list[str], sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(typed)
    assert str(refused.value) == sentence


def test_an_option_may_be_given_twice_where_nothing_is_lost_by_that() -> None:
    """An alias has its own journal and clock; what is said later counts."""
    parsed = parse(["--today", "2026-03-01", "list", "--all", "--all", "--today", "2026-03-10"])
    assert parsed.value("today") == "2026-03-10"
    assert parse(["forecast", "--by", "fri", "--by", "fri"]).value("by") == "fri"


def test_help_is_given_even_where_words_are_missing() -> None:
    assert parse(["show", "--help"]).flag("help")
