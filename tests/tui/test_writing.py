"""Recording with keys: the strip, what is written, the toast, and taking it back."""

from pathlib import Path

import pytest
from textual.events import Paste

from tests.tui.driving import opened, press_at_once
from tests.tui.seeing import PATIENCE
from tests.tui.writing import DANA, MARCUS, text
from textual_tracker.tui.writing import recording

SARAH = "partners/sarah-chen.yaml"


async def test_two_keys_log_a_contact_at_once_and_one_takes_it_back(journal: Path) -> None:
    before = text(journal, MARCUS)
    async with opened(journal, (80, 24)) as person:
        await person.press("3", "j", "j", "c")
        await person.sees("Marcus Bell: contact", "n no answer", "e e-mailed", " esc")
        await person.press("n")
        await person.sees("Marcus Bell: tried (call, no answer) · u undoes it", "4 stalled")
        logged = "  - {date: 2026-03-10, channel: call, result: no_answer}\npartner_updates:"
        assert text(journal, MARCUS) == before.replace("partner_updates:", logged)
        await person.press("u")
        await person.sees("Taken back: Marcus Bell: tried (call, no answer)", "5 stalled")
        assert text(journal, MARCUS) == before
        assert "Marcus Bell" in person.selected


async def test_on_the_row_of_a_partner_it_is_a_touch(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("5")
        await person.sees("waits for word")
        await person.finds(lambda: "Sarah Chen" in person.selected)
        await person.press("c")
        await person.sees("Sarah Chen: touch")
        await person.press("r")
        await person.sees("Sarah Chen: contacted (call, reached)")
    assert text(journal, SARAH).endswith("touches:\n  - {date: 2026-03-10, channel: call, result: reached}\n")


async def test_a_capital_asks_for_a_note_too(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("3", "j", "j", "C")
        await person.sees("Marcus Bell: contact with a note")
        await person.press("r")
        await person.sees("Marcus Bell, reached:")
        await person.type("wants to wait until May")
        await person.sees("reached: wants to wait until May")
        await person.press("enter")
        await person.sees("Marcus Bell: contacted (call, reached)")
    assert "result: reached, note: wants to wait until May}" in text(journal, MARCUS)


async def test_a_key_that_is_none_of_the_choices_is_told_and_does_nothing_else(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("3", "j", "j", "c", "q")
        await person.sees("Marcus Bell: contact", "q does nothing here")
        await person.press("escape", "c", "down")
        await person.sees("down does nothing here")
        assert person.selected.startswith("! Marcus Bell")
        await person.press("escape")
        await person.misses("Marcus Bell: contact")
        await person.press("k")
        assert person.selected.startswith("! Dana Ortiz")


async def test_a_click_on_a_choice_does_it_and_one_beside_the_strip_leaves_it(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("3", "j", "j", "c")
        await person.sees("v voicemail")
        await person.pilot.click(offset=(5, 4))
        await person.misses("v voicemail")
        await person.press("c")
        await person.sees("v voicemail")
        y, line = next((y, line) for y, line in enumerate(person.screen.splitlines()) if "v voicemail" in line)
        name = line.split(":")[0].strip()
        await person.pilot.click(offset=(line.index("v voicemail") + 3, y))
        await person.sees(f"{name}: tried (voicemail, left message)")


async def test_a_query_kept_and_two_keys_in_one_burst_are_for_whom_the_query_finds(journal: Path) -> None:
    marcus = text(journal, MARCUS)
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "j")
        press_at_once(person, "/dana", "enter", "c", "n")
        await person.sees("Dana Ortiz: tried (call, no answer)")
    assert text(journal, MARCUS) == marcus


async def test_writes_in_one_burst_are_for_the_rows_as_they_stood(journal: Path) -> None:
    """Dana Ortiz leaves the list as soon as she is called, and the row below her would be passed over."""
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j")
        assert person.selected.startswith("! Dana Ortiz")
        press_at_once(person, "cnjcvu")
        await person.sees("Taken back: Marcus Bell: tried (voicemail, left message)")
    assert "date: 2026-03-10, channel: call, result: no_answer" in text(journal, DANA)
    assert "2026-03-10" not in text(journal, MARCUS)


async def test_keys_of_a_burst_that_come_after_the_row_has_gone_are_not_for_the_next_row(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "REACTION", PATIENCE)
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "j", "c", "n")
        await person.finds(lambda: person.selected.startswith("! Jo Hale"))
        press_at_once(person, "cn")
        await person.sees("Jo Hale: contact", "the list has just changed: is it this one?")
        monkeypatch.setattr(recording, "REACTION", 0.0)
        await person.press("escape", "c", "n")
        await person.sees("Jo Hale: tried (call, no answer)")


async def test_to_leave_waits_until_all_is_written(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j")
        press_at_once(person, "cnq")
        await person.finds(lambda: person.app._exit)
    assert "2026-03-10" in text(journal, DANA)


async def test_a_letter_that_is_pasted_is_no_key(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "C")
        await person.sees("Dana Ortiz: contact with a note")
        person.app.post_message(Paste("n"))
        await person.press("n")
        await person.sees("Dana Ortiz, no answer:")
        person.app.post_message(Paste("rang\ntwice"))
        await person.sees("no answer: rang twice")
        await person.press("enter")
        await person.sees("Dana Ortiz: tried (call, no answer)")
    assert "note: rang twice}" in text(journal, DANA)


async def test_a_line_that_cannot_be_written_comes_back_as_it_was_typed(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "C", "n")
        await person.sees("Dana Ortiz, no answer:")
        await person.type("rang twice")
        (journal / DANA).chmod(0o444)
        await person.press("enter")
        await person.sees("Dana Ortiz, no answer: rang twice", "is read-only")
        (journal / DANA).chmod(0o644)
        await person.press("enter")
        await person.sees("Dana Ortiz: tried (call, no answer)")


async def test_what_cannot_be_written_without_a_line_is_told_beside(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "c")
        (journal / DANA).write_text("borrower: {name: Dana Ortiz\n", "utf-8")
        await person.press("n")
        await person.sees("cannot be read,", "so nothing is written into it")
    assert text(journal, DANA) == "borrower: {name: Dana Ortiz\n"


async def test_the_palette_has_it_too(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "colon")
        await person.type("contact and")
        await person.press("enter")
        await person.sees("Dana Ortiz: contact with a note")


async def test_a_persons_own_key_takes_the_place_of_the_first_one_alone(journal: Path, tmp_path: Path) -> None:
    settings = tmp_path / "config.yaml"
    settings.write_text("keys: {contact: z, undo: Z}\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_CONFIG", str(settings))
        async with opened(journal, (100, 24)) as person:
            await person.press("3", "j", "z", "n")
            await person.sees("Dana Ortiz: tried (call, no answer) · Z undoes it")
            await person.press("u", "Z")
            await person.sees("Taken back")


@pytest.mark.parametrize("keys", ["1jjjjjj", "2jjj", "3jjjjjj"])
async def test_lines_that_come_and_go_leave_the_list_as_it_stood(journal: Path, keys: str) -> None:
    async with opened(journal, (80, 20)) as person:
        await person.press(*keys)
        before, chosen = person.screen, person.selected
        name = " ".join(chosen.split()[1:3])
        await person.press("x", "l")
        await person.sees(f"{name}, lost because", "never reached")
        lines = person.screen.splitlines()
        assert person.selected == chosen
        assert name in " ".join(lines[:8])
        await person.press("escape")
        assert person.screen == before


async def test_a_text_for_a_partner_is_read_to_its_end(journal: Path) -> None:
    async with opened(journal, (60, 14)) as person:
        await person.press("5", "t")
        await person.sees("Hi Sarah, here is where things stand:", "↓")
        await person.misses("- Lee Ortiz: we have an appointment")
        await person.press("pagedown", "pagedown")
        await person.sees("- Lee Ortiz: we have an appointment", "Sarah Chen: tell", "↑")
        await person.misses("↓", "does nothing here")


async def test_the_line_for_a_long_name_says_what_it_is_for(journal: Path) -> None:
    async with opened(journal, (40, 16)) as person:
        await person.press("3", "j", "f")
        await person.finds(lambda: person.screen.splitlines()[-2].startswith(" next step:"))
