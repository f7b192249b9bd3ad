"""`/`: the query language of the command line, live."""

import asyncio
import string
from pathlib import Path

import pytest
from textual.events import Paste

from tests.tui.driving import Person, copied, opened, opened_at_pipeline, press_at_once


async def test_the_list_narrows_with_every_letter_and_says_how_much_is_found(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 24)) as person:
        await person.press("2", "slash")
        await person.sees("is:stalled partner:chen")
        await person.type("partner:chen")
        await person.sees("4 of 11", "3 open · $1.1M")
        await person.misses("Marcus Bell")


async def test_enter_keeps_the_query_and_escape_clears_it(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 24)) as person:
        await person.press("2", "slash")
        await person.type("kai")
        await person.sees("1 of 11")
        await person.press("enter")
        await person.sees("/kai  1 of 11  esc clears")
        assert person.selected == "· Kai Brooks 4d"
        await person.press("escape")
        await person.misses("esc clears")
        await person.sees("10 open", "Marcus Bell")


async def test_while_typing_letters_are_letters_and_arrows_move_in_the_list(journal: Path) -> None:
    async with opened_at_pipeline(journal, (100, 24)) as person:
        await person.press("3", "slash")
        await person.type("q")
        await person.press("backspace", "down", "down")
        assert person.selected.startswith("! Marcus Bell")
        await person.press("escape")
        await person.sees("3 Stalled")
        assert person.selected.startswith("! Marcus Bell")


async def test_a_query_that_makes_no_sense_is_told_beside_it_and_the_list_stays(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 24)) as person:
        await person.press("2", "slash")
        await person.type("marcus amount:>many")
        await person.sees('"amount:" needs a number', "Marcus Bell", "1 open")
        await person.press("enter")
        await person.type("x")
        await person.sees("amount:>manyx")
        await person.press("escape")
        await person.misses("marcus")
        await person.sees("10 open", "Kai Brooks")


async def test_a_row_that_the_query_hid_is_selected_again_when_it_is_cleared(journal: Path) -> None:
    async with opened_at_pipeline(journal, (100, 24)) as person:
        await person.press("3", "j", "j")
        assert person.selected.startswith("! Marcus Bell")
        await person.press("slash")
        await person.type("hale")
        await person.sees("1 of 8")
        await person.finds(lambda: person.selected.startswith("! Jo Hale"))
        await person.press("escape")
        await person.finds(lambda: person.selected.startswith("! Marcus Bell"))


async def test_found_nothing_differs_from_nothing_there(journal: Path) -> None:
    async with opened_at_pipeline(journal, (100, 24)) as person:
        await person.press("2", "slash")
        await person.type("zzz")
        await person.sees("0 of 11", "Nobody in the pipeline matches. esc clears the query.")
        await person.press("enter", "3", "slash")
        await person.type("zzz")
        await person.sees("Nobody who is stalled matches.")


async def test_a_saved_query_of_the_journal_is_known(journal: Path) -> None:
    async with opened_at_pipeline(journal, (100, 24)) as person:
        await person.press("2", "slash")
        await person.type("big")
        await person.sees("4 of 11")


async def test_each_view_has_a_query_of_its_own(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 24)) as person:
        await person.press("2", "slash")
        await person.type("kai")
        await person.press("enter", "3")
        await person.sees("5 stalled, 3 at risk")
        await person.press("2")
        await person.sees("/kai  1 of 11")
        await person.press("slash")
        await person.type("zz")
        await person.sees("0 of 11")


async def test_a_field_that_is_not_typed_to_its_end_does_not_empty_the_list(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 24)) as person:
        await person.press("2", "slash")
        await person.type("kai amo")
        await person.sees("/kai amo", "1 open")
        await person.type("unt:")
        await person.sees("/kai amount:", "1 open")
        await person.type(">1")
        await person.sees("/kai amount:>1", "1 of 11")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_what_is_wrong_with_a_query_is_told_to_its_end_where_there_is_no_room_beside_it(
    journal: Path, size: tuple[int, int]
) -> None:
    async with opened_at_pipeline(journal, size) as person:
        await person.press("2", "slash")
        await person.type("stage:nowhere")
        await person.sees("nurture, lost.")
        told = " ".join(person.screen.split())
        assert '"stage:nowhere": there is no such stage. Known: received, attempting,' in told
        assert "/stage:nowhere" in told
        assert "1 of" not in told
        await person.press(*["backspace"] * len("nowhere"))
        await person.type("lost")
        await person.sees("0 of 11")
        await person.misses("there is no such stage")


async def test_it_goes_beside_the_query_when_the_terminal_grows(journal: Path) -> None:
    async with opened_at_pipeline(journal, (60, 20)) as person:
        await person.press("2", "slash")
        await person.type("amount:>many")
        await person.sees("is none.")
        await person.pilot.resize_terminal(140, 30)
        await person.finds(lambda: person.screen.splitlines()[-2].endswith('"many" is none.'))


