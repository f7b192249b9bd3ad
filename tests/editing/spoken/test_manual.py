"""The days of docs/commands.md are what it says they are."""

import datetime as dt
import re
from pathlib import Path

import pytest

from textual_tracker.editing.moment import written
from textual_tracker.editing.spoken import fact_day, plan_day

MANUAL = (Path(__file__).parents[3] / "docs" / "commands.md").read_text(encoding="utf-8")
SECTION = MANUAL.partition("\n### Days as you say them\n")[2].partition("\n### ")[0]
MOMENT = r"([0-9-]{10}(?:T[0-9:]{5})?)"
ROWS = re.findall(rf"^\| (.+) \| {MOMENT} \| {MOMENT} \|$", SECTION, re.MULTILINE)
SAID = [
    (text, ahead, back)
    for said, ahead, back in ROWS
    for text in re.findall(r"`([^`]+)`", re.split(r": | \(|, the ", said)[0])
]


def test_the_manual_has_its_days() -> None:
    assert len(SAID) > len(ROWS) > 15


@pytest.mark.parametrize(("text", "ahead", "back"), SAID)
def test_a_day_of_the_manual(text: str, ahead: str, back: str) -> None:
    today = dt.date(2026, 3, 10)
    assert (written(plan_day(text, today)), written(fact_day(text, today))) == (ahead, back)
