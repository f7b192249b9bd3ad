"""One commit of what the program wrote: our own paths, nobody else's work, and never an exception."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from textual_tracker.history import commit as commit_module
from textual_tracker.history.commit import commit

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
ODD = "partners/Zoë [Ünal] & Söhne.yaml"
CONTACTED = "Dana Ortiz: contacted (text, reached)"


def git(folder: Path, *words: str) -> str:
    ran = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return ran.stdout


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def last(root: Path) -> tuple[str, list[str]]:
    """The subject of the last commit, and the files in it."""
    subject, _, *files = git(
        root, "-c", "core.quotePath=false", "log", "-1", "--format=%s", "--name-status"
    ).splitlines()
    return subject, sorted(files)


@pytest.fixture(autouse=True)
def _settings_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A journal that is a repository with one commit."""
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.email", "ana@example.com")
    git(tmp_path, "config", "user.name", "Ana")
    write(tmp_path, DANA, "borrower: Dana Ortiz\n")
    write(tmp_path, "journal.yaml", "format: 1\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def test_a_changed_file_is_committed(root: Path) -> None:
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, [DANA], CONTACTED) == ""
    assert last(root) == (CONTACTED, [f"M\t{DANA}"])
    assert git(root, "status", "--porcelain") == ""


def test_new_files_and_files_that_are_gone_are_committed_under_any_name(root: Path) -> None:
    write(root, ODD, "name: Zoë Ünal\n")
    (root / DANA).unlink()
    assert commit(root, [ODD, DANA], "both") == ""
    assert last(root) == ("both", [f"A\t{ODD}", f"D\t{DANA}"])


def test_the_work_of_others_stays_as_it_was(root: Path) -> None:
    write(root, DANA, "borrower: Dana\n")
    write(root, "staged.txt", "staged")
    git(root, "add", "staged.txt")
    write(root, "journal.yaml", "format: 1\nofficer: Ana\n")
    write(root, "new.txt", "not staged")

    assert commit(root, [DANA], CONTACTED) == ""
    assert last(root) == (CONTACTED, [f"M\t{DANA}"])
    assert git(root, "status", "--porcelain").splitlines() == [" M journal.yaml", "A  staged.txt", "?? new.txt"]


def test_a_star_in_a_name_means_itself(root: Path) -> None:
    write(root, "partners/*.yaml", "name: Star\n")
    write(root, "partners/other.yaml", "name: Other\n")
    assert commit(root, ["partners/*.yaml"], "star") == ""
    assert last(root) == ("star", ["A\tpartners/*.yaml"])


def test_a_journal_in_a_larger_repository(root: Path) -> None:
    journal = root / "books" / "my journal"
    write(journal, DANA, "borrower: Dana\n")
    write(journal, ODD, "name: Zoë Ünal\n")
    assert commit(journal, [DANA, ODD], "mine") == ""
    assert last(root) == ("mine", [f"A\tbooks/my journal/{ODD}", f"A\tbooks/my journal/{DANA}"])


def test_the_first_commit_of_all(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(root / ".git")
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "user.email", "ana@example.com")
    git(tmp_path, "config", "user.name", "Ana")
    assert commit(root, [DANA], CONTACTED) == ""
    assert last(root) == (CONTACTED, [f"A\t{DANA}"])


def test_without_a_branch_it_is_committed_all_the_same(root: Path) -> None:
    git(root, "checkout", "-q", "--detach")
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, [DANA], CONTACTED) == ""
    assert last(root) == (CONTACTED, [f"M\t{DANA}"])


def test_through_a_link_the_file_itself_is_committed(root: Path) -> None:
    (root / "partners").symlink_to("referrals", target_is_directory=True)
    git(root, "add", "partners")
    git(root, "commit", "-q", "-m", "link")
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, [DANA.replace("referrals", "partners")], CONTACTED) == ""
    assert last(root) == (CONTACTED, [f"M\t{DANA}"])


def test_where_nothing_changed_nothing_is_committed(root: Path) -> None:
    assert commit(root, [DANA], CONTACTED) == ""
    assert commit(root, ["referrals/2026/never-there.yaml"], CONTACTED) == ""
    assert last(root)[0] == "first"


