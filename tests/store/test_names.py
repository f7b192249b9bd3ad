"""The names that completion offers."""

from pathlib import Path

import pytest

from tests.store.conftest import write
from textual_tracker.store.load import load
from textual_tracker.store.names import completion_names


@pytest.mark.usefixtures("reader")
def test_the_names_for_completion_lie_beside_the_index(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = tmp_path / "j.names"
    monkeypatch.setattr("textual_tracker.store.names.names_file", lambda _root: str(names))
    assert completion_names(str(root)) == [
        ("referral", "2026-03-02-dana-ortiz", ""),
        ("partner", "sarah-chen", ""),
    ]
    write(root, "partners/mike-tran.yaml", "Mike\x1b[31m Tran\tJr")
    load(root, cache=tmp_path / "j.index")

    assert completion_names(str(root)) == [
        ("referral", "2026-03-02-dana-ortiz", "Dana Ortiz"),
        ("partner", "mike-tran", "Mike [31m Tran Jr"),
        ("partner", "sarah-chen", "Sarah Chen"),
    ]
    names.write_bytes(b"\xff broken")
    assert len(completion_names(str(root))) == 3
