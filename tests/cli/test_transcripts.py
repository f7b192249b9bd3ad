"""Whole transcripts, as they stand in docs/commands.md and in transcripts/: what is typed, and all that is answered.

`$ tracker ...` is run in the small journal of these tests on 10 March 2026, `$ echo $?` is the exit code of the
command before it, and `$ COLUMNS=60 tracker ...` is a terminal of that width. The journal's parent is /home/ana.
"""

import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Tracker

TRANSCRIPTS = Path(__file__).parent / "transcripts"
MANUAL = Path(__file__).parents[2] / "docs" / "commands.md"
PROMPT = "$ "


class Exchange(NamedTuple):
    """One thing typed, and the lines answered."""

    typed: str
    answer: str


def exchanges(text: str) -> Iterator[Exchange]:
    typed, answer = "", ""
    for line in text.splitlines(keepends=True):
        if line.startswith(PROMPT):
            if typed:
                yield Exchange(typed, answer)
            typed, answer = line.removeprefix(PROMPT).strip(), ""
        else:
            answer += line
    if typed:
        yield Exchange(typed, answer)


def blocks(path: Path) -> list[str]:
    """The console blocks of a page."""
    return [block.partition("```\n")[0] for block in path.read_text().split("```console\n")[1:]]


PAGES = [*sorted(TRANSCRIPTS.glob("*.md")), MANUAL]


@pytest.mark.parametrize(
    ("page", "number"), [(page, number) for page in PAGES for number in range(len(blocks(page)))], ids=str
)
def test_transcript(page: Path, number: int, tracker: Tracker, journal: Path, terminal: Callable[[int], None]) -> None:
    home = str(journal.parent)
    code = 0
    for typed, answer in exchanges(blocks(page)[number]):
        if typed == "echo $?":
            assert answer == f"{code}\n"
            continue
        words = shlex.split(typed.replace("/home/ana", home))
        if words[0].startswith("COLUMNS="):
            terminal(int(words.pop(0).removeprefix("COLUMNS=")))
            words.append("--color=never")
        assert words[0] == "tracker"
        ran = tracker(*words[1:])
        code = ran.code
        assert (ran.out + ran.err).replace(home, "/home/ana") == answer, typed
