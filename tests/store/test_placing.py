"""Places of findings are found once, as long as neither the file nor what is said of it changes."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.store.conftest import write
from textual_tracker.reading.checks.finding import Finding, finding
from textual_tracker.store.folder import AnyFolder
from textual_tracker.store.load import load, reload
from textual_tracker.store.placing import Placing

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
LEE = "referrals/2026/2026-03-03-lee-soto.yaml"


class Texts:
    """The files of a journal, and which of them were read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.read: list[str] = []

    def __call__(self, path: str) -> str | None:
        self.read.append(path)
        file = self.root / path
        return file.read_text(encoding="utf-8") if file.exists() else None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "journal.yaml", "format: 1\n")
    write(tmp_path, DANA, "borrower: Dana Ortiz\npartner: sara\n")
    write(tmp_path, LEE, "borrower: Lee Soto\nsource: cpa\npartner: sara\n")
    return tmp_path


def unknown(path: str, partner: str = "sara") -> Finding:
    return finding(path, "partner", "unknown_partner", f"there is no partner {partner}")


def lines(placing: Placing, found: list[Finding], folders: Mapping[str, AnyFolder], texts: Texts) -> dict[str, int]:
    """By path, the line of the problem; and `texts` knows what was read for it."""
    texts.read.clear()
    return {problem.path: problem.line for problem in placing.place(found, folders, texts)}


def test_a_place_is_looked_for_again_where_the_file_changed(root: Path) -> None:
    texts, placing, before = Texts(root), Placing(), load(root, cache=None)
    found = [unknown(DANA), unknown(LEE)]

    assert lines(placing, found, before.state.folders, texts) == {DANA: 2, LEE: 3}
    assert texts.read == [DANA, LEE]
    assert lines(placing, found, before.state.folders, texts) == {DANA: 2, LEE: 3}
    assert texts.read == []

    write(root, DANA, "# moved down\nborrower: Dana Ortiz\npartner: sara\n")
    after = reload(before)
    assert lines(placing, found, after.state.folders, texts) == {DANA: 3, LEE: 3}
    assert texts.read == [DANA]


def test_a_place_is_looked_for_again_where_something_else_is_said(root: Path) -> None:
    texts, placing, folders = Texts(root), Placing(), load(root, cache=None).state.folders
    lines(placing, [unknown(DANA), unknown(LEE)], folders, texts)

    (problem,) = placing.place([unknown(DANA, "sarah")], folders, texts)
    assert problem.message == "there is no partner sarah"
    lines(placing, [unknown(DANA, "sarah"), unknown(LEE)], folders, texts)
    assert texts.read == [LEE]


def test_what_is_said_of_a_file_that_went_is_told_and_not_remembered(root: Path) -> None:
    texts, placing, before = Texts(root), Placing(), load(root, cache=None)
    (root / DANA).unlink()
    folders = reload(before).state.folders
    for _ in range(2):
        assert lines(placing, [unknown(DANA)], folders, texts) == {DANA: 1}
        assert texts.read == [DANA]


def test_a_place_in_a_file_that_went_is_kept_until_the_file_is_back(root: Path) -> None:
    texts, placing, before = Texts(root), Placing(), load(root, cache=None)
    both = [unknown(DANA), unknown(LEE)]
    assert lines(placing, both, before.state.folders, texts) == {DANA: 2, LEE: 3}

    (root / LEE).unlink()
    gone = reload(before)
    assert lines(placing, both, gone.state.folders, texts) == {DANA: 2, LEE: 3}
    assert lines(placing, [unknown(DANA)], gone.state.folders, texts) == {DANA: 2}
    assert lines(placing, both, before.state.folders, texts) == {DANA: 2, LEE: 3}
    assert texts.read == []