def test_an_ignored_file_is_not_committed(root: Path) -> None:
    write(root, ".gitignore", "activity/\n")
    write(root, "activity/2026/2026-03-10.yaml", "calls: 1\n")
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, ["activity/2026/2026-03-10.yaml", DANA], CONTACTED) == ""
    assert last(root) == (CONTACTED, [f"M\t{DANA}"])


def test_a_message_is_one_line_without_controls(root: Path) -> None:
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, [DANA], "# Dana\x1b[31m\nOrtiz: contacted") == ""
    assert git(root, "log", "-1", "--format=%B") == "# Dana\\x1b[31m\\nOrtiz: contacted\n\n"


def test_in_the_middle_of_a_merge_nothing_is_committed(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "other")
    write(root, "journal.yaml", "format: 1\nofficer: Bo\n")
    git(root, "commit", "-q", "-a", "-m", "theirs")
    git(root, "checkout", "-q", "main")
    write(root, "journal.yaml", "format: 1\nofficer: Ana\n")
    git(root, "commit", "-q", "-a", "-m", "ours")
    subprocess.run(["git", "merge", "-q", "other"], cwd=root, check=False, capture_output=True)
    write(root, DANA, "borrower: Dana\n")

    assert commit(root, [DANA], CONTACTED) == "git is in the middle of merging"
    assert git(root, "diff", "--name-only", "--diff-filter=U") == "journal.yaml\n"


def test_who_is_unknown_to_git_is_told_so_and_nothing_stays_staged(root: Path) -> None:
    git(root, "config", "--unset", "user.email")
    git(root, "config", "--unset", "user.name")
    git(root, "config", "user.useConfigOnly", "true")
    write(root, ODD, "name: Zoë Ünal\n")
    write(root, DANA, "borrower: Dana\n")

    assert commit(root, [ODD, DANA], CONTACTED) == (
        "git does not know who you are; tell it with git config user.name and user.email"
    )
    assert git(root, "status", "--porcelain").splitlines() == [f" M {DANA}", "?? partners/"]


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_a_hook_that_refuses_is_heard(root: Path) -> None:
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'No commits on a Friday.' >&2\nexit 1\n")
    hook.chmod(0o755)
    write(root, DANA, "borrower: Dana\n")

    assert commit(root, [DANA], CONTACTED) == "No commits on a Friday"
    assert last(root)[0] == "first"


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_a_hook_that_never_ends_is_given_up_and_leaves_no_lock(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nsleep 60\n")
    hook.chmod(0o755)
    monkeypatch.setattr(commit_module, "_HOOK_SECONDS", 0.5)
    write(root, ODD, "name: Zoë Ünal\n")

    assert commit(root, [ODD], CONTACTED) == "git is not installed, or does not answer"
    assert not (root / ".git/index.lock").exists()
    assert git(root, "status", "--porcelain") == "?? partners/\n"


def test_a_name_that_only_the_environment_knows_will_do(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "config", "user.name", "nobody")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Bo")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "bo@example.com")
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, [DANA], CONTACTED) == ""
    assert git(root, "log", "-1", "--format=%an %ae %cn") == "Bo bo@example.com Bo\n"


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_nobody_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook that wants an answer, and an editor, get neither a terminal nor an input."""
    hook = root / ".git/hooks/commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\nread answer\n(: </dev/tty) 2>/dev/null && exit 1\n[ -z "$answer" ]\n')
    hook.chmod(0o755)
    monkeypatch.setenv("GIT_EDITOR", "false")
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, [DANA], CONTACTED) == ""


def test_another_git_at_work_is_waited_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = root / ".git/index.lock"
    lock.write_text("")
    monkeypatch.setattr("time.sleep", lambda _seconds: lock.unlink(missing_ok=True))
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, [DANA], CONTACTED) == ""
    assert last(root)[0] == CONTACTED


def test_another_git_that_never_ends_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".git/index.lock").write_text("")
    monkeypatch.setattr(commit_module, "_PAUSE_SECONDS", 0)
    write(root, DANA, "borrower: Dana\n")
    assert commit(root, [DANA], CONTACTED).startswith("Unable to create '")
    assert (root / ".git/index.lock").exists()


def test_outside_of_a_repository_it_is_told(tmp_path: Path) -> None:
    write(tmp_path, DANA, "borrower: Dana\n")
    assert commit(tmp_path, [DANA], CONTACTED) == "the journal is in no git repository"


def test_without_git_it_is_told(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit(root, [DANA], CONTACTED) == "git is not installed, or does not answer"
