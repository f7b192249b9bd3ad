"""What the tests of the commands that write share: the journal's texts before and after, and the lines that differ."""

import difflib
from pathlib import Path

LEE = "referrals/2026/2026-02-23-lee-ortiz.yaml"
DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
KAI = "referrals/2026/2026-02-16-kai-brooks.yaml"
PRIYA = "referrals/2026/2026-01-12-priya-nair.yaml"
MARCUS = "referrals/2026/2026-02-26-marcus-bell.yaml"
TODAY_FILE = "activity/2026/2026-03-10.yaml"

Texts = dict[str, bytes]


def texts(root: Path) -> Texts:
    """Every file of the journal, by its path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def differing(before: Texts, root: Path) -> dict[str, list[str]]:
    """The lines that went (`-`) and came (`+`), by file; files that stayed as they were are left out."""
    after = texts(root)
    found = {path: _lines(before.get(path, b""), after.get(path, b"")) for path in sorted({*before, *after})}
    return {path: lines for path, lines in found.items() if lines}


def _lines(before: bytes, after: bytes) -> list[str]:
    compared = difflib.ndiff(before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True))
    return [line[0] + line[2:].removesuffix("\n") for line in compared if line[:1] in {"-", "+"}]
