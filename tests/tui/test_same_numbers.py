"""On the sample journal the views say what the JSON of the commands says, number by number."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.tui.driving import TODAY, Person, opened
from textual_tracker.cli.main import main
from textual_tracker.config.resources import sample_journal_folder

pytestmark = pytest.mark.skipif(not (sample_journal_folder() / "journal.yaml").is_file(), reason="no sample journal")
SIZE = (230, 200)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample journal."""
    return Path(shutil.copytree(sample_journal_folder(), tmp_path / "sample"))


def value(capfd: pytest.CaptureFixture[str], root: Path, *words: str) -> Any:
    """What a command says in JSON."""
    assert main(["-C", str(root), "--today", TODAY.isoformat(), *words, "--json"]) == 0
    return json.loads(capfd.readouterr().out)


def words_of(person: Person, begins: str) -> list[str]:
    """The words of the row of the list that begins so."""
    row = next(line for line in person.list if re.match(rf"\W*{re.escape(begins)}\b", line))
    return row.split("│")[0].split(begins, 1)[1].split()


def percent(rate: float) -> str:
    return f"{rate:.0%}"


async def test_the_results(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = value(capfd, sample, "results")
    async with opened(sample, SIZE) as person:
        await person.press("6")
        await person.sees("FUNNEL", "ACTIVITY TO CLOSINGS")
        for step in said["funnel"][1:]:
            label = step["stage"].replace("_", " ").replace("preapproved", "pre-approved")
            words = words_of(person, label)
            before, all_of = step["from_previous"], step["from_received"]
            assert words[0] == str(step["reached"])
            assert words[2:4] == [percent(before["rate"]), f"({before['low'] * 100:.0f}–{before['high']:.0%})"]
            assert words[4:6] == [percent(all_of["rate"]), f"({all_of['low'] * 100:.0f}–{all_of['high']:.0%})"]
            assert words[6:] == ([str(step["undecided"])] if step["undecided"] else [])
        for group in said["by_source"]:
            names = {"real_estate_agent": "agent", "cpa": "CPA"}
            words = words_of(person, names.get(group["key"], group["key"].replace("_", " ")))
            counts = ("received", "contacted", "appointments_held", "applications", "closed", "lost", "open", "nurture")
            assert words[:8] == [str(group[name] or "·") for name in counts]
        for name, ratio in said["ratios"].items():
            one, each = (part.replace("_", " ") for part in name.split("_per_"))
            assert words_of(person, f"{one} for one {each}")[0] == (f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}")


async def test_the_diagnosis(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = value(capfd, sample, "diagnose")
    async with opened(sample, SIZE) as person:
        await person.press("6")
        await person.sees("DIAGNOSIS", "qualification")
        shown = [line.split("│")[0] for line in person.list]
        for verdict in said["verdicts"]:
            rate = verdict["rate"]
            if rate is not None:
                counted = f"{percent(rate['rate'])} of {rate['n']}"
                assert any(
                    verdict["verdict"] in line and counted in line and line.lstrip().startswith("!") == verdict["fires"]
                    for line in shown
                ), verdict


async def test_the_forecast(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = value(capfd, sample, "forecast")
    low, high = said["interval80"]
    likeliest = max(said["distribution"], key=lambda count: count["probability"])["closings"]
    async with opened(sample, SIZE) as person:
        await person.press("7")
        await person.sees(f"{said['closed_already']} closed, most likely {likeliest}", f"80%: {low}–{high}")
        record = said["track_record"]
        await person.sees(
            f"{record['inside80']} of the last {record['months']} months fell inside",
            f"beats fixed percentages by {1 - record['brier'] / record['brier_fixed_stage']:.0%}",
            f"expected   {said['expected']:.1f}: ",
        )
        names = {each["id"]: each["borrower"] for each in value(capfd, sample, "list")}
        for chance in said["referrals"]:
            if chance["probability"] >= 0.01:
                text = "".join(words_of(person, names[chance["id"]].split()[0])[:5])
                rounded = percent(chance["probability"])
                assert (">99%" if rounded == "100%" else rounded) in text


async def test_the_partners(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = value(capfd, sample, "partners")
    async with opened(sample, SIZE) as person:
        await person.press("5", "b")
        await person.sees("of decided", "likely")
        for partner in said["partners"]:
            decided = partner["closed"] + partner["lost"]
            row = " ".join(words_of(person, partner["name"]))
            if decided:
                assert f"{partner['received']} {partner['closed']} of {decided}" in row
            if decided >= 3:
                known = partner["credible"]
                assert f"{percent(known['mean'])} ({known['low'] * 100:.0f}–{known['high']:.0%})" in row


async def test_the_activity(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = value(capfd, sample, "activity")
    counters = ("calls", "follow_ups", "notes", "conversations", "appointments")
    async with opened(sample, SIZE) as person:
        await person.press("4")
        await person.sees(f"streak of {said['streak']} working days", "avg")
        average = said["averages"]
        assert words_of(person, f"avg {average['days']} days")[:5] == [f"{average[name]:.1f}" for name in counters]
        for day in said["days"][-10:-1]:
            if day["known"]:
                date = f"{int(day['date'][8:])} Mar"
                row = next(line for line in person.list if f" {date} " in line and "–" not in line.split(date)[0])
                assert row.split(date)[1].split()[:5] == [str(day[name]) for name in counters]
