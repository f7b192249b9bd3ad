"""In the sample journal, written by hand, an entry more is that line more and no line less."""

import difflib
from pathlib import Path

from textual_tracker.editing.edits import Append, Put
from textual_tracker.editing.splicing.splice import splice

SAMPLE = Path(__file__).parents[3] / "sample_journal" / "referrals"
LINE = "- {date: 2026-03-10, channel: call, result: reached}"
INDENTED = {f"+{blanks}{LINE}" for blanks in ("", "  ", "    ")}


def changed(before: bytes, after: bytes) -> list[str]:
    """The lines that differ, as git shows them."""
    lines = difflib.unified_diff(before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True))
    return [line.rstrip("\r\n") for line in lines if line[0] in "+-" and line[:3] not in {"+++", "---"}]


def test_a_contact() -> None:
    entry = {"date": "2026-03-10", "channel": "call", "result": "reached"}
    differences = []
    for path in sorted(SAMPLE.rglob("*.yaml")):
        before = path.read_bytes()
        differences.append(changed(before, splice("referral", before, [Append(("contact_attempts",), entry)])))
    one_line = [lines for lines in differences if len(lines) == 1]
    assert all(lines[0] in INDENTED for lines in one_line)
    others = [lines for lines in differences if len(lines) != 1]
    assert len(one_line) > 20 * len(others)
    assert all(line.startswith("+") or "contact_attempts: [" in line for lines in others for line in lines)


def test_a_note() -> None:
    for path in sorted(SAMPLE.rglob("*.yaml")):
        before = path.read_bytes()
        lines = changed(before, splice("referral", before, [Put(("x-seen",), "by hand")]))
        assert lines == ["+x-seen: by hand"]
