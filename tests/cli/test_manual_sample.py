"""What docs/commands.md quotes of the sample journal is what the program says of it on its last day."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Tracker, runner
from textual_tracker.config.resources import sample_journal_folder

MANUAL = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.fixture
def sample(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """The program in the sample journal, which it only reads."""
    return runner(sample_journal_folder(), capfd, monkeypatch)


def test_the_forecast_that_is_shown_shortened(sample: Tracker) -> None:
    shown = re.search(r"of the sample journal, shortened\):\n\n```\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)
    assert shown is not None
    lines, more = shown[1].splitlines()[:-1], shown[1].splitlines()[-1]
    assert more == "  …"
    said = sample("forecast", "--today", TODAY).out.splitlines()
    assert lines == said[: len(lines)]


def test_the_sentence_of_the_diagnosis(sample: Tracker) -> None:
    shown = re.search(r"`(Change one thing:[^`]*)`", MANUAL)
    beside = re.search(r"`(\d+ came there in the last[^`]*)`", MANUAL)
    assert shown is not None
    assert beside is not None
    said = sample("diagnose", "--today", TODAY).out
    assert said.splitlines()[0] == " ".join(shown[1].split())
    assert beside[1] in said
