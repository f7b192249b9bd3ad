"""Anything at all in a file: problems with a place in it, at once; never an exception."""

import time
from itertools import pairwise
from typing import Final

import pytest

from textual_tracker.reading.reader import read
from textual_tracker.reading.schema import KINDS, Kind

SECONDS: Final = 5
"""Far above what any of these takes (well under one), so that a slow machine does not fail; a hang does."""
HEAD = "borrower: x\nsource: cpa\n"
MANY = 1_000_000

ALIASES = pairwise("abcdefghij")

HOSTILE = {
    "alias bomb": 'a: &a ["x", "x"]\n' + "".join(f"{new}: &{new} [{f'*{old}, ' * 9}]\n" for old, new in ALIASES),
    "5,000 brackets": "[" * 5000,
    "5,000 brackets, closed": "a: " + "[" * 5000 + "]" * 5000,
    "5,000 braces": "a: " + "{a: " * 5000,
    "a million brackets": "[" * MANY,
    "dashes": "- " * 5000 + "x",
    "question marks": "? " * 5000 + "x",
    "a staircase": "".join(" " * level + "a:\n" for level in range(1000)),
    "a key of brackets": "? " + "[" * 90 + "]" * 90 + "\n: x",
    "3 MB": "borrower: " + "x" * 3 * MANY,
    "a long text": HEAD + "notes: " + "x" * MANY,
    "NUL bytes": "borrower: a\0b\n" * 1000,
    "a huge number": HEAD + "loan: {amount: " + "9" * 5000 + "}\n",
    "a huge fraction": "format: 1\ntargets: {speed: {within_one: 0." + "9" * 5000 + "}}\n",
    "a huge date": HEAD + "received: 2026-03-02" + "0" * 5000,
    "100,000 lines": "a: 1\n" * 100_000,
    "90,000 keys": "".join(f"k{number}: 1\n" for number in range(90_000)),
    "90,000 keys of one's own": "".join(f"x-{number}: 1\n" for number in range(80_000)),
    "70,000 attempts": HEAD + "contact_attempts:\n" + "- 2026-03-02\n" * 70_000,
    "70,000 dates that are none": HEAD + "contact_attempts:\n" + "- 2026-3-2\n" * 70_000,
    "20,000 words that are none": HEAD + "contact_attempts:\n" + "- {date: 2026-03-02, channel: fax}\n" * 20_000,
    "500,000 tags": HEAD + "tags: [" + "a," * 500_000 + "]\n",
    "500,000 amounts": HEAD + "loan: {amount: " + "1," * 500_000 + "}\n",
    "250,000 groups of an amount": HEAD + "loan: {amount: " + "111," * 250_000 + "}\n",
    "250,000 empty lists": HEAD + "tags: [" + "[]," * 250_000 + "]\n",
    "a long key": "k" * 100_000 + ": 1\n",
    "a key of 900 letters": "k" * 900 + ": 1\n",
    "a million secrets": "notes: " + "219-09-9999 " * 80_000,
    "secrets in words": "notes: " + "ssn 219099999 income 92000 " * 30_000,
    "a word for a secret, and nothing": 'notes: "credit' + " " * 900_000 + '"',
    "amounts in a row": "notes: " + "111," * 200_000 + " income",
    "30,000 conflicts": "<<<<<<< a\n=======\n>>>>>>> b\n" * 30_000,
    "80,000 tabs": "notes: {\n" + "\ta: x,\n" * 80_000 + "}",
    "60,000 values cut off": "".join(f"k{number}: a #b\n" for number in range(60_000)),
    "50,000 anchors": "".join(f"k{number}: &a{number} x\n" for number in range(50_000)),
    "a value in itself": "a: &a [*a]\n",
    "the file in itself": "&a {b: *a}\n",
    "a merge": "a: &a {b: c}\nd: {<<: *a}\n",
    "a tag to run": "a: !!python/object/apply:os.system [ls]\n",
    "keys that are lists": "? [a, b]\n: c\n? {d: e}\n: f\n",
    "line ends of all kinds": "borrower: a\r\nsource: cpa\rnotes: b\u2028c\x85d\u2029e\n",
    "quotes": 'a: "' + '\\"' * 400_000,
    "words in braces": "{" + ",".join(f"a{number}" for number in range(80_000)) + "}",
    "one word in braces": "loan: {" + "a, " * 90_000 + "}",
    "an escape beyond all letters": 'borrower: "\\UFFFFFFFF"\n',
    "half a letter": 'borrower: "\\ud800"\n',
    "escapes": 'borrower: "\\0\\e\\x7f"\nsource: "\\e[2J"\n"\\e": x\n',
    "two byte order marks": "\ufeff\ufeffborrower: x\n",
    "a directive": "%YAML 1.1\n%TAG ! tag:example.com,2026:\n---\nborrower: !x y\n",
    "a date for a key": "2026-03-02: x\n? 2026-03-02\n: y\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", ["referral", "journal"])
@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_in_a_file_has_problems_within_it(name: str, kind: Kind) -> None:
    text = HOSTILE[name]
    began = time.process_time()
    found = read(kind, "referrals/2026/2026-03-02-x.yaml", text.encode())
    assert time.process_time() - began < SECONDS
    assert found.problems or found.record is not None
    assert len(found.problems) <= 101
    lines = text.removeprefix("\ufeff").split("\n")
    for problem in found.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert len(problem.excerpt) < 2500
        assert len(problem.message) < 700


@pytest.mark.parametrize("kind", KINDS)
def test_bytes_of_all_kinds(kind: Kind) -> None:
    for data in (bytes(range(256)) * 100, b"\xff" * 100, b"\xed\xa0\x80", b"\xc3", b"\0" * 1000, b"\x80: \x80"):
        assert read(kind, "x.yaml", data).problems
