"""Text takes as many cells in a real terminal as the program says: otherwise no column would stand straight."""

import json
import shutil
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from tests.tui.strangers import STRANGE
from tests.tui.test_terminal import PATIENCE, Terminal
from textual_tracker.tui.widgets.cells import fit, plain, width

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

SCRIPTS = (
    (0x0021, 0x024F),  # Latin
    (0x0300, 0x036F),  # marks
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x0590, 0x06FF),  # Hebrew, Arabic
    (0x0900, 0x0DFF),  # the scripts of India
    (0x0E00, 0x0FFF),  # Thai, Lao, Tibetan
    (0x1000, 0x109F),  # Burmese
    (0x1100, 0x11FF),  # Hangul in parts
    (0x2000, 0x27BF),  # punctuation, arrows, boxes, signs
    (0x3000, 0x33FF),  # Japanese
    (0x4E00, 0x4FFF),  # Chinese, a part of it
    (0xAC00, 0xACFF),  # Hangul
    (0xFE00, 0xFFEF),  # presentation forms, full and half width
    (0x1F1E6, 0x1F64F),  # flags, signs, faces
    (0x1F900, 0x1F9FF),  # more faces
    (0xE0000, 0xE01EF),  # tags, variation selectors
)
TOGETHER = 16
"""Characters that are measured in one go."""
MEASURE = """
import json, os, re, sys, termios, tty
tty.setraw(0)
def cells(text):
    os.write(1, b"\\r\\x1b[K" + text.encode() + b"\\x1b[6n")
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(0, 64)
    return int(re.search(rb";(\\d+)R", answer)[1]) - 1
texts = json.load(open(sys.argv[1]))
found = json.dumps([cells(text) for text in texts])
open(sys.argv[2] + ".part", "w").write(found)
os.replace(sys.argv[2] + ".part", sys.argv[2])
sys.stdin.read(1)
"""
"""Writes each text at the beginning of a line, and asks the terminal where its cursor is then."""


def cells_in_a_terminal(folder: Path, texts: list[str]) -> list[int]:
    """How many cells a terminal of 400 columns gives to each text."""
    typed, measured = folder / "texts.json", folder / "cells.json"
    typed.write_text(json.dumps(texts), "utf-8")
    terminal = Terminal(folder / "tmux", [sys.executable, "-c", MEASURE, str(typed), str(measured)], size=(400, 5))
    deadline = time.monotonic() + PATIENCE
    try:
        while not measured.exists():
            assert time.monotonic() < deadline, terminal.screen
            time.sleep(0.02)
    finally:
        terminal.close()
    cells: list[int] = json.loads(measured.read_text("utf-8"))
    return cells


def letters() -> list[str]:
    """Every character of the scripts above as it would be shown, each after a letter that a mark can stand on."""
    known = [chr(code) for first, last in SCRIPTS for code in range(first, last + 1)]
    known = [character for character in known if unicodedata.category(character) not in {"Cn", "Cs"}]
    shown = ["a" + plain(character) for character in known]
    return ["".join(shown[number : number + TOGETHER]) for number in range(0, len(shown), TOGETHER)]


def test_every_letter_takes_the_cells_that_the_terminal_gives_it(tmp_path: Path) -> None:
    texts = letters()
    assert len(texts) > 400
    measured = cells_in_a_terminal(tmp_path, texts)
    assert [
        (text, width(text), cells) for text, cells in zip(texts, measured, strict=True) if width(text) != cells
    ] == []


def test_a_cell_of_a_table_is_as_wide_as_its_column_whatever_stands_in_it(tmp_path: Path) -> None:
    texts = [fit(plain(text), room) for text in STRANGE.values() for room in (1, 2, 9, 24, 300)]
    assert cells_in_a_terminal(tmp_path, texts) == [1, 2, 9, 24, 300] * len(STRANGE)
