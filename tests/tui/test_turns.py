"""Keys that wait for the list that they are meant for."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened, press_at_once
from tests.tui.writing import DANA, MARCUS, text
from textual_tracker.tui import turns

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
