"""Keys that wait for the list that they are meant for."""

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from tests.tui.driving import TODAY, Person, opened, press_at_once
from tests.tui.seeing import PATIENCE
from tests.tui.writing import DANA, MARCUS, files, text
from textual_tracker.errors import TrackerError
from textual_tracker.tui import turns
from textual_tracker.tui.app import TrackerApp
from textual_tracker.workspace import Workspace

KAI = "referrals/2026/2026-03-03-kai-brooks.yaml"


async def test_a_view_that_is_asked_for_and_keys_for_its_rows_in_one_burst(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        press_at_once(person, "3jjcn")
        await person.sees("Marcus Bell: tried (call, no answer)")


async def test_an_order_and_a_key_in_one_burst_are_for_the_row_that_then_is_first(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        press_at_once(person, "Sgcn")
        await person.sees("tried (call, no answer)")
    assert "2026-03-10, channel: call, result: no_answer" in text(journal, KAI)


async def test_the_phone_and_the_id_that_are_copied_are_those_of_whom_the_query_finds(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        press_at_once(person, "/marcus", "enter", "y")
        await person.sees("555-0117 copied")
        press_at_once(person, "/", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
        press_at_once(person, "dana", "enter", "Y")
        await person.sees("2026-03-06-dana-ortiz copied")


async def test_a_list_that_never_comes_is_told_and_the_keys_are_forgotten(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.05)
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j")
        await person.sees("5 stalled")
        never_answered(person)
        press_at_once(person, "cn")
        await person.sees("still being worked out", "nothing was done")
    assert "2026-03-10" not in text(journal, DANA) + text(journal, MARCUS)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """The journal is read when this is set, and not before."""
    read = threading.Event()
    original = Workspace.open

    def wait(*args: Any, **kwargs: Any) -> Workspace:
        assert read.wait(PATIENCE)
        return original(*args, **kwargs)

    monkeypatch.setattr(Workspace, "open", wait)
    return read


async def test_keys_that_come_before_the_journal_is_shown_wait_and_write_for_nobody_who_was_not_seen(
    journal: Path, slow: threading.Event
) -> None:
    before = dict(files(journal))
    app = TrackerApp(journal, today=lambda: TODAY, use_index=False)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        person = Person(app, pilot)
        press_at_once(person, "c")
        await person.finds(lambda: app.desk is not None and app.desk.is_attached)
        press_at_once(person, "n")
        slow.set()
        await person.sees(": contact", "the list has just changed: is it this one?")
    assert dict(files(journal)) == before


@pytest.mark.parametrize("key", ["u", "e"])
async def test_nothing_is_taken_back_or_opened_by_a_key_from_before_anything_was_shown(
    journal: Path, slow: threading.Event, key: str
) -> None:
    app = TrackerApp(journal, today=lambda: TODAY, use_index=False)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        person = Person(app, pilot)
        await app.on_event(Key(key, key))
        slow.set()
        await person.sees(f"{key} was pressed before anything was shown")


async def test_before_the_frame_knows_the_journal_keys_wait_too(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = TrackerApp._begin

    async def typed_on(app: TrackerApp) -> None:
        assert app.desk is None
        for key in "3jj":
            await app.on_event(Key(key, key))
        await begin(app)

    monkeypatch.setattr(TrackerApp, "_begin", typed_on)
    async with opened(journal, (100, 24)) as person:
        await person.finds(lambda: person.selected.startswith("! Marcus Bell"))


async def test_a_journal_that_cannot_be_read_keeps_no_key_waiting(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Workspace:
        raise TrackerError("This journal is of another world.")

    monkeypatch.setattr(Workspace, "open", refuse)
    app = TrackerApp(journal, today=lambda: TODAY, use_index=False)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        person = Person(app, pilot)
        await person.finds(lambda: app.desk is not None and app.desk.is_unreadable)
        await person.press("j", "q")
        assert app._exit


def never_answered(person: Person) -> None:
    """The view is asked something else, and the thread that works it out does not answer."""
    person.desk.bridge.work_out = lambda *_, **__: None  # type: ignore[method-assign] # it answers nothing
    person.desk.view.outdate()


async def test_on_a_terminal_without_room_for_a_list_nothing_is_written(journal: Path) -> None:
    async with opened(journal, (38, 9)) as person:
        await person.press("3", "j", "c", "n", "plus", "c", "o")
        assert not person.desk.foot.is_open
    assert "2026-03-10" not in text(journal, DANA) + text(journal, MARCUS)


async def test_the_list_stays_as_it_is_between_two_keys_of_a_burst(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_on = [True]
    async with opened(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        before = person.list
        monkeypatch.setattr(person.desk, "is_typed_on", lambda: typed_on[0])
        person.app.action_act("reverse")
        await person.finds(lambda: person.desk._worked)
        assert person.list == before
        typed_on[0] = False
        await person.finds(lambda: person.list != before)
