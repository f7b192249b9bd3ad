"""The threads behind the screen: the newest thing asked of them is done, and mistakes come to the surface."""

import datetime as dt
import errno
import gc
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from tests.tui.driving import TODAY, opened
from tests.tui.seeing import PATIENCE
from textual_tracker.errors import NoJournalError
from textual_tracker.store.watching import hints, watch
from textual_tracker.tui.app import TrackerApp
from textual_tracker.tui.bridge import Bridge
from textual_tracker.tui.hand import Hand
from textual_tracker.tui.messages import Advised, Crashed, Look, LookFailed, SnapshotChanged, Worked, Written
from textual_tracker.tui.writing.pen import Penned
from textual_tracker.workspace import Workspace

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"


class Screen:
    """What the bridge tells, in order."""

    def __init__(self) -> None:
        self.told: list[Message] = []
        self._more = threading.Condition()

    def post(self, message: Message) -> None:
        with self._more:
            self.told.append(message)
            self._more.notify_all()

    def waits_for(self, seen: Callable[[list[Message]], object]) -> None:
        deadline = time.monotonic() + PATIENCE
        with self._more:
            while not seen(self.told):
                assert time.monotonic() < deadline, self.told
                self._more.wait(0.02)  # what is waited for may be something else than a message

    @property
    def looks(self) -> list[Look]:
        return [message.look for message in self.told if isinstance(message, SnapshotChanged)]


def says(message: Message) -> str:
    """What the status is to say of a look that failed."""
    return message.sentence if isinstance(message, LookFailed) else ""


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def bridge(journal: Path, screen: Screen) -> Iterator[Bridge]:
    made = Bridge(journal, today=lambda: TODAY, use_index=False, post=screen.post)
    yield made
    made.stop()
    made.close()


def test_of_several_jobs_of_a_name_the_newest_is_done() -> None:
    done: list[str] = []
    begun, go, over = threading.Event(), threading.Event(), threading.Event()
    hand = Hand("test", lambda _: None)

    def first() -> None:
        begun.set()
        go.wait(PATIENCE)

    hand.ask("first", first)
    assert begun.wait(PATIENCE)
    for job in ("same 0", "same 1", "same 2"):
        hand.ask("same", partial(done.append, job))
    hand.ask("other", partial(done.append, "other"))
    hand.ask("last", over.set)
    go.set()
    assert over.wait(PATIENCE)
    hand.stop()
    assert done == ["same 2", "other"]


def test_a_job_that_fails_is_told_and_the_next_one_is_done() -> None:
    errors: list[Exception] = []
    over = threading.Event()
    hand = Hand("test", errors.append)

    def bad() -> None:
        raise ZeroDivisionError

    hand.ask("bad", bad)
    hand.ask("good", over.set)
    assert over.wait(PATIENCE)
    hand.stop()
    assert isinstance(errors[0], ZeroDivisionError)


def test_what_is_asked_to_be_written_is_done_in_order_to_the_end(journal: Path, screen: Screen) -> None:
    bridge = Bridge(journal, today=lambda: TODAY, use_index=False, post=screen.post)
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    go = threading.Event()
    written: list[int] = []

    def write(number: int, _workspace: Workspace) -> Penned:
        assert go.wait(PATIENCE)
        written.append(number)
        return Penned(Written(str(number)), frozenset())

    for number in range(5):
        bridge.write(partial(write, number))
    bridge.stop()
    go.set()
    bridge.close()
    assert written == [0, 1, 2, 3, 4]


def test_what_was_written_is_shown_before_it_is_told(bridge: Bridge, screen: Screen) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)

    def write(workspace: Workspace) -> Penned:
        (workspace.root / DANA).unlink()
        return Penned(Written("gone"), frozenset({"referrals/2026"}))

    bridge.write(write)
    screen.waits_for(lambda told: any(isinstance(message, Written) for message in told))
    kinds = [type(message) for message in screen.told]
    assert kinds.index(Written) > [number for number, kind in enumerate(kinds) if kind is SnapshotChanged][1]
    assert len(screen.looks[-1].snapshot.referrals) == 11


def test_the_journal_is_told_once_it_is_read_and_again_when_a_file_changes(
    journal: Path, bridge: Bridge, screen: Screen
) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    assert len(screen.looks[0].snapshot.referrals) == 12
    bridge.work_out("pipeline", screen.looks[0], lambda: "worked out")
    (journal / "referrals/2026/2026-03-10-zoe-varga.yaml").write_text("borrower: Zoë Varga\nsource: online\n", "utf-8")
    screen.waits_for(lambda _: len(screen.looks[-1].snapshot.referrals) == 13)


