"""The lines above the keys: what they take, when they go, and that nothing is written by them unseen."""

from pathlib import Path

from textual.events import Key

from tests.tui.driving import opened
from tests.tui.test_problems import broken
from tests.tui.writing import DANA, files, goes_to, text

KAI = "referrals/2026/2026-03-03-kai-brooks.yaml"


async def test_a_line_that_is_not_seen_takes_no_keys_and_is_there_again_with_the_room(journal: Path) -> None:
    before = dict(files(journal))
    async with opened(journal, (80, 24)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("x", "l")
        await person.sees("Kai Brooks, lost because:")
        await person.pilot.resize_terminal(30, 8)
        await person.type("never")
        await person.press("enter", "j")
        assert dict(files(journal)) == before
        await person.pilot.resize_terminal(80, 24)
        await person.sees("Kai Brooks, lost because:", "a part of the reason")
        await person.type("never")
        await person.press("enter")
        await person.sees("Kai Brooks: lost (never reached)")


async def test_a_strip_that_is_not_seen_can_be_left_and_so_can_the_screen(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("c")
        await person.pilot.resize_terminal(30, 8)
        await person.press("n", "escape")
        assert not person.desk.foot.is_open
        await person.pilot.resize_terminal(80, 24)
        await person.press("c")
        await person.pilot.resize_terminal(30, 8)
        await person.press("q")
        assert person.app._exit
    assert "2026-03-10" not in text(journal, KAI)


async def test_escape_and_a_letter_in_one_read_are_two_keys(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "c")
        await person.sees("Dana Ortiz: contact")
        person.app.post_message(Key("alt+j", "j"))
        await person.misses("Dana Ortiz: contact")
        await person.finds(lambda: person.selected.startswith("! Marcus Bell"))
        await person.press("C", "n")
        await person.type("rang")
        person.app.post_message(Key("alt+shift+c", "C"))
        await person.sees("Marcus Bell: contact with a note")
    assert "2026-03-10" not in text(journal, DANA)


async def test_a_second_key_that_is_none_of_the_choices_leaves_the_strip(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "c", "k")
        await person.sees("k does nothing here")
        await person.press("k")
        await person.misses("Dana Ortiz: contact")
        await person.press("c", "k", "n")
        await person.sees("Dana Ortiz: tried (call, no answer)")


async def test_a_line_is_written_by_the_second_enter_where_its_record_has_just_changed(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("x", "l")
        await person.type("never")
        rewrite(journal, KAI, text(journal, KAI) + "outcome: {status: nurture, revisit: 2026-09-01}\n")
        await person.press("enter")
        await person.sees("Kai Brooks's file has just changed; nothing was written. Look again. Enter writes it")
        assert "never_reached" not in text(journal, KAI)
        await person.press("enter")
        await person.sees("Kai Brooks: lost (never reached)")
    assert "reason: never_reached" in text(journal, KAI)


async def test_what_nobody_replaces_may_have_changed_meanwhile(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("f")
        await person.type("fri call")
        rewrite(journal, KAI, text(journal, KAI) + "tags: [first_home]\n")
        await person.press("enter")
        await person.sees("Kai Brooks: next step Fri 13 Mar")
    assert "tags: [first_home]" in text(journal, KAI)


def rewrite(journal: Path, path: str, to: str) -> None:
    """Let another program write."""
    (journal / path).write_text(to, "utf-8")


async def test_a_click_in_the_bar_does_not_lose_what_is_typed(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Kai Brooks")
        y, line = len(person.screen.splitlines()) - 1, person.screen.splitlines()[-1]
        await person.press("o")
        await person.type("Rosa Diaz")
        await person.pilot.click(offset=(line.index("c contact") + 1, y))
        await person.sees("New referral: Rosa Diaz", "enter writes it  esc leaves the line")
        assert "c contact" not in person.screen
        await person.press("escape")
        await person.pilot.click(offset=(line.index("c contact") + 1, y))
        await person.sees("Kai Brooks: contact", "esc leaves")


async def test_what_ends_a_contract_or_an_application_is_asked_once_more(journal: Path) -> None:
    before = dict(files(journal))
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Priya Nair")
        for key, said in {"f": "fell through", "d": "denied", "w": "withdrawn", "i": "incomplete"}.items():
            await person.press("p", key)
            await person.sees(f"Priya Nair: {said}?  y yes, {said}")
            await person.press("escape")
    assert dict(files(journal)) == before


async def test_an_appointment_that_was_held_is_not_offered_again_and_none_is_made_for_a_day_past(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Lee Ortiz")
        await person.press("a", "h")
        await person.sees("Lee Ortiz: appointment held")
        await goes_to(person, "Lee Ortiz")
        await person.press("a")
        await person.sees("Lee Ortiz: appointment  space or a day at once")
        await person.press("space")
        await person.type("yesterday")
        await person.press("enter")
        await person.sees("Mon 9 Mar is past; where they met, leave this with esc")


async def test_in_a_shared_journal_it_is_asked_who_reached_them(journal: Path) -> None:
    rewrite(journal, "journal.yaml", "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\n")
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("c")
        await person.sees("Kai Brooks: contact, by whom?  1 Ana Rivera  2 Maria Soto")
        await person.press("2", "r")
        await person.sees("Kai Brooks: contacted (call, reached)")
        assert "--by" not in person.screen
    assert "result: reached, by: maria}" in text(journal, KAI)


async def test_a_click_in_the_status_bar_does_not_lead_away_from_what_is_typed(journal: Path) -> None:
    broken(journal)
    async with opened(journal, (120, 30)) as person:
        await person.press("2", "o")
        await person.type("Rosa Diaz")
        await person.pilot.click(offset=(person.screen.splitlines()[0].index("✗") + 1, 0))
        await person.sees("New referral: Rosa Diaz", "What you typed is not written yet")
        assert person.desk.view.id == "pipeline"
