"""The status bar tells the branch, and follows what git does elsewhere."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tui.driving import opened

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


async def test_the_branch_and_the_files_that_are_not_committed(journal: Path) -> None:
    git(journal, "init", "-q", "-b", "spring")
    git(journal, "add", ".")
    git(journal, "commit", "-q", "-m", "start")
    async with opened(journal, (120, 24)) as person:
        await person.sees("spring   updated")
        (journal / "partners/mike-tran.yaml").write_text("name: Mike Tran\ntype: real_estate_agent\n")
        await person.press("r")
        await person.sees("spring +1   updated")
        git(journal, "commit", "-q", "-a", "-m", "shorter")
        person.desk.bridge.look_at_git(changed=False)
        await person.sees("spring   updated")


async def test_a_journal_without_git_says_nothing_of_it(journal: Path) -> None:
    async with opened(journal, (120, 24)) as person:
        await person.sees("1 day   updated just now")
