import os
from pathlib import Path

import pytest

from tests.tui.driving import copied


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A copy of the small journal in tests/tui/journal, as of Tue 10 Mar 2026."""
    return copied(tmp_path)


@pytest.fixture(autouse=True)
def _no_settings_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for name in ("VISUAL", "EDITOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRACKER_CONFIG", os.devnull)