def test_after_the_start_the_files_are_looked_at_once_more_for_what_changed_meanwhile(
    journal: Path, bridge: Bridge, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: list[bool] = []
    refresh = Workspace.refresh

    def counted(workspace: Workspace, **how: Any) -> bool:
        whole.append(how.get("folders") is None)
        return refresh(workspace, **how)

    monkeypatch.setattr(Workspace, "refresh", counted)
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    path = journal / DANA
    path.write_text(path.read_text("utf-8").replace("Dana Ortiz", "Dana Ortiz-Lee"), "utf-8")
    bridge.work_out("pipeline", screen.looks[0], lambda: "worked out")
    screen.waits_for(lambda _: screen.looks[-1].snapshot.journal.referrals["2026-03-06-dana-ortiz"].name[-3:] == "Lee")
    assert whole.count(True) == 1


def test_unchanged_records_are_the_same_objects_in_the_next_look(bridge: Bridge, screen: Screen) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    bridge.look()
    screen.waits_for(lambda _: len(screen.looks) > 1)
    first, second = screen.looks[0].snapshot.journal, screen.looks[-1].snapshot.journal
    assert all(second.referrals[key] is record for key, record in first.referrals.items())


def test_a_look_knows_which_file_was_renamed_since_the_screen_was_opened(
    journal: Path, bridge: Bridge, screen: Screen
) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    assert screen.looks[0].renamed == {}
    (journal / DANA).rename(journal / DANA.replace("03-06", "03-07"))
    bridge.look()
    screen.waits_for(lambda _: len(screen.looks) > 1)
    assert screen.looks[-1].renamed == {"2026-03-06-dana-ortiz": "2026-03-07-dana-ortiz"}


def test_what_is_wrong_across_records_is_told_after_what_a_view_shows(
    journal: Path, bridge: Bridge, screen: Screen
) -> None:
    path = journal / DANA
    path.write_text(path.read_text("utf-8").replace("sarah-chen", "sara-chen"), "utf-8")
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    assert screen.looks[0].problems == ()
    bridge.work_out("pipeline", screen.looks[0], lambda: "worked out")
    screen.waits_for(lambda _: screen.looks[-1].problems)
    kinds = [type(message) for message in screen.told]
    assert kinds.index(Worked) < kinds.index(SnapshotChanged, kinds.index(Worked))
    assert screen.looks[-1].snapshot is screen.looks[0].snapshot
    assert [problem.path for problem in screen.looks[-1].problems] == [DANA]


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Nobody looks for garbage, as while a screen starts; afterwards everything is looked through again."""
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_what_a_start_has_made_is_never_gone_through_for_garbage(bridge: Bridge, screen: Screen) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    assert not gc.isenabled()
    bridge.work_out("pipeline", screen.looks[0], lambda: "worked out")
    screen.waits_for(lambda _: gc.isenabled())
    assert gc.get_freeze_count() > len(screen.looks[0].snapshot.referrals)


def test_a_program_that_looks_for_garbage_already_goes_on_with_it(bridge: Bridge, screen: Screen) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    ready = threading.Event()
    bridge._get_ready = ready.set
    bridge.work_out("pipeline", screen.looks[0], lambda: "worked out")
    assert ready.wait(PATIENCE)
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)


@pytest.mark.usefixtures("uncollected")
def test_a_journal_that_cannot_be_opened_is_a_sentence(
    bridge: Bridge, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object, **_more: object) -> Workspace:
        raise NoJournalError("This folder is no journal any more.")

    monkeypatch.setattr(Workspace, "open", refused)
    bridge.look()
    screen.waits_for(lambda told: told)
    assert isinstance(screen.told[0], LookFailed)
    assert screen.told[0].sentence == "This folder is no journal any more."
    assert gc.isenabled()


@pytest.mark.parametrize("refused", ["_observer", "watch_tops"], ids=["at the start", "later"])
def test_a_limit_of_the_system_is_told_once_with_what_to_do_and_the_journal_is_polled(
    journal: Path, bridge: Bridge, screen: Screen, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    def advice() -> list[str]:
        return [message.sentence for message in screen.told if isinstance(message, Advised)]

    monkeypatch.setattr(watch, "POLL_SECONDS", 0.2)
    if refused == "_observer":
        monkeypatch.setattr(hints, "_observer", refuse)
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    bridge.work_out("pipeline", screen.looks[0], lambda: "worked out")
    if refused == "watch_tops":
        screen.waits_for(lambda _: bridge._watcher is not None)
        monkeypatch.setattr(hints.Hints, "watch_tops", refuse)
        (journal / "referrals/2027").mkdir()
    screen.waits_for(lambda _: advice() and screen.looks[-1].polling)
    (journal / DANA).unlink()
    screen.waits_for(lambda _: len(screen.looks[-1].snapshot.referrals) == 11)
    (says,) = advice()
    assert says.startswith("The system lets no more folders be watched: the files are looked at every 2 seconds.")
    assert "sudo sysctl fs.inotify.max_user_watches=" in says


def test_a_journal_whose_folder_is_gone_is_told_after_what_it_said_last(
    journal: Path, bridge: Bridge, screen: Screen
) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    journal.rename(journal.with_name("elsewhere"))
    bridge.look()
    screen.waits_for(lambda told: isinstance(told[-1], LookFailed))
    assert isinstance(screen.told[-2], SnapshotChanged)
    assert len(screen.looks[-1].snapshot.referrals) == 12
    journal.with_name("elsewhere").rename(journal)
    bridge.look()
    screen.waits_for(lambda told: isinstance(told[-1], SnapshotChanged))
    assert screen.looks[-1].problems == ()


def test_a_journal_that_is_gone_keeps_its_records_and_the_places_of_its_problems(
    journal: Path, bridge: Bridge, screen: Screen
) -> None:
    path = journal / DANA
    path.write_text(path.read_text("utf-8").replace("sarah-chen", "sara-chen"), "utf-8")
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    bridge.work_out("today", screen.looks[0], lambda: "worked out")
    screen.waits_for(lambda _: screen.looks[-1].problems)
    (before,) = screen.looks[-1].problems
    assert (before.path, before.line > 1) == (DANA, True)
    shutil.rmtree(journal)
    screen.waits_for(lambda told: says(told[-1]).startswith("the folder is gone"))
    bridge.work_out("today", screen.looks[-1], lambda: "worked out")
    screen.waits_for(lambda told: sum(isinstance(message, Worked) for message in told) > 1)
    seen = len(screen.told)
    bridge.look()
    screen.waits_for(lambda told: any(map(says, told[seen + 1 :])))
    assert screen.looks[-1].problems == (before,)
    assert not any(referral.stale for referral in screen.looks[-1].snapshot.journal.referrals.values())


def test_a_folder_in_which_nothing_of_the_journal_is_left_is_told(
    journal: Path, bridge: Bridge, screen: Screen
) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    for entry in journal.iterdir():
        entry.rename(journal.parent / f"away {entry.name}")
    bridge.look()
    screen.waits_for(lambda told: says(told[-1]) == "no journal is in the folder any more; this is what it said last")
    assert len(screen.looks[-1].snapshot.referrals) == 12


def test_a_bridge_that_was_stopped_tells_nothing_more(bridge: Bridge, screen: Screen) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    bridge.stop()
    before = len(screen.told)
    bridge.look()
    bridge.show()
    assert len(screen.told) == before


def test_a_newer_look_may_replace_an_older_one_and_nothing_else(bridge: Bridge, screen: Screen) -> None:
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    message = SnapshotChanged(screen.looks[0])
    assert message.can_replace(SnapshotChanged(screen.looks[0]))
    assert not message.can_replace(LookFailed("x"))


async def test_a_mistake_in_the_program_ends_it_and_is_told_there(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistake(*_args: object, **_more: object) -> Workspace:
        raise ZeroDivisionError

    monkeypatch.setattr(Workspace, "open", mistake)
    app = TrackerApp(journal, today=lambda: TODAY, use_index=False)
    async with app.run_test() as pilot:
        while app.desk is None or app.desk.crash is None:
            await pilot.pause(0.01)
    assert isinstance(app.desk.crash, ZeroDivisionError)
    assert app.return_code == 1


async def test_a_failure_to_look_stands_in_the_status_and_the_records_stay(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(journal, (120, 30)) as person:

        def refused(*_args: object, **_more: object) -> bool:
            raise PermissionError(13, "Permission denied", str(journal))

        monkeypatch.setattr(Workspace, "refresh", refused)
        await person.press("r")
        await person.sees("Permission denied", "Marcus Bell", "10 open")
        monkeypatch.undo()
        await person.press("r")
        await person.misses("Permission denied")


def test_the_clock_of_the_screen_may_be_another_day_than_the_systems(journal: Path, screen: Screen) -> None:
    bridge = Bridge(journal, today=lambda: dt.date(2026, 3, 5), use_index=False, post=screen.post)
    bridge.look()
    screen.waits_for(lambda _: screen.looks)
    bridge.stop()
    assert len(screen.looks[0].snapshot.referrals) == 10
    assert not any(isinstance(message, Crashed) for message in screen.told)
