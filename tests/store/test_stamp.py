"""Which program made an index."""

from pathlib import Path

import pytest

from textual_tracker.store import stamp


def test_the_stamp_changes_with_the_version_and_the_schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = tmp_path / "referral.schema.json"
    schema.write_text("{}")
    monkeypatch.setattr(stamp, "schema_folder", lambda: tmp_path)

    def current() -> str:
        stamp.program_stamp.cache_clear()
        return stamp.program_stamp()

    first = current()
    assert current() == first
    schema.write_text("{} ")
    second = current()
    assert second != first
    monkeypatch.setattr(stamp, "__version__", "99")
    assert current() not in {first, second}
    stamp.program_stamp.cache_clear()
