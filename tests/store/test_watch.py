"""The watcher with the real disk and the real system's events. What is awaited has ten seconds to happen."""

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.conftest import write
from tests.store.seeing import PATIENCE_SECONDS, Seen, follows, told
from textual_tracker.store.watching import hints as hints_module
from textual_tracker.store.watching import watch as watch_module
from textual_tracker.store.watching.watch import Watcher

YEAR = "referrals/2026"
DANA = f"{YEAR}/2026-03-02-dana-ortiz.yaml"


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture(name="watcher")
def running_watcher(root: Path, seen: Seen, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """A running watcher that had its first look, and that never looks by routine."""
    monkeypatch.setattr(watch_module, "RECONCILE_SECONDS", 10_000.0)
    watcher = Watcher(root, lambda: seen.tell(watcher.take_folders()))
    watcher.start()
    assert seen.wait_for(lambda looks: looks == [None])
    yield watcher
    watcher.stop()


@pytest.mark.usefixtures("watcher")
@pytest.mark.parametrize(
    ("path", "folder"),
    [(DANA, YEAR), ("activity/2026/2026-03-02.yaml", "activity/2026"), ("partners/sarah-chen.yaml", "partners")],
)
def test_a_save_asks_for_a_look_at_its_folder(root: Path, seen: Seen, path: str, folder: str) -> None:
    write(root, path, "edited")

    assert told(seen, folder)


@pytest.mark.usefixtures("watcher")
def test_so_does_a_save_of_the_settings(root: Path, seen: Seen) -> None:
    write(root, "journal.yaml", "Ana R.")

    assert told(seen, "")


@pytest.mark.usefixtures("watcher")
@pytest.mark.parametrize(
    "save",
    [
        lambda file: file.rename(file.with_name("elsewhere.yaml")),
        lambda file: file.unlink(),
        lambda file: (file.rename(f"{file}~"), file.write_text("vim writes a new file")),
        lambda file: (file.with_name("sedAbC123").write_text("sed -i"), file.with_name("sedAbC123").replace(file)),
    ],
)
def test_so_does_each_editors_way_to_save(root: Path, seen: Seen, save: Callable[[Path], object]) -> None:
    save(root / DANA)

    assert told(seen, YEAR)


@pytest.mark.usefixtures("watcher")
def test_what_is_no_record_asks_for_nothing(root: Path, seen: Seen) -> None:
    write(root, f"{YEAR}/.2026-03-02-dana-ortiz.yaml.swp", "vim")
    write(root, f"{YEAR}/4913", "vim")
    write(root, f"{YEAR}/notes.txt", "mine")
    write(root, ".git/refs/heads/main", "0" * 40)
    write(root, "README.md", "mine")
    (root / DANA).read_text()
    write(root, "partners/sarah-chen.yaml", "the only one that counts")

    assert told(seen, "partners")
    assert [folders for folders in seen.looks[1:] if folders != frozenset({"partners"})] == []


@pytest.mark.usefixtures("watcher")
def test_a_new_year_is_watched_as_soon_as_it_is_there(root: Path, seen: Seen) -> None:
    write(root, "referrals/2027/2027-01-04-lee.yaml", "Lee")
    assert told(seen, "referrals/2027")
    count = len(seen.looks)
    write(root, "referrals/2027/2027-01-04-lee.yaml", "Lee Ortiz")

    assert seen.wait_for(lambda looks: any("referrals/2027" in (folders or ()) for folders in looks[count:]))


@pytest.mark.usefixtures("watcher")
def test_a_record_folder_that_is_taken_away_and_put_back_is_watched_again(root: Path, seen: Seen) -> None:
    (root / "partners").rename(root / "away")
    assert told(seen, "partners")
    shutil.rmtree(root / "away")
    count = len(seen.looks)
    write(root, "partners/mike-tran.yaml", "Mike")
    assert seen.wait_for(lambda looks: None in looks[count:])

    assert follows(root, seen, "partners/mike-tran.yaml")


def test_a_record_folder_that_is_a_link_is_watched_too(root: Path, seen: Seen) -> None:
    (root / "partners").rename(root / "kept")
    (root / "partners").symlink_to("kept", target_is_directory=True)
    watcher = Watcher(root, lambda: seen.tell(watcher.take_folders()))
    watcher.start()
    assert seen.wait_for(lambda looks: looks == [None])
    write(root, "kept/sarah-chen.yaml", "Sarah Chen-Li")

    assert told(seen, "partners")
    watcher.stop()


def test_a_promised_look_comes_without_an_event(watcher: Watcher, seen: Seen) -> None:
    watcher.look_again(time.monotonic() + 0.01)

    assert seen.wait_for(lambda looks: looks[1:] == [frozenset()])


def test_it_looks_now_and_then_without_any_event(root: Path, seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_module, "RECONCILE_SECONDS", 0.01)
    watcher = Watcher(root, lambda: seen.tell(watcher.take_folders()))
    watcher.start()

    assert seen.wait_for(lambda looks: looks[:3] == [None, None, None])
    assert watcher.mode == "events"
    watcher.stop()


@pytest.mark.filterwarnings("ignore:Callback with id")  # as in the program: watchdog knows the folder already
@pytest.mark.usefixtures("watcher")
def test_a_year_that_is_taken_away_and_put_back_is_watched_again(root: Path, seen: Seen) -> None:
    (root / YEAR).rename(root / "away")
    assert told(seen, YEAR)
    count = len(seen.looks)
    (root / "away").rename(root / YEAR)
    assert seen.wait_for(lambda looks: None in looks[count:])

    assert follows(root, seen, DANA)


@pytest.mark.usefixtures("watcher")
@pytest.mark.parametrize(("folder", "path"), [("partners", "partners/mike-tran.yaml"), (".", "journal.yaml")])
def test_a_folder_that_is_deleted_and_made_anew_is_watched_again(
    root: Path, seen: Seen, folder: str, path: str
) -> None:
    """The system often gives the new folder the inode of the old one, so that nothing but its end tells them apart."""
    shutil.rmtree(root / folder)
    write(root, path, "anew")
    assert told(seen, path.rpartition("/")[0])

    assert follows(root, seen, path)


@pytest.mark.usefixtures("watcher")
@pytest.mark.parametrize("moved", ["", ".."], ids=["the journal's own folder", "the folder it lies in"])
def test_a_journal_that_goes_away_and_comes_back_is_looked_at_both_times_and_watched(
    root: Path, seen: Seen, moved: str
) -> None:
    folder = (root / moved).resolve()
    away = folder.with_name("away")
    folder.rename(away)
    assert seen.wait_for(lambda looks: looks[1:] == [None])
    away.rename(folder)
    assert seen.wait_for(lambda looks: looks[1:] == [None, None])

    assert follows(root, seen, DANA)


def test_a_journal_behind_a_link_is_watched_wherever_the_link_leads_now(root: Path, seen: Seen) -> None:
    link = root.with_name("link")
    link.symlink_to(root, target_is_directory=True)
    watcher = Watcher(link, lambda: seen.tell(watcher.take_folders()))
    watcher.start()
    assert seen.wait_for(lambda looks: looks == [None])
    write(root, DANA, "edited")
    assert told(seen, YEAR)

    other = Path(shutil.copytree(root, root.with_name("other")))
    count = len(seen.looks)
    link.unlink()
    link.symlink_to(other, target_is_directory=True)
    assert seen.wait_for(lambda looks: None in looks[count:])
    assert follows(other, seen, DANA)
    watcher.stop()


@pytest.mark.usefixtures("watcher")
def test_a_file_that_may_be_read_again_asks_for_a_look(root: Path, seen: Seen) -> None:
    (root / DANA).chmod(0)
    assert told(seen, YEAR)
    count = len(seen.looks)
    (root / DANA).chmod(0o644)

    assert seen.wait_for(lambda looks: any(YEAR in (folders or ()) for folders in looks[count:]))


@pytest.mark.usefixtures("watcher")
def test_a_folder_that_may_be_read_again_is_watched(root: Path, seen: Seen) -> None:
    (root / YEAR).chmod(0)
    assert told(seen, YEAR)
    count = len(seen.looks)
    (root / YEAR).chmod(0o755)
    assert seen.wait_for(lambda looks: None in looks[count:])

    assert follows(root, seen, DANA)


@pytest.mark.parametrize(
    ("error", "limit"),
    [
        (OSError(errno.ENOSPC, "inotify watch limit reached"), "fs.inotify.max_user_watches="),
        (OSError(errno.EMFILE, "inotify instance limit reached"), "fs.inotify.max_user_instances="),
        (OSError(errno.ENOSYS, "no inotify here"), ""),
    ],
)
@pytest.mark.parametrize("refused", ["_observer", "watch_tops"])
def test_where_the_system_has_no_watch_left_it_polls_and_knows_the_limit(
    root: Path, seen: Seen, monkeypatch: pytest.MonkeyPatch, refused: str, error: OSError, limit: str
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(hints_module if refused == "_observer" else hints_module.Hints, refused, refuse)
    monkeypatch.setattr(watch_module, "POLL_SECONDS", 0.01)
    watcher = Watcher(root, lambda: seen.tell(watcher.take_folders()))
    watcher.start()

    assert watcher.mode == "polling"
    assert watcher.limit.startswith(limit)
    assert bool(watcher.limit) is bool(limit)
    assert seen.wait_for(lambda looks: len(looks) > 2)
    watcher.stop()


def test_where_watches_run_out_later_it_polls_from_then_on(
    root: Path, watcher: Watcher, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(watch_module, "POLL_SECONDS", 0.01)
    monkeypatch.setattr(hints_module.Hints, "watch_tops", refuse)
    write(root, DANA, "edited")

    assert seen.wait_for(lambda looks: len(looks) > 3)
    assert watcher.mode == "polling"
    assert watcher.limit.startswith("fs.inotify.max_user_watches=")


def test_it_can_be_stopped_from_within_and_tells_nothing_more(root: Path) -> None:
    stopped = threading.Event()

    def stop() -> None:
        watcher.stop()
        stopped.set()

    watcher = Watcher(root, stop, poll=True)
    watcher.start()
    assert stopped.wait(PATIENCE_SECONDS)
    watcher.stop()


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="open files are counted in /proc")  # noqa: PTH112 - text
def test_a_stopped_watcher_leaves_no_thread_behind(root: Path, seen: Seen) -> None:
    before = threading.active_count()
    watcher = Watcher(root, lambda: seen.tell(watcher.take_folders()))
    watcher.start()
    assert seen.wait_for(lambda looks: looks == [None])
    watcher.stop()

    deadline = time.monotonic() + PATIENCE_SECONDS
    while threading.active_count() > before and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    assert threading.active_count() == before
