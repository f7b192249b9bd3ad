"""The pictures of the manual: all are there, all are shown, and none loads anything."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
SHOWN = set(re.findall(r"images/(\w+)\.svg", (ROOT / "docs/screen.md").read_text(encoding="utf-8")))


def drawn() -> set[str]:
    """The names in PICTURES of docs/images/draw.py."""
    tree = ast.parse((IMAGES / "draw.py").read_text(encoding="utf-8"))
    tables = [
        node.value for node in tree.body if isinstance(node, ast.Assign) and "PICTURES" in ast.unparse(node.targets[0])
    ]
    return set(ast.literal_eval(tables[0]))


def test_every_picture_is_drawn_by_the_script_and_shown_in_the_manual() -> None:
    there = {path.stem for path in IMAGES.glob("*.svg")}
    assert there == drawn() == SHOWN


@pytest.mark.parametrize("path", sorted(IMAGES.glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_shows_the_sample_and_loads_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "201&#160;referrals" in text
    assert "@font-face" not in text
    assert not re.search(r"(?:href|src|url\()\s*[=(]?[\"']?https?:", text)
