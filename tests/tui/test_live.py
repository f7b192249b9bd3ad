"""Files change underneath; the screen follows without a key."""

import datetime as dt
import shutil
import time
from pathlib import Path

from tests.tui.driving import TODAY, opened_at_pipeline

MARCUS = "referrals/2026/2026-03-02-marcus-bell.yaml"
DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"


def edit(path: Path, old: str, new: str) -> None:
    """What an editor does when it saves."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


async def test_a_contact_that_is_written_down_moves_the_card(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        await person.press("j")
        assert person.selected == "! Marcus Bell 8d"
        with (journal / MARCUS).open("a", encoding="utf-8") as file:
            file.write("log:\n  - {date: 2026-03-10, note: wrote him a card}\n")
        edit(journal / MARCUS, "channel: text, result: no_answer", "channel: text, result: reached")
        await person.finds(lambda: person.selected == "Marcus Be… 5d")
        await person.sees("2 · $635k")


async def test_a_new_file_is_a_new_card_and_a_deleted_one_is_gone(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        (journal / "referrals/2026/2026-03-10-zoe-varga.yaml").write_text(
            "borrower: Zoë Varga\nsource: online\n", "utf-8"
        )
        await person.sees("Zoë Varga", "11 open", "13 referrals")
        (journal / MARCUS).unlink()
        await person.misses("Marcus Bell")
        await person.sees("10 open")
        assert person.selected == "! Dana Ortiz 4d"


async def test_the_selection_stays_on_its_referral_while_rows_come_above_it(journal: Path) -> None:
    async with opened_at_pipeline(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("Jo Hale")
        await person.press("j", "j", "j")
        assert person.selected.startswith("! Jo Hale")
        (journal / "referrals/2026/2026-03-09-ann-new.yaml").write_text("borrower: Ann New\nsource: online\n", "utf-8")
        await person.sees("Ann New")
        assert person.selected.startswith("! Jo Hale")


async def test_a_renamed_file_is_another_record_and_nothing_stays_of_the_old_one(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        (journal / MARCUS).rename(journal / "referrals/2026/2026-03-03-marcus-bell.yaml")
        await person.press("3")
        await person.sees("Marcus Bell", "12 referrals")
        await person.finds(lambda: person.screen.count("Marcus Bell") == 1)


async def test_a_file_that_breaks_keeps_its_last_good_record_marked_until_it_is_mended(journal: Path) -> None:
    good = (journal / DANA).read_text("utf-8")
    async with opened_at_pipeline(journal, (120, 40)) as person:
        await person.press("3")
        await person.sees("Dana Ortiz")
        (journal / DANA).write_text(good.replace("loan: {", "loan: {{"), "utf-8")
        await person.sees(f"✗  {DANA}:8", "cannot be read", "!✗ Dana Ortiz", "✗ 1 problem", "1 file cannot be read")
        assert person.list[1].startswith(f" ✗  {DANA}:8")
        await person.press("2")
        await person.sees("!✗ Dana Ortiz", "1 file cannot be read")
        await person.press("8")
        await person.sees("1 error", "-dana-ortiz.yaml:8")
        (journal / DANA).write_text(good.replace("fha", "va"), "utf-8")
        await person.sees("Nothing is wrong in any file.")
        await person.misses("✗")
        await person.press("2")
        await person.sees("! Dana Ortiz", "10 open")
        assert "✗" not in person.screen


async def test_an_error_drops_its_field_and_marks_the_referral(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 40)) as person:
        edit(journal / DANA, "program: fha", "program: fhaa")
        await person.sees("!✗ Dana Ortiz", "✗ 1 problem")
        await person.press("enter")
        await person.sees("✗ line 8:", "fha")
        edit(journal / DANA, "program: fhaa", "program: va")
        await person.misses("✗")
        await person.sees("purchase · VA · $385,000")


async def test_settings_that_change_change_what_fires(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        await person.press("2")
        await person.sees("5 stalled, 3 at risk")
        with (journal / "journal.yaml").open("a", encoding="utf-8") as file:
            file.write("stalled: {no_answer: [5, 9]}\n")
        await person.sees("4 stalled, 3 at risk")


async def test_at_midnight_every_number_is_of_the_new_day(journal: Path) -> None:
    day = [TODAY]
    async with opened_at_pipeline(journal, (120, 30), today=lambda: day[0]) as person:
        await person.press("2")
        await person.sees("10 open")
        assert person.selected == "! Dana Ortiz 4d"
        day[0] = TODAY + dt.timedelta(days=1)
        await person.sees("Wed 11 Mar 2026")
        await person.finds(lambda: person.selected == "! Dana Ortiz 5d")


async def test_a_journal_that_disappears_is_told_keeps_what_it_said_and_comes_back_by_itself(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        away = journal.with_name("elsewhere")
        shutil.move(journal, away)
        await person.sees("the folder is gone", "12 referrals", "Marcus Bell")
        shutil.move(away, journal)
        await person.misses("the folder is gone")
        await person.sees("12 referrals", "Marcus Bell")
        await person.misses("✗")
        edit(journal / MARCUS, "name: Marcus Bell", "name: Mark Bell")
        await person.sees("Mark Bell")


async def test_a_journal_that_is_deleted_is_told_and_one_put_in_its_place_is_shown(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        copy = shutil.copytree(journal, journal.with_name("copy"))
        shutil.rmtree(journal)
        await person.sees("the folder is gone", "Marcus Bell")
        (copy / MARCUS).unlink()
        shutil.move(copy, journal)
        await person.sees("9 open", "11 referrals")
        await person.misses("the folder is gone")


async def test_a_file_written_piece_by_piece_never_shows_a_problem(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        text = (journal / MARCUS).read_text("utf-8").replace("Marcus Bell", "Mark Bell")
        half = text.index("loan: {") + len("loan: {")
        looks = [person.desk.look]
        with (journal / MARCUS).open("w", encoding="utf-8") as file:
            for piece in ("", text[:half], text[half:]):
                file.write(piece)
                file.flush()
                start = time.monotonic()
                while time.monotonic() - start < 0.25:
                    await person.pilot.pause(0.01)
                    looks.append(person.desk.look)
        await person.sees("Mark Bell")
        assert [look.problems for look in looks if look is not None and look.problems] == []


async def test_a_hundred_files_that_change_at_once_are_all_shown(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        for number in range(100):
            path = journal / f"referrals/2026/2026-03-10-person-{number}.yaml"
            path.write_text(f"borrower: Person {number}\nsource: online\n", "utf-8")
        await person.sees("110 open", "112 referrals")


async def test_r_looks_again(journal: Path) -> None:
    async with opened_at_pipeline(journal) as person:
        shown = person.desk.look
        await person.press("r")
        await person.finds(lambda: person.desk.look is not shown)
        await person.sees("10 open")
