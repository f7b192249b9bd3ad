"""`tracker diagnose`: the one thing to change, the evidence for it, and what cannot be told yet."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_json import complaints
from textual_tracker.analytics.definitions import definitions_of
from textual_tracker.config.resources import sample_journal_folder

SAMPLE = ["-C", str(sample_journal_folder()), "--no-index"]


def test_the_sample_s_story_is_the_first_line(outside: Tracker) -> None:
    first = outside(*SAMPLE, "diagnose").out.splitlines()[0]
    assert first.startswith("Change one thing: scripting. ")
    assert "agreed to an appointment (target 60%)" in first


def test_the_json_says_the_same(outside: Tracker) -> None:
    value: Any = outside(*SAMPLE, "diagnose", "--json").json
    assert complaints("diagnose", value) == []
    first = value["verdicts"][0]
    assert (first["verdict"], first["step"], first["fires"], first["target"]) == (
        "scripting",
        "contacted_to_set",
        True,
        0.6,
    )
    assert first["n"] == first["rate"]["n"]
    assert len(first["referrals"]) == round(first["n"] * (1 - first["rate"]["rate"]))
    gains = [verdict["leverage"] for verdict in value["verdicts"]]
    known = [gain for gain in gains if gain is not None]
    assert gains == [*sorted(known, reverse=True), *[None] * (len(gains) - len(known))]


def test_the_newest_five_are_named_and_all_are_where_all_are_asked_for(outside: Tracker) -> None:
    some = outside(*SAMPLE, "diagnose").out
    assert "more (--all)" in some
    everybody = outside(*SAMPLE, "diagnose", "--all").out
    assert "--all" not in everybody
    assert everybody.count(", ") > some.count(", ") + 50


def test_what_does_not_fire_is_said_to_hold_or_not_to_be_clear(outside: Tracker) -> None:
    lines = outside(*SAMPLE, "diagnose").out.splitlines()
    speed = next(line for line in lines if "first attempt" in line)
    assert speed.startswith("✓")
    assert speed.endswith("on target")
    assert "not the first thing to change" in next(line for line in lines if "traffic" in line)


def test_too_few_are_said_to_be(tracker: Tracker) -> None:
    said = tracker("diagnose", "--from", "2026-03-03").out
    assert said.splitlines()[0].startswith("Not enough data yet to say what to change: ")
    assert "more needed" in said
    shares = [line.split("target")[0] for line in said.splitlines() if " of " in line]
    assert not any("(" in line for line in shares)


def test_a_window_of_nobody(tracker: Tracker) -> None:
    ran = tracker("diagnose", "--from", "2024-01", "--to", "2024-02")
    assert ran.code == 0
    assert ran.out.startswith("Nobody was received from 1 Jan 2024 to 29 Feb 2024, so nothing can be said.")
    assert "no word was due" in ran.out


def test_an_empty_journal(outside: Tracker) -> None:
    outside("init", "--no-git", "--bare")
    assert outside("diagnose").code == 0
    assert complaints("diagnose", outside("diagnose", "--json").json) == []


def test_an_officer_of_a_journal_of_one(tracker: Tracker) -> None:
    assert tracker("diagnose", "--who", "zed").code == 2


def test_one_officer_of_several_is_named_above(journal: Path, tracker: Tracker) -> None:
    settings = journal / "journal.yaml"
    officers = "officers: {ana: Ana Rivera, maria: Maria Soto}"
    settings.write_text(settings.read_text().replace("officer: Ana Rivera", officers))
    assert tracker("diagnose", "--who", "soto").out.startswith("Maria Soto\nNobody was received from ")
    assert tracker("diagnose").out.startswith("Change one thing: ")
    value: Any = tracker("diagnose", "--who", "soto", "--json").json
    assert value["officer"] == "maria"


def test_explain_says_what_the_words_mean_and_nothing_else(tracker: Tracker) -> None:
    said = tracker("diagnose", "--explain").out
    assert all(definition.term in said for definition in definitions_of("diagnose"))
    assert "Not enough data yet to say" not in said


def test_a_narrow_terminal(outside: Tracker, terminal: Any) -> None:
    for width in (40, 60, 80):
        terminal(width)
        lines = outside(*SAMPLE, "--color", "never", "diagnose").out.splitlines()
        assert all(len(line) <= width for line in lines)
        table = lines[next(place for place, line in enumerate(lines) if "does not fire" in line) + 1 :]
        steps = [line[3:16] for line in table[: table.index("")]]
        assert len(set(steps)) == len(steps) == 7  # no two of them look alike
        assert width < 60 or not any(line.endswith("…") for line in table)


@pytest.mark.parametrize("target", ["0", "1", "1.5", "-1", "lots", "null"])
def test_any_target_is_survived(target: str, journal: Path, tracker: Tracker) -> None:
    settings = journal / "journal.yaml"
    settings.write_text(settings.read_text() + f"\ntargets: {{scripting: {{contacted_to_set: {target}}}}}\n")
    ran = tracker("diagnose", "--json")
    assert ran.code == 0
    verdicts = {verdict["step"]: verdict for verdict in json.loads(ran.out)["verdicts"]}
    expected = float(target) if target in {"0", "1"} else 0.6
    assert verdicts["contacted_to_set"]["target"] == expected


def test_closings_a_month_are_those_of_the_plan(outside: Tracker) -> None:
    broken: Any = outside(*SAMPLE, "diagnose", "--json").json
    planned: Any = outside(*SAMPLE, "plan", "--closings", "5", "--json").json
    assert broken["closings_a_month"] == planned["closed_a_month"]
