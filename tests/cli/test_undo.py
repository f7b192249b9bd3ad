"""`tracker undo`, and writes into files that change or may not be written."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from tests.cli.writing import DANA, KAI, differing, texts
from textual_tracker.cli import writing
from textual_tracker.errors import FileChangedError
from textual_tracker.workspace import Workspace


def test_writes_are_taken_back_in_their_order(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    tracker("log", "kai", "vm")
    after = texts(journal)
    tracker("add", "Zoe", "Park", "@pat-lee")

    assert tracker("undo").out.startswith("Undone: Zoe Park: new referral from Pat Lee, a new partner (prospect)\n")
    assert differing(after, journal) == {}
    assert tracker("undo").out.startswith("Undone: Kai Brooks: tried (voicemail, left message)\n")
    assert differing(before, journal) == {}
    ran = tracker("undo")
    assert (ran.code, ran.out, ran.err) == (2, "", "tracker: There is nothing to undo.\n")


def test_what_was_edited_since_is_left_alone(tracker: Tracker, journal: Path) -> None:
    tracker("log", "kai", "t")
    (journal / KAI).write_text((journal / KAI).read_text() + "notes: by hand\n")
    before = texts(journal)
    ran = tracker("undo")

    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith(f'tracker: "Kai Brooks: tried (text)" cannot be undone: {KAI} has changed since.')
    assert differing(before, journal) == {}


def test_it_can_be_looked_at_first_and_read_by_program(tracker: Tracker, journal: Path) -> None:
    tracker("log", "kai", "t")
    before = texts(journal)
    dry = tracker("undo", "--dry-run")
    assert "-  - {date: 2026-03-10, channel: text}\n" in dry.out
    assert dry.err == "Undo: Kai Brooks: tried (text) (nothing was written)\n"
    assert differing(before, journal) == {}

    row: Any = tracker("undo", "--json").json
    assert (row["written"], row["says"], row["paths"][0]) == (True, "Undone: Kai Brooks: tried (text)", KAI)


def test_a_file_that_changes_while_it_is_written_is_planned_anew(
    tracker: Tracker, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves between the plan and the write, once."""
    perform = Workspace.perform
    saved: list[str] = []

    def late(self: Workspace, plan: Any, **options: Any) -> Any:
        if not saved:
            saved.append("tags: [vip]\n")
            (journal / KAI).write_text((journal / KAI).read_text() + saved[0])
        return perform(self, plan, **options)

    monkeypatch.setattr(Workspace, "perform", late)
    before = texts(journal)
    assert tracker("log", "kai", "t").code == 0
    assert differing(before, journal)[KAI] == ["+  - {date: 2026-03-10, channel: text}", "+tags: [vip]"]


def test_one_that_changes_again_and_again_is_left_alone_with_exit_code_4(
    tracker: Tracker, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def never(_: Workspace, plan: Any, **_options: Any) -> Any:
        tries.append(1)
        raise FileChangedError(f"{plan.paths[0]} changed since it was read; nothing was written.")

    monkeypatch.setattr(Workspace, "perform", never)
    before = texts(journal)
    ran = tracker("log", "kai", "t")

    assert (ran.code, ran.out, len(tries)) == (4, "", writing.TRIES)
    assert ran.err == f"tracker: {KAI} changed since it was read; nothing was written.\n"
    assert differing(before, journal) == {}


def test_a_file_that_may_not_be_written_is_refused_in_a_sentence(tracker: Tracker, journal: Path) -> None:
    (journal / DANA).chmod(0o444)
    before = texts(journal)
    ran = tracker("log", "dana", "t")

    assert (ran.code, ran.out) == (2, "")
    assert DANA in ran.err
    assert "Traceback" not in ran.err
    assert differing(before, journal) == {}


def test_a_file_that_cannot_be_parsed_is_told_with_its_line(tracker: Tracker, journal: Path) -> None:
    (journal / DANA).write_text("borrower: Dana Ortiz\npartner: [sarah-chen\n")
    ran = tracker("log", "dana", "t")

    assert (ran.code, ran.out) == (2, "")
    assert f"{DANA}:2:" in ran.err


class TestWithGitBesideTheRoad:
    """`git: {auto_commit: true}`: the write comes first, and whatever git says is said on stderr."""

    @pytest.fixture(autouse=True)
    def asked_for(self, journal: Path) -> None:
        (journal / "journal.yaml").write_text((journal / "journal.yaml").read_text() + "git: {auto_commit: true}\n")

    def test_each_command_is_a_commit_with_the_sentence_that_was_read(
        self, tracker: Tracker, journal: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_NAME", "Ana Rivera")
            monkeypatch.setenv(f"GIT_{who}_EMAIL", "ana@example.com")
        git(journal, "init", "-q")
        git(journal, "config", "user.name", "Ana Rivera")
        git(journal, "config", "user.email", "ana@example.com")
        git(journal, "add", ".")
        git(journal, "commit", "-q", "-m", "Begin")
        assert tracker("log", "kai", "vm").err == ""
        assert tracker("undo").err == ""

        subjects = git(journal, "log", "--format=%s").splitlines()
        tried = "Kai Brooks: tried (voicemail, left message)"
        assert subjects == [f"Undo: {tried}", tried, "Begin"]
        assert git(journal, "status", "--porcelain") == ""

    def test_without_a_repository_it_is_written_all_the_same(self, tracker: Tracker, journal: Path) -> None:
        before = texts(journal)
        ran = tracker("log", "kai", "vm")
        assert ran.code == 0
        assert ran.err.startswith("This is not committed: ")
        assert KAI in differing(before, journal)


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout
