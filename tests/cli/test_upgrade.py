"""`tracker upgrade`: the schema copies of this version, and a word about each that was written."""

from pathlib import Path

from tests.cli.conftest import Tracker
from textual_tracker.cli.schema_files import schema_bytes


def test_missing_and_old_copies_are_written_and_named(journal: Path, tracker: Tracker) -> None:
    tracker("upgrade")
    (journal / ".schema/partner.schema.json").write_text("{}")
    (journal / ".schema/activity.schema.json").unlink()
    ran = tracker("upgrade")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "wrote .schema/activity.schema.json\nwrote .schema/partner.schema.json\n"
    assert (journal / ".schema/partner.schema.json").read_bytes() == schema_bytes("partner")


def test_nothing_to_do(tracker: Tracker) -> None:
    tracker("upgrade")
    ran = tracker("upgrade")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "The schema copies are those of this version; nothing to do.\n"


def test_the_line_ends_of_a_checkout_are_no_difference(journal: Path, tracker: Tracker) -> None:
    tracker("upgrade")
    copy = journal / ".schema/partner.schema.json"
    copy.write_bytes(copy.read_bytes().replace(b"\n", b"\r\n"))
    assert tracker("upgrade").out == ""


def test_nothing_is_written_through_a_link_that_leads_out(journal: Path, tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (journal / ".schema").symlink_to(tmp_path / "elsewhere")
    ran = tracker("upgrade")
    assert ran.code == 2
    assert "leads out of the journal" in ran.err
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_without_a_journal_there_is_nothing_to_upgrade(outside: Tracker) -> None:
    assert outside("upgrade").code == 3
