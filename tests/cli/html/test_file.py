"""Where a page is written: whole, for its owner alone, and never over anything that is not the program's."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker


def test_it_is_written_and_said_to_be(tracker: Tracker, journal: Path) -> None:
    ran = tracker("results", "--html", "results.html")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "wrote results.html; it may name customers, so keep it as you keep their files\n"
    assert (journal / "results.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in journal.iterdir() if path.name.endswith(".tmp")] == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_new_page_is_its_owner_s_alone_and_an_old_one_keeps_its_mode(tracker: Tracker, journal: Path) -> None:
    tracker("results", "--html", "page.html")
    page = journal / "page.html"
    assert page.stat().st_mode & 0o777 == 0o600
    page.chmod(0o644)
    tracker("activity", "--html", "page.html")
    assert page.stat().st_mode & 0o777 == 0o644


def test_its_own_pages_are_written_again(tracker: Tracker, journal: Path) -> None:
    for command in ("results", "activity", "forecast", "results"):
        assert tracker(command, "--html", "page.html").code == 0
    assert "<h1>Results</h1>" in (journal / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["notes of mine", "", "<html><head><title>mine</title></head></html>"])
def test_somebody_else_s_file_is_left_alone(there: str, tracker: Tracker, journal: Path) -> None:
    (journal / "mine.html").write_text(there)
    ran = tracker("results", "--html", "mine.html")
    assert ran.code == 2
    assert (
        ran.err == "tracker: mine.html is there already and is no page of tracker's; name another file, or remove it\n"
    )
    assert (journal / "mine.html").read_text() == there


def test_a_link_leads_to_what_it_leads_to(tracker: Tracker, journal: Path) -> None:
    (journal / "mine.txt").write_text("mine")
    (journal / "page.html").symlink_to("mine.txt")
    assert tracker("results", "--html", "page.html").code == 2
    assert (journal / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("referrals/2026/page.html", "would lie among the journal's own files"),
        ("partners/page.html", "would lie among the journal's own files"),
        ("activity/../referrals/page.html", "would lie among the journal's own files"),
        ("journal.yaml", "would lie among the journal's own files"),
        ("referrals", "is a folder"),
        ("nowhere/page.html", "there is no folder nowhere to write page.html into"),
        ("", "--html takes the name of a file"),
    ],
)
def test_where_no_page_belongs(file: str, said: str, tracker: Tracker) -> None:
    ran = tracker("results", "--html", file)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_links_in_a_circle_are_a_sentence(tracker: Tracker, journal: Path) -> None:
    (journal / "a.html").symlink_to("b.html")
    (journal / "b.html").symlink_to("a.html")
    ran = tracker("results", "--html", "a.html")
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_page_and_data_are_not_asked_for_together(tracker: Tracker) -> None:
    ran = tracker("results", "--html", "page.html", "--json")
    assert ran.code == 2
    assert "ask for one of the two" in ran.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    ran = tracker("results", "--html", str(tmp_path / "closed" / "page.html"))
    assert ran.code == 2
    assert "could not be written" in ran.err
