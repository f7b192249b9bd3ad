"""What completes the commands that write: whom, and then what may follow a name."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from textual_tracker.cli import completion_values, completion_words, completion_writing
from textual_tracker.cli.contact_words import contact_of
from textual_tracker.cli.verbs import VERBS
from textual_tracker.core import vocabulary
from textual_tracker.editing.actions.contact import SHORT
from textual_tracker.editing.actions.milestone import MILESTONES
from textual_tracker.editing.one_line import parse_assignments, parse_counts
from textual_tracker.editing.one_line.fields import field_path
from textual_tracker.editing.spoken import plan_day
from textual_tracker.reading.schema import shape_at

Offers = Callable[..., list[str]]
TODAY = dt.date(2026, 3, 10)


@pytest.fixture
def offers(tracker: Tracker) -> Offers:
    """The candidates for the last of these words, without their descriptions."""

    def ask(*words: str) -> list[str]:
        ran = tracker("--complete", "fish", "--", *words)
        assert (ran.code, ran.err) == (0, "")
        return [line.partition("\t")[0] for line in ran.out.splitlines()]

    return ask


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("log", "dan"), ["dana-ortiz"]),
        (("log", "@c"), ["@chen"]),
        (("log", "--note", "x", "dan"), ["dana-ortiz"]),
        (("log", "dana", "t"), ["t", "tr", "text"]),
        (("log", "dana", "ortiz", "v"), ["vm", "voicemail", "video"]),
        (("log", "dana", "text", "re"), ["reached", "replied"]),
        (("appt", "lee", "h"), ["held"]),
        (("appt", "lee", "t"), ["today", "tomorrow", "tue", "thu"]),
        (("mark", "kai", "app"), ["appraisal-ordered", "appraisal-received"]),
        (("mark", "ka"), ["kai-brooks"]),
        (("next", "ka"), ["kai-brooks"]),
        (("done", "le"), ["lee-ortiz"]),
        (("tell", "@"), ["@mike-tran", "@pat-doyle", "@sarah-chen"]),
        (("tell", "dana", "--about", "app"), ["appointment", "application", "appraisal", "approval"]),
        (("tell", "dana", "--channel", "v"), ["voicemail", "video"]),
        (("tell", "dana", "--partner=tr"), ["--partner=tran"]),
        (("lose", "kai", "--reason", "chose_other_lender_r"),
         ["chose_other_lender_rate", "chose_other_lender_relationship"]),
        (("set", "kai", "program=f"), ["program=fha"]),
        (("set", "kai", "ph"), ["phone="]),
        (("set", "kai", "phone="), []),
        (("count", "c"), ["calls+1", "conversations+1"]),
        (("add", "pa"), ["partner", "partner="]),
        (("add", "Zoe", "Park", "@do"), ["@doyle"]),
        (("add", "Zoe", "Park", "sou"), ["source="]),
        (("add", "Zoe", "Park", "source=c"), ["source=cpa"]),
        (("undo", "--d"), ["--dry-run"]),
    ],
)  # fmt: skip
def test_what_may_stand_there(offers: Offers, words: tuple[str, ...], offered: list[str]) -> None:
    assert offers(*words) == offered


def test_they_are_described(tracker: Tracker) -> None:
    lines = tracker("--complete", "zsh", "--", "log", "dana", "").out.splitlines()
    assert "vm\tleft a voicemail" in lines
    lines = tracker("--complete", "zsh", "--", "lose", "dana", "--reason", "went").out.splitlines()
    assert lines == ["went_cold\tfollow-up"]


def test_with_nothing_typed_partners_stand_beside_the_referrals(offers: Offers) -> None:
    everybody = offers("log", "")
    assert {"dana-ortiz", "@sarah-chen"} <= set(everybody)
    assert not any(word.startswith("@") for word in offers("done", ""))


def test_the_words_are_those_that_the_actions_know() -> None:
    assert [short for short, _ in completion_words.SHORT_FORMS] == list(SHORT)
    assert [word for word, _ in completion_words.MILESTONES] == list(MILESTONES)
    assert tuple(word for word, _ in completion_words.COUNTERS) == vocabulary.COUNTERS
    for day in completion_words.SOON:
        assert plan_day(day, TODAY)[0] >= TODAY
    for field, _ in completion_words.FIELDS:
        assert shape_at("referral", field_path("referral", field)).kind is not None or field in {"also_tell", "tags"}
    for field, choices in completion_writing._CHOICES.items():
        for choice in choices:
            assert parse_assignments("referral", [f"{field}={choice}"], TODAY)


def test_what_is_offered_after_a_name_is_understood(offers: Offers) -> None:
    assert all(contact_of([word]) for word in offers("log", "dana", ""))
    assert all(contact_of(["in-person", word]) for word in offers("log", "dana", "in-person", ""))
    assert all(parse_counts([word]) for word in offers("count", ""))


def test_every_kind_of_completion_is_one_that_there_is() -> None:
    kinds = {option.values for verb in VERBS for option in verb.options if isinstance(option.values, str)}
    kinds |= {verb.argument.values for verb in VERBS if verb.argument and isinstance(verb.argument.values, str)}
    known = {"", ":files", ":folders", ":referrals", ":query", ":schemas", ":officers", *completion_values.WRITING}
    assert kinds <= known


def test_a_referral_is_offered_as_soon_as_it_is_added(tracker: Tracker, journal: Path, offers: Offers) -> None:
    tracker("stalled")
    assert tracker("add", "Zoe", "Park", "@chen").code == 0
    assert (journal / "referrals/2026/2026-03-10-zoe-park.yaml").exists()
    assert offers("log", "zo") == ["zoe-park"]
