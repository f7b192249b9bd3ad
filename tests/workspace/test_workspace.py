import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.conftest import write
from textual_tracker.config import places
from textual_tracker.core.problems import WARNING
from textual_tracker.reading import checks
from textual_tracker.store.load import load
from textual_tracker.store.watching.watch import Watcher
from textual_tracker.workspace import Workspace

TODAY = dt.date(2026, 3, 10)
DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
ID = "2026-03-02-dana-ortiz"
PATIENCE_SECONDS = 10


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal of one referral and one partner; the cache lies in a home of the test's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    journal = tmp_path / "journal"
    write(journal, "journal.yaml", "format: 1\nofficer: Ana Rivera\n")
    write(journal, "partners/sarah-chen.yaml", "name: Sarah Chen\ntype: real_estate_agent\n")
    write(journal, DANA, "borrower: Dana Ortiz\npartner: sarah-chen\n")
    return journal


@pytest.fixture
def workspace(root: Path) -> Workspace:
    return Workspace.open(root, today=lambda: TODAY)


def test_an_open_journal_has_its_records_and_its_names(workspace: Workspace, root: Path) -> None:
    assert workspace.root == root
    assert workspace.journal.referrals[ID].name == "Dana Ortiz"
    assert workspace.names() == [("referral", ID, "Dana Ortiz"), ("partner", "sarah-chen", "Sarah Chen")]


def test_a_refresh_says_whether_anything_changed(workspace: Workspace, root: Path) -> None:
    before = workspace.journal
    assert not workspace.refresh()
    assert workspace.journal is before

    write(root, DANA, "borrower: Dana Brown\npartner: sarah-chen\n")
    assert workspace.refresh()
    assert workspace.journal.referrals[ID].name == "Dana Brown"
    assert before.referrals[ID].name == "Dana Ortiz"


def test_problems_are_those_of_the_files_and_those_across_records_by_place(workspace: Workspace, root: Path) -> None:
    write(root, DANA, "borrower: Dana Ortiz\npartner: sarah-chan\nsource: realtr\n")
    write(root, "partners/mike-tran.yaml", "name: Mike Tran\n")
    workspace.refresh()

    assert [(problem.path, problem.line, problem.severity) for problem in workspace.problems(TODAY)] == [
        ("partners/mike-tran.yaml", 1, "error"),
        (DANA, 2, WARNING),
        (DANA, 3, "error"),
    ]
    assert [problem.line for problem in workspace.journal.problems] == [1, 3]


def test_problems_are_found_once_a_journal_and_day(
    workspace: Workspace, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dt.date] = []

    def check_journal(_journal: object, today: dt.date) -> list[object]:
        asked.append(today)
        return []

    monkeypatch.setattr(checks, "check_journal", check_journal)
    assert workspace.problems() is workspace.problems(TODAY)
    assert asked == [TODAY]

    workspace.problems(dt.date(2026, 3, 11))
    assert asked == [TODAY, dt.date(2026, 3, 11)]
    write(root, DANA, "borrower: Dana Brown\npartner: sarah-chen\n")
    workspace.refresh()
    workspace.problems(dt.date(2026, 3, 11))
    assert len(asked) == 3


def test_a_patient_refresh_believes_a_loss_at_the_second_look(
    workspace: Workspace, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([50.0, 50.4])
    monkeypatch.setattr("textual_tracker.workspace.workspace.time.monotonic", lambda: next(moments))
    (root / DANA).unlink()

    assert not workspace.refresh(patient=True)
    assert workspace.settles_at == pytest.approx(50.3)
    assert workspace.refresh(patient=True)
    assert workspace.settles_at is None
    assert ID not in workspace.journal.referrals


def test_closing_remembers_what_was_read_since(workspace: Workspace, root: Path) -> None:
    file = places.index_file(str(root))
    assert file is not None
    index = Path(file)
    written = index.read_bytes()
    workspace.close()
    assert index.read_bytes() == written

    write(root, DANA, "borrower: Dana Brown\npartner: sarah-chen\n")
    workspace.refresh()
    assert index.read_bytes() == written
    workspace.close()
    assert index.read_bytes() != written
    assert b"Dana Brown" in index.with_suffix(".names").read_bytes()


def test_without_the_index_none_is_written(root: Path, tmp_path: Path) -> None:
    workspace = Workspace.open(root, today=lambda: TODAY, use_index=False)
    workspace.close()

    assert workspace.journal == load(root, cache=None).journal
    assert not (tmp_path / "cache").exists()


def test_without_a_home_the_journal_opens_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "cache_folder", lambda: None)

    assert len(Workspace.open(root, today=lambda: TODAY).journal.referrals) == 1


class Live:
    """A workspace that is watched: waits until the journal is as wanted."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._changed = threading.Condition()
        self.watcher: Watcher = workspace.watch(self._tell)

    def _tell(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def shows(self, wanted: Callable[[Workspace], bool]) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: wanted(self.workspace), PATIENCE_SECONDS)


@pytest.fixture
def live(workspace: Workspace) -> Iterator[Live]:
    live = Live(workspace)
    yield live
    live.watcher.stop()


def name_of(workspace: Workspace) -> str:
    return workspace.journal.referrals[ID].name


def test_an_edit_is_shown_without_being_asked_for(live: Live, root: Path) -> None:
    write(root, DANA, "borrower: Dana Brown\npartner: sarah-chen\n")

    assert live.shows(lambda workspace: name_of(workspace) == "Dana Brown")


def test_what_changed_before_the_watch_began_is_shown_too(workspace: Workspace, root: Path) -> None:
    write(root, DANA, "borrower: Dana Brown\npartner: sarah-chen\n")
    live = Live(workspace)

    assert live.shows(lambda workspace: name_of(workspace) == "Dana Brown")
    live.watcher.stop()


def test_a_record_that_breaks_stays_on_show_until_it_is_mended(live: Live, root: Path) -> None:
    write(root, DANA, "borrower: [Dana\n")
    assert live.shows(lambda workspace: len(workspace.journal.unreadable) == 1)
    assert live.workspace.journal.referrals[ID].stale
    assert name_of(live.workspace) == "Dana Ortiz"

    write(root, DANA, "borrower: Dana Ortiz\npartner: sarah-chen\n")
    assert live.shows(lambda workspace: workspace.journal.unreadable == ())
    assert not live.workspace.journal.referrals[ID].stale


def test_a_deletion_is_shown(live: Live, root: Path) -> None:
    (root / DANA).unlink()

    assert live.shows(lambda workspace: ID not in workspace.journal.referrals)


def test_a_file_that_is_replaced_is_never_missing(live: Live, root: Path) -> None:
    seen: list[bool] = []

    def shows_brown(workspace: Workspace) -> bool:
        seen.append(ID in workspace.journal.referrals)
        return seen[-1] and name_of(workspace) == "Dana Brown"

    (root / DANA).unlink()
    live.workspace.refresh(patient=True)  # a look at the worst moment
    write(root, DANA, "borrower: Dana Brown\npartner: sarah-chen\n")

    assert live.shows(shows_brown)
    assert all(seen)


def test_a_journal_that_goes_and_comes_back_is_told_and_stays_as_it_was(live: Live, root: Path) -> None:
    before, problems = live.workspace.journal, live.workspace.problems(TODAY)
    root.rename(root.with_name("away"))
    assert live.shows(lambda workspace: workspace.absence == "folder")
    assert live.workspace.journal is before
    assert live.workspace.problems(TODAY) == problems

    root.with_name("away").rename(root)
    assert live.shows(lambda workspace: workspace.absence == "")
    assert live.workspace.journal is before
