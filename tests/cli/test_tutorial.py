"""docs/tutorial.md is true: its commands are typed one after the other in a new journal, on the days that it sets.

A block of YAML below a path is what that file then holds. `<!-- line 7: source: realtr -->` before a block is what
somebody writes into that file for as long as the block lasts.
"""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker, runner
from tests.cli.test_transcripts import exchanges

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(
    r"(?:<!-- line (?P<line>\d+): (?P<mistake>[^\n]*) -->\n)?```console\n(?P<console>.*?)```"
    r"|^`(?P<path>\S+)`\n```yaml\n(?P<text>.*?)```",
    re.DOTALL | re.MULTILINE,
)


@pytest.fixture
def learner(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """Somebody who has done what the first two chapters say."""
    folder = tmp_path / "my-journal"
    folder.mkdir()
    tracker = runner(folder, capfd, monkeypatch)
    assert tracker("init", "--no-git").code == 0
    return tracker


def test_all_of_it_in_one_go(learner: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = list(BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")))
    assert len(blocks) > 5
    days, record = [], tmp_path / "not written yet"
    for block in blocks:
        if block["path"]:
            record = tmp_path / "my-journal" / block["path"]
            assert record.read_text(encoding="utf-8") == block["text"]
            continue
        before = record.read_text(encoding="utf-8") if block["line"] else ""
        if block["line"]:
            lines = before.splitlines()
            lines.insert(int(block["line"]) - 1, block["mistake"])
            record.write_text("\n".join([*lines, ""]), encoding="utf-8")
        for typed, answer in exchanges(block["console"]):
            if typed.startswith("export TRACKER_TODAY="):
                days.append(typed.partition("=")[2])
                monkeypatch.setenv("TRACKER_TODAY", days[-1])
            elif typed == "unset TRACKER_TODAY":
                monkeypatch.delenv("TRACKER_TODAY")
            else:
                ran = learner(*shlex.split(typed)[1:])
                assert ran.out + ran.err == answer, typed
        if block["line"]:
            record.write_text(before, encoding="utf-8")
    assert days == ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-10"]
