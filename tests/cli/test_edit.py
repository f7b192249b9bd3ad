"""`tracker edit`: the person's own editor, and what becomes of what they left."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.scripted import Answers, Editor, put
from tests.cli.typing import CTRL_C, typed
from textual_tracker.config import editor as config_editor

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
SARAH = "partners/sarah-chen.yaml"
DAY = "activity/2026/2026-03-10.yaml"
RIGHT, WRONG = "program: fha", "program: fhaa"


def kept(tmp_path: Path) -> list[Path]:
    """The texts that are kept for the person."""
    return sorted((tmp_path / "state/textual-tracker/kept").rglob("*.yaml"))


def test_what_was_changed_is_told_and_undo_takes_it_back(
    tracker: Tracker, journal: Path, editor: Editor, tmp_path: Path
) -> None:
    before = (journal / DANA).read_text()
    called = editor(put(RIGHT, "program: va") + "; " + put("after 5pm", "after 6pm"))
    ran = tracker("edit", "dana")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"Dana Ortiz: edited (borrower best time, loan program)\n  {DANA}\n"
    assert called.read_text() == f"+1 {journal / DANA}\n"
    assert tracker("undo").out == f"Undone: Dana Ortiz: edited (borrower best time, loan program)\n  {DANA}\n"
    assert (journal / DANA).read_text() == before
    assert kept(tmp_path) == []


def test_while_the_editor_is_open_the_old_text_is_kept(tracker: Tracker, editor: Editor, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    editor(
        f"[old] = pathlib.Path({str(tmp_path)!r}).rglob('kept/**/*before*.yaml'); "
        f"pathlib.Path({str(seen)!r}).write_text(str(old.read_text() == text()))"
    )
    tracker("edit", "dana")
    assert seen.read_text() == "True"
    assert kept(tmp_path) == []


def test_nothing_changed(tracker: Tracker, editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config_editor, "AT_ONCE", 0.0)
    editor("pass")
    ran = tracker("edit", "dana")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing was changed.\n")
    assert tracker("undo").err == "tracker: There is nothing to undo.\n"


def test_an_editor_that_does_not_wait_is_suspected(
    tracker: Tracker, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config_editor, "AT_ONCE", 60.0)
    editor("pass")
    ran = tracker("edit", "dana")
    assert ran.code == 0
    assert ran.err.startswith("Nothing was changed: the editor came back at once.")


def test_without_a_terminal_the_file_stays_as_typed_and_the_errors_are_told(
    tracker: Tracker, journal: Path, editor: Editor
) -> None:
    editor(put(RIGHT, WRONG))
    ran = tracker("edit", "dana")
    assert ran.code == 1
    assert ran.out == f"Dana Ortiz: edited (loan program)\n  {DANA}\n"
    assert ran.err.startswith(f"{DANA}:4:36: error: ")
    assert "\n  4 | loan: {purpose: purchase, program: fhaa, amount: 385000}\n" in ran.err
    assert "Kept as it was typed, with 1 error: tracker check shows it, tracker undo takes the edit back." in ran.err
    assert WRONG in (journal / DANA).read_text()
    assert tracker("undo").code == 0
    assert WRONG not in (journal / DANA).read_text()


def test_edit_again_opens_it_at_the_error(tracker: Tracker, journal: Path, editor: Editor, answers: Answers) -> None:
    called = editor(put(RIGHT, WRONG), put(WRONG, "program: va"))
    answers("x", "", "e")
    ran = tracker("edit", "dana")
    assert ran.code == 0
    assert ran.out == f"Dana Ortiz: edited (loan program)\n  {DANA}\n"
    assert called.read_text() == f"+1 {journal / DANA}\n+4 {journal / DANA}\n"
    assert ran.err.count("One of e, k, d.") == 2


def test_keep(tracker: Tracker, journal: Path, editor: Editor, answers: Answers) -> None:
    editor(put(RIGHT, WRONG))
    answers("k")
    ran = tracker("edit", "dana")
    assert ran.code == 1
    assert "Kept as it was typed, with 1 error" in ran.err
    assert WRONG in (journal / DANA).read_text()


def test_discard_keeps_what_was_typed_elsewhere(
    tracker: Tracker, journal: Path, editor: Editor, answers: Answers, tmp_path: Path
) -> None:
    before = (journal / DANA).read_text()
    editor(put(RIGHT, WRONG))
    answers("d")
    ran = tracker("edit", "dana")
    assert ran.code == 0
    assert (journal / DANA).read_text() == before
    [file] = kept(tmp_path)
    assert f"{DANA} is as it was. What you typed is kept: {file}\n" in ran.err
    assert file.read_text() == before.replace(RIGHT, WRONG)
    assert tracker("undo").err == "tracker: There is nothing to undo.\n"


def test_who_leaves_the_question_keeps_the_text(
    tracker: Tracker, journal: Path, editor: Editor, answers: Answers
) -> None:
    editor(put(RIGHT, WRONG))
    answers()
    ran = tracker("edit", "dana")
    assert ran.code == 130
    assert "Kept as it was typed, with 1 error" in ran.err
    assert WRONG in (journal / DANA).read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_ctrl_c_at_the_question_keeps_the_text(journal: Path, tracker: Tracker) -> None:
    before = (journal / DANA).read_text()
    ran = typed(journal, ["edit", "dana"], [("d: discard what you typed?", CTRL_C)], EDITOR="sed -i s/fha/fhaa/")
    assert ran.code == 130
    assert "Kept as it was typed, with 1 error" in ran.out
    assert (journal / DANA).read_text() == before.replace(RIGHT, WRONG)
    tracker("undo")
    assert (journal / DANA).read_text() == before


def test_discard_never_writes_over_what_another_program_wrote(
    tracker: Tracker, journal: Path, editor: Editor, answers: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(put(RIGHT, WRONG))
    answers("d")
    readline = sys.stdin.readline

    def answer() -> str:
        (journal / DANA).write_text("borrower: Somebody else wrote this\n")
        return readline()

    monkeypatch.setattr(sys.stdin, "readline", answer)
    ran = tracker("edit", "dana")
    assert ran.code == 4
    assert (journal / DANA).read_text() == "borrower: Somebody else wrote this\n"
    assert any(WRONG in file.read_text() for file in kept(tmp_path))


ELSEWHERE = (
    "import subprocess; subprocess.run([sys.executable, '-m', 'textual_tracker', 'log', 'dana', 'r'], check=True)"
)


def test_what_another_tracker_wrote_meanwhile_is_neither_told_nor_undone(
    tracker: Tracker, journal: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config_editor, "AT_ONCE", 0.0)
    editor(ELSEWHERE, put(RIGHT, "program: va"))
    assert tracker("edit", "dana").err == "Nothing was changed.\n"
    logged = (journal / DANA).read_text()
    assert "result: reached" in logged
    assert tracker("edit", "dana").out.startswith("Dana Ortiz: edited (loan program)\n")
    tracker("undo")
    assert (journal / DANA).read_text() == logged
    assert tracker("undo").out.startswith("Undone: Dana Ortiz: contacted (call, reached)\n")


def test_discard_leaves_what_another_tracker_wrote_meanwhile(
    tracker: Tracker, journal: Path, editor: Editor, answers: Answers, tmp_path: Path
) -> None:
    editor(f"{ELSEWHERE}; {put(RIGHT, WRONG)}")
    answers("d")
    assert tracker("edit", "dana").code == 0
    assert WRONG not in (journal / DANA).read_text()
    assert "result: reached" in (journal / DANA).read_text()
    [text] = kept(tmp_path)
    assert WRONG in text.read_text()


def test_an_error_that_was_there_before_is_told_and_asked_about_by_nobody(
    tracker: Tracker, journal: Path, editor: Editor, answers: Answers
) -> None:
    file = journal / DANA
    file.write_text(file.read_text().replace(RIGHT, WRONG))
    called = editor(put("after 5pm", "after 6pm"))
    answers()
    ran = tracker("edit", "dana")
    assert ran.code == 0
    assert called.read_text() == f"+4 {file}\n"
    assert f"{DANA}:4:36: error: " in ran.err


def test_a_warning_is_told_beside(tracker: Tracker, editor: Editor) -> None:
    editor(put("partner: sarah-chen", "partner: sara-chen"))
    ran = tracker("edit", "dana")
    assert ran.code == 0
    assert "warning: " in ran.err


@pytest.mark.parametrize(
    ("words", "path", "says"),
    [
        (["@chen"], SARAH, "Sarah Chen: edited (comments, spacing or order)"),
        (["sarah", "chen"], SARAH, "Sarah Chen: edited (comments, spacing or order)"),
        (["today"], DAY, "Tue 10 Mar: edited (comments, spacing or order)"),
        (["2026-03-10"], DAY, "Tue 10 Mar: edited (comments, spacing or order)"),
        (["journal"], "journal.yaml", "journal.yaml: edited (comments, spacing or order)"),
        ([DANA], DANA, "Dana Ortiz: edited (comments, spacing or order)"),
    ],
    ids=" ".join,
)
def test_what_may_be_named(tracker: Tracker, editor: Editor, words: list[str], path: str, says: str) -> None:
    editor("file.write_text(text() + '# later\\n')")
    ran = tracker("edit", *words)
    assert (ran.code, ran.out) == (0, f"{says}\n  {path}\n")


def test_a_file_that_cannot_be_read_is_found_by_its_name(tracker: Tracker, journal: Path, editor: Editor) -> None:
    good = (journal / DANA).read_text()
    (journal / DANA).write_text(good.replace("loan: {", "loan: {{"))
    editor(put("{{", "{"))
    ran = tracker("edit", "dana")
    assert (ran.code, ran.out) == (0, f"Dana Ortiz: edited\n  {DANA}\n")
    assert (journal / DANA).read_text() == good


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["ortiz"], 'tracker: "ortiz" names 2 records; which one?'),
        (["zoe"], 'tracker: no referral or partner is named "zoe"'),
        (["nowhere.yaml"], "tracker: there is no nowhere.yaml, neither here nor in the journal"),
        ([DANA, SARAH], "tracker: one file at a time"),
        (["referrals/2026"], "tracker: referrals/2026 is a folder; name a file in it"),
        ([], "tracker: edit needs WHAT"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_opened(tracker: Tracker, words: list[str], says: str) -> None:
    ran = tracker("edit", *words)
    assert ran.code == 2
    assert ran.err.startswith(says)


def test_no_editor_at_all(tracker: Tracker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    ran = tracker("edit", "dana")
    assert (ran.code, ran.err.startswith("tracker: The editor cannot be started: no-such-editor")) == (2, True)
    assert kept(tmp_path) == []


def test_an_editor_that_fails_after_it_saved_loses_nothing(tracker: Tracker, journal: Path, editor: Editor) -> None:
    editor(put(RIGHT, "program: va") + "; sys.exit(1)")
    ran = tracker("edit", "dana")
    assert ran.code == 2
    assert ran.out == f"Dana Ortiz: edited (loan program)\n  {DANA}\n"
    assert ran.err.startswith("The editor ended with an error (1): ")
    assert "program: va" in (journal / DANA).read_text()
    assert tracker("undo").code == 0


def test_a_file_that_the_editor_deleted_comes_back_with_undo(tracker: Tracker, journal: Path, editor: Editor) -> None:
    before = (journal / DANA).read_text()
    editor("file.unlink()")
    ran = tracker("edit", "dana")
    assert (ran.code, ran.out) == (0, f"Dana Ortiz: file deleted\n  {DANA}\n")
    assert tracker("undo").code == 0
    assert (journal / DANA).read_text() == before


def test_dry_run_lets_a_copy_be_edited(tracker: Tracker, journal: Path, editor: Editor, tmp_path: Path) -> None:
    before = (journal / DANA).read_text()
    editor(put(RIGHT, "program: va"))
    ran = tracker("edit", "dana", "--dry-run")
    assert ran.code == 0
    assert "+loan: {purpose: purchase, program: va, amount: 385000}\n" in ran.out
    [file] = kept(tmp_path)
    assert ran.err == (f"Dana Ortiz: edited (loan program) (nothing was written)\nWhat you typed is kept: {file}\n")
    assert (journal / DANA).read_text() == before


def test_json_is_that_of_every_write(tracker: Tracker, editor: Editor) -> None:
    editor(put(RIGHT, "program: va"))
    ran = tracker("edit", "dana", "--json")
    row = ran.json
    assert isinstance(row, dict)
    assert (row["written"], row["says"], row["paths"]) == (True, "Dana Ortiz: edited (loan program)", [DANA])


def git(journal: Path, *words: str) -> str:
    identity = ["-c", "user.name=Ana Rivera", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *identity, *words], cwd=journal, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def committed(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The journal in git, each write of which is committed."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ana Rivera")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ana@example.com")
    with (journal / "journal.yaml").open("a") as settings:
        settings.write("git: {auto_commit: true}\n")
    git(journal, "init", "-q", "-b", "main")
    git(journal, "add", ".")
    git(journal, "commit", "-q", "-m", "Begin")
    return journal


def test_git_hears_of_an_edit(tracker: Tracker, committed: Path, editor: Editor) -> None:
    editor(put(RIGHT, "program: va"))
    assert tracker("edit", "dana").err == ""
    assert git(committed, "log", "-1", "--format=%s") == "Dana Ortiz: edited (loan program)\n"


def test_git_hears_of_no_error(tracker: Tracker, committed: Path, editor: Editor) -> None:
    editor(put(RIGHT, WRONG))
    assert "It is not committed while there is an error in it." in tracker("edit", "dana").err
    assert git(committed, "log", "-1", "--format=%s") == "Begin\n"


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_when_the_program_is_killed_the_old_text_and_the_new_one_are_both_there(journal: Path, tmp_path: Path) -> None:
    started, go_on = tmp_path / "started", tmp_path / "go-on"
    program = tmp_path / "slow"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, sys, time\n"
        f"pathlib.Path({str(started)!r}).touch()\n"
        f"while not pathlib.Path({str(go_on)!r}).exists(): time.sleep(0.01)\n"
        "pathlib.Path(sys.argv[-1]).write_text('borrower: Typed after the kill\\n')\n"
        f"pathlib.Path({str(started)!r}).unlink()\n"
    )
    program.chmod(0o755)
    before = (journal / DANA).read_text()
    words = [sys.executable, "-m", "textual_tracker", "edit", "dana"]
    running = subprocess.Popen(words, cwd=journal, env={**os.environ, "EDITOR": str(program), "PYTHONPATH": str(ROOT)})
    _wait_for(started.exists)
    running.send_signal(signal.SIGKILL)
    running.wait()
    go_on.touch()
    _wait_for(lambda: not started.exists())
    assert (journal / DANA).read_text() == "borrower: Typed after the kill\n"
    [file] = kept(tmp_path)
    assert file.read_text() == before


ROOT = Path(__file__).parents[2]


def _wait_for(seen: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not seen():
        assert time.monotonic() < deadline
        time.sleep(0.01)
