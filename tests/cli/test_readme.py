"""README.md is true: the five minutes to the first own record are typed in a new journal, on the day that it names."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker, runner

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
DAY = "2026-03-03"
"""Tuesday, 3 March 2026."""
HOUR = re.compile(r"(?<=^received: \d{4}-\d\d-\d\d)T\d\d:\d\d$", re.MULTILINE)
"""What only the clock of that day would write."""


def commands() -> list[str]:
    """What is typed, from the first partner on; the screen alone needs a terminal."""
    chapter = README.partition("## Five minutes")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", chapter, re.DOTALL | re.MULTILINE)
    typed = [line for language, block in blocks if not language for line in block.splitlines()]
    assert typed[:2] == ["tracker init my-journal", "cd my-journal"]
    return [line for line in typed[2:] if shlex.split(line, comments=True) != ["tracker"]]


def test_what_it_says_to_type_makes_the_file_that_it_shows(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Tuesday,\n3 March 2026" in README
    monkeypatch.setenv("TRACKER_TODAY", DAY)
    assert runner(tmp_path, capfd, monkeypatch)("init", "my-journal", "--no-git").code == 0
    journal = tmp_path / "my-journal"
    tracker: Tracker = runner(journal, capfd, monkeypatch)
    for typed in commands():
        ran = tracker(*shlex.split(typed, comments=True)[1:])
        assert (ran.code, ran.err) == (0, ""), typed
    shown = re.search(r"`(referrals/\S+)`:\n\n```yaml\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert (journal / shown[1]).read_text(encoding="utf-8") == HOUR.sub("", shown[2])
