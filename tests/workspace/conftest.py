"""A journal to write in, and a home of the test's own."""

from pathlib import Path

import pytest

from textual_tracker.editing.plan import FileChange, Plan

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
LEE = "referrals/2026/2026-03-03-lee-soto.yaml"
DAY = "activity/2026/2026-03-10.yaml"
CONTACTED = "Dana Ortiz: contacted (text, reached)"


def make_journal(journal: Path) -> Path:
    """A journal of two referrals."""
    (journal / "referrals/2026").mkdir(parents=True)
    (journal / "journal.yaml").write_text("format: 1\n")
    (journal / DANA).write_text("borrower: Dana Ortiz\n")
    (journal / LEE).write_text("borrower: Lee Soto\n")
    return journal


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return make_journal(tmp_path / "journal")


def plan(root: Path, says: str = CONTACTED, **texts: str | None) -> Plan:
    """A plan that gives the files `dana`, `lee`, `day` these texts, made from what they hold now."""
    paths = {"dana": DANA, "lee": LEE, "day": DAY}
    return plan_of(root, says, {paths[name]: text for name, text in texts.items()})


def plan_of(root: Path, says: str, texts: dict[str, str | None]) -> Plan:
    """A plan that gives files these texts (`None`: the file goes), made from what they hold now."""
    changes = (FileChange(path, held(root / path), _bytes(text)) for path, text in texts.items())
    return Plan(says=says, changes=tuple(change for change in changes if change.before != change.after))


def held(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def tree(root: Path) -> dict[str, str]:
    """Every file of a journal but journal.yaml, hidden ones too."""
    files = (file for file in root.rglob("*") if file.is_file() and file.name != "journal.yaml")
    return {file.relative_to(root).as_posix(): file.read_text() for file in files}


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
