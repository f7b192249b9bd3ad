from pathlib import Path

import pytest

from tests.store.fakes import CountingReader
from textual_tracker.store import load as load_module


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> CountingReader:
    """The store reads with a tiny reader that counts."""
    counting = CountingReader()
    monkeypatch.setattr(load_module, "read_record", counting)
    return counting


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A journal of one referral, one day and one partner, for the tiny reader."""
    journal = tmp_path / "journal"
    write(journal, "journal.yaml", "Ana Rivera")
    write(journal, "referrals/2026/2026-03-02-dana-ortiz.yaml", "Dana Ortiz")
    write(journal, "activity/2026/2026-03-02.yaml", "a good day")
    write(journal, "partners/sarah-chen.yaml", "Sarah Chen")
    return journal


def write(journal: Path, path: str, text: str) -> Path:
    """Write a file of a journal, with the folders it needs."""
    file = journal / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
