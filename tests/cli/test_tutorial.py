"""docs/tutorial.md is true: its commands are typed one after the other in a new journal, on the days that it names.

`<!-- 2026-03-03 -->` before a block sets the clock; a block of YAML below a path is what that file then holds.
"""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker, runner
from tests.cli.test_transcripts import exchanges

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(
    r"<!-- (?P<day>[0-9-]{10}) -->\n```console\n(?P<console>.*?)```|^`(?P<path>\S+)`\n```yaml\n(?P<text>.*?)```",
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


def test_all_of_it_in_one_go(learner: Tracker, tmp_path: Path) -> None:
    blocks = list(BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")))
    assert len(blocks) > 5
    for block in blocks:
        if block["path"]:
            assert (tmp_path / "my-journal" / block["path"]).read_text(encoding="utf-8") == block["text"]
            continue
        for typed, answer in exchanges(block["console"]):
            ran = learner(*shlex.split(typed)[1:], "--today", block["day"])
            assert ran.out + ran.err == answer, typed