async def pasted(person: Person, text: str) -> None:
    person.app.post_message(Paste(text))
    await person.pilot.pause()


async def test_what_is_pasted_becomes_one_harmless_line(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "slash")
        await person.sees("/stage:contacted")
        await pasted(person, "dana\r\n\tor\x1b[31mtiz\n\n")
        await person.sees("/dana or[31mtiz", "0 of 8")
        await person.press("home", "delete", "D")
        await person.sees("/Dana or[31mtiz")
        await person.press("escape", "slash")
        await pasted(person, "\n")
        await pasted(person, "x" * 500_000)
        await person.sees("0 of 8", "xxx")
        await person.press("escape")
        await person.sees("5 stalled, 3 at risk")


async def test_a_query_in_any_script_and_of_any_length_can_be_typed_and_mended(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("3", "slash")
        await person.type("田中")
        await person.sees("/田中", "1 of 8")
        await pasted(person, " " + "lö" * 200)
        await person.sees("0 of 8", "lölö")
        await person.press("ctrl+w")
        await person.sees("/田中", "1 of 8")
        await person.press("home", "-")
        await person.sees("/-田中", "7 of 8")


async def test_a_query_typed_before_its_view_is_on_the_screen_is_not_taken_for_commands(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        press_at_once(person, "3/marq")
        await person.sees("/marq", "0 of 8")
    assert person.app.return_value is None


async def test_letters_keep_their_order_while_the_line_takes_over_the_keys(journal: Path) -> None:
    letters = string.ascii_lowercase * 2
    async with opened(journal, (120, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        for key in ("/", *letters):
            press_at_once(person, key)
            await asyncio.sleep(0)  # a round of the loop: some come before the line has the keys, and some after
        await person.sees(f"/{letters}", "0 of 8")


async def test_a_query_gone_on_with_is_gone_on_with_at_its_end(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("3", "slash", "m", "enter")
        await person.sees("/m  ")
        press_at_once(person, "/arcus")
        await person.sees("/marcus", "1 of 8")


async def test_enter_right_after_the_query_keeps_it(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        press_at_once(person, "3/hale", "enter")
        await person.sees("/hale  1 of 8  esc clears")
        await person.finds(lambda: person.selected.startswith("! Jo Hale"))


async def test_keys_that_mend_the_query_keep_their_place_among_the_letters(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        press_at_once(person, "3/danx", "backspace", "a", "home", "-")
        await person.sees("/-dana ", "7 of 8")
        press_at_once(person, "x", "delete", "escape", "/", "h", "a", "l", "e")
        await person.sees("/hale ", "1 of 8")


async def test_the_key_after_enter_is_a_command_at_once(journal: Path) -> None:
    async with opened(journal, (120, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        press_at_once(person, "/bell", "enter", "5")
        await person.sees("Waiting for word")
        press_at_once(person, "3")
        await person.sees("/bell  1 of 8  esc clears")
        press_at_once(person, "/", "x", "enter", "escape", "8")
        await person.sees("8 Problems", "no errors")
        press_at_once(person, "3")
        await person.sees("5 stalled, 3 at risk")


async def test_what_is_pasted_keeps_its_place_among_the_letters(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        press_at_once(person, "3/h")
        person.app.post_message(Paste("al"))
        press_at_once(person, "e")
        await person.sees("/hale ", "1 of 8")


async def test_beside_a_query_that_is_typed_the_detail_takes_commands(journal: Path) -> None:
    async with opened(journal, (120, 24)) as person:
        await person.press("3", "slash", "h", "tab", "q")
    assert person.app.return_value == 0


async def test_what_is_wrong_with_a_query_stays_told_when_a_record_changes(tmp_path: Path) -> None:
    journal = copied(tmp_path)
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "slash")
        await person.type("is:stald")
        await person.sees('Did you mean "stalled"?', "5 stalled, 3 at risk")
        bell = journal / "referrals" / "2026" / "2026-03-02-marcus-bell.yaml"
        bell.write_text(bell.read_text().replace("Marcus Bell", "Marcus Belling"))
        person.desk.do_reload()
        await person.sees("Marcus Belling", 'Did you mean "stalled"?')


@pytest.mark.parametrize(("view", "typo"), [("3", "stge:x"), ("5", "stage:contacted")])
async def test_a_word_with_a_typo_is_as_if_it_were_not_there(journal: Path, view: str, typo: str) -> None:
    async with opened(journal, (160, 24)) as person:
        await person.press(view)
        await person.still()
        before = person.list
        await person.press("slash", *typo[:4])
        await person.misses(*before[1:4])
        await person.press(*typo[4:])
        await person.sees(f'"{typo.partition(":")[0]}:" is not something to search')
        assert person.list == before[:-1]  # the line of the query is below it
