"""Today in other states: filtered, with nothing to do, at midnight, in every size; and as it was last agreed."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tests.tui.day import DANA, SATURDAY, goes_to, many_new, nobody_waits, rows, set_up, write
from tests.tui.driving import TODAY, opened
from tests.tui.test_screens import SCREENS, UPDATE


async def test_a_query_filters_every_section_and_its_partners(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press("slash")
        await person.type("chen")
        await person.sees("4 of 10")
        assert rows(person)[1:10] == [
            "CALL 2 1 stalled, 1 at risk",
            "! Dana Ortiz no attempt 2 working days 555-0142",
            "· Tom Baker next step: collect pay… today 555-0119",
            "APPOINTMENTS 1",
            "Lee Ortiz appointment 14:00 555-0146",
            "TELL THE PARTNER 1",
            "! Sarah Chen Dana Ortiz: not thanke… 2 working days 555-0199",
            "TODAY calls 0/15 ░░░░░░ follow-ups 0/8 ░░░░░░ notes 0/3 ░░░░░░",
            "PIPELINE 3 open · $1.1M New 1 $385k Appointment 1 $310k",
        ]
        await person.press("enter")
        await person.sees("Next: call Dana Ortiz 555-0142", "/chen  4 of 10  esc clears")


async def test_found_nothing_says_how_to_see_the_day_again(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press("slash")
        await person.type("zzz")
        await person.press("enter")
        await person.sees("Nobody who matches waits for you today. esc clears the query.", "0 of 10")
        await person.press("escape")
        await person.sees("DEADLINES 1")


@pytest.mark.parametrize("query", ["officer:maria", 'officer:"maria soto"', "hers"])
async def test_in_a_shared_journal_an_officer_filters_rows_and_counters(journal: Path, query: str) -> None:
    settings = (journal / "journal.yaml").read_text("utf-8")
    (journal / "journal.yaml").write_text(
        settings.replace("officer: Ana Rivera", "officers: {ana: Ana Rivera, maria: Maria Soto}").replace(
            "queries: {", "queries: {hers: 'officer:\"maria\"', "
        ),
        "utf-8",
    )
    shutil.rmtree(journal / "activity")
    text = (journal / DANA).read_text("utf-8")
    (journal / DANA).write_text(f"{text}officer: maria\n", "utf-8")
    write(journal, "activity/maria/2026/2026-03-10.yaml", "calls: 5\n")
    write(journal, "activity/ana/2026/2026-03-10.yaml", "calls: 2\n")
    async with opened(journal, (200, 40)) as person:
        await person.sees("calls 7/30")
        await person.finds(lambda: "call now Sarah Chen Maria Soto" in " ".join(rows(person)))
        assert "do it Sarah Chen Maria Soto" in " ".join(rows(person))
        await person.press("slash")
        await person.type(query)
        await person.sees("calls 5/15", "Dana Ortiz", "Maria Soto")
        await person.misses("Marcus Bell", "Priya Nair")
        await person.sees("9 open referrals are no officer's")


async def test_when_nobody_waits_it_says_so_and_which_key_to_press(journal: Path) -> None:
    nobody_waits(journal)
    async with opened(journal) as person:
        assert person.screen.splitlines()[1].strip() == "Nobody is waiting for you."
        await person.sees("Nobody is waiting for you. 2 shows the pipeline, 4 how the year goes.", "1 open · $520k")


async def test_a_day_without_work_says_which_it_is(journal: Path) -> None:
    async with opened(journal, (120, 40), today=lambda: SATURDAY) as person:
        await person.sees("no working day")
    set_up(journal, "days_off: [2026-03-10]\n")
    async with opened(journal, (120, 40)) as person:
        await person.sees("a day off")
    (journal / "journal.yaml").write_text("goals: {daily: {calls: 15}}\nholidays: [2026-03-10]\n", "utf-8")
    nobody_waits(journal)
    async with opened(journal, (120, 40)) as person:
        await person.sees("Nobody is waiting for you. Today is a holiday.")


async def test_an_empty_journal_says_how_the_first_referral_is_written(journal: Path) -> None:
    shutil.rmtree(journal / "referrals")
    async with opened(journal) as person:
        await person.sees("Nobody is waiting for you.", "No referrals yet.", "borrower: Dana Ortiz")


async def test_a_file_that_cannot_be_read_stands_above_everything(journal: Path) -> None:
    (journal / DANA).write_text("borrower: {{\n", "utf-8")
    async with opened(journal) as person:
        await person.finds(lambda: rows(person)[1:3] == ["CANNOT BE READ 1", rows(person)[2]])
        assert rows(person)[2].startswith(f"✗ {DANA}:1")
        await person.press("enter")
        await person.sees("-dana-ortiz.yaml")


async def test_enter_opens_the_referral_over_a_narrow_list_and_escape_closes_it(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press("j", "enter")
        await person.sees("stage       received, 4 days", "enter close")
        await person.press("escape")
        await person.sees("DEADLINES 1")
        assert person.selected.startswith("! Dana Ortiz")


async def test_at_midnight_the_day_is_another(journal: Path) -> None:
    day = [TODAY]
    async with opened(journal, (120, 40), today=lambda: day[0]) as person:
        await person.sees("Lee Ortiz         appointment", "·  田中さくら")
        day[0] = TODAY + dt.timedelta(days=1)
        await person.sees("!  田中さくら")
        assert "! Lee Ortiz held or no-show? yesterday 14:00 555-0146" in " ".join(rows(person))


async def test_a_terminal_that_grows_shows_more_of_every_section(journal: Path) -> None:
    many_new(journal, 50)
    async with opened(journal, (80, 16)) as person:
        await person.sees("New 000")
        few = sum("New 0" in line for line in rows(person))
        await person.pilot.resize_terminal(80, 40)
        await person.finds(lambda: sum("New 0" in line for line in rows(person)) > few + 10)


SHOWN = {
    "today": (),
    "today-many": ("j", "j"),
    "today-detail": ("j", "enter"),
    "today-partner": (),
    "today-query": ("slash", "c", "h", "e", "n", "enter"),
    "today-empty": (),
}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=["60x20", "80x24", "120x40"])
@pytest.mark.parametrize("name", SHOWN)
async def test_the_screen_is_as_it_was_last_agreed(journal: Path, name: str, size: tuple[int, int]) -> None:
    if name == "today-empty":
        shutil.rmtree(journal / "referrals")
    if name == "today-many":
        many_new(journal, 30)
        set_up(journal, "week: {tue: updates}\n")
        write(journal, "activity/2026/2026-03-10.yaml", "calls: 15\nfollow_ups: 3\nconversations: 2\n")
    async with opened(journal, size) as person:
        if name == "today-partner":
            await goes_to(person, "! Sarah Chen")
            await person.press("enter")
        else:
            await person.press(*SHOWN[name])
        if name == "today-query":
            await person.sees("/chen  4 of 10")
        await person.pilot.pause()
        shown = person.screen + "\n"
    file = SCREENS / f"{name}-{size[0]}x{size[1]}.txt"
    if UPDATE:
        file.write_text(shown, "utf-8")
    assert shown == file.read_text("utf-8")
