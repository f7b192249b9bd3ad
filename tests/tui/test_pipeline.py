"""Pipeline: the board and the table."""

from pathlib import Path

from tests.tui.driving import opened_at_pipeline


async def test_the_board_shows_each_stage_with_count_and_dollars_and_cards_with_days_and_what_fires(
    journal: Path,
) -> None:
    async with opened_at_pipeline(journal, (150, 24)) as person:
        assert person.screen.splitlines()[1] == " 10 open · $4.3M · 5 stalled, 3 at risk"
        heads = [person.list[0].split("  "), person.list[1].split("  ")]
        assert [text.strip() for text in heads[0] if text.strip()] == [
            "New",
            "Contacted",
            "Appointment",
            "Application",
            "Pre-approved",
            "In process",
            "Closed this month",
        ]
        assert [text.strip() for text in heads[1] if text.strip()] == [
            "4 · $2.0M",
            "1 · $290k",
            "2 · $715k",
            "1 · $355k",
            "1 · $520k",
            "1 · $400k",
            "1 · $488k",
        ]
        assert person.list[3].split() == [
            *("!", "Dana", "Ortiz", "4d"),
            *("·", "Kai", "Brooks", "4d"),
            *("!", "Jo", "Hale", "7d"),
            *("·", "Tom", "Baker", "1d"),
            *("Ana", "Gómez", "12d"),
            *("!", "Priya", "Nair", "18d"),
            *("Keiko", "Marsh"),
        ]
        assert "no attempt   $385k" in person.list[4]
        assert "Tue 3 Mar" in person.list[4]


async def test_cards_are_walked_with_the_keys_of_vi_and_with_arrows(journal: Path) -> None:
    async with opened_at_pipeline(journal, (130, 30)) as person:
        assert person.selected == "! Dana Ortiz 4d"
        await person.press("j")
        assert person.selected == "! Marcus Bell 8d"
        await person.press("l")
        assert person.selected == "· Kai Brooks 4d"
        await person.press("right")
        assert person.selected == "! Jo Hale 7d"
        await person.press("down")
        assert person.selected == "Lee Ortiz 1d"
        await person.press("h", "left", "G")
        assert person.selected == "! Chloe Radić 71d"
        await person.press("g", "J")
        assert person.selected == "! Chloe Radić 71d"
        await person.press("K")
        assert person.selected == "! Dana Ortiz 4d"
        await person.press("end", "home", "pagedown", "pageup", "k", "up")
        assert person.selected == "! Dana Ortiz 4d"


async def test_stages_out_of_view_are_named_and_come_with_the_selection(journal: Path) -> None:
    async with opened_at_pipeline(journal, (60, 20)) as person:
        assert person.list[0] == "  Application 1 · Pre-approved 1 · In process 1 · Closed th…"
        await person.press("l", "l", "l")
        assert person.list[0].startswith(" ‹ New 4")
        assert person.selected == "· Tom Baker 1d"


async def test_b_turns_the_board_into_a_table_and_back_with_the_same_selection(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 40)) as person:
        await person.press("l")
        await person.press("b")
        await person.sees("what fires", "amount")
        assert person.selected.startswith("· Kai Brooks contacted 4d no appointment $290k Mike Tran 555-0128")
        assert person.list[1] == " New  4 · $2.0M"
        await person.press("k")
        assert person.selected.startswith("! Chloe Radić")
        await person.press("b")
        await person.misses("what fires")
        assert person.selected == "! Chloe Rad… 71d"


async def test_enter_opens_the_detail_over_a_narrow_board_and_escape_closes_it(journal: Path) -> None:
    async with opened_at_pipeline(journal) as person:
        await person.press("enter")
        await person.sees(
            "Dana Ortiz",
            "from Sarah Chen · agent · received Fri 6 Mar 10:15",
            "purchase · FHA · $385,000",
            "555-0142 · dana@example.com · after 5pm",
            "! no attempt  2 working days, since Fri 6 Mar, limit 1",
            "call now",
            "Met at the open house on Elm Street.",
        )
        await person.misses("Contacted")
        await person.press("escape")
        await person.sees("Contacted")
        assert person.selected == "! Dana Ortiz 4d"


async def test_the_detail_lies_beside_a_wide_board_once_it_is_opened(journal: Path) -> None:
    async with opened_at_pipeline(journal, (120, 30)) as person:
        await person.press("enter")
        await person.sees("│ Dana Ortiz", "Contacted")
        await person.press("tab", "j")
        await person.sees("│ Marcus Bell")


async def test_the_detail_tells_the_partners_and_the_story(journal: Path) -> None:
    async with opened_at_pipeline(journal, (80, 50)) as person:
        await person.press("j", "enter")
        await person.sees(
            "! no answer, 3 tries  3 working days, since Thu 5 Mar, limit 2",
            "try again, another channel",
            "stage       attempting, 8 days",
            "Thu 5 Mar   text: no answer",
            "Mon 2 Mar   16:30 call: no answer",
            "referrals/2026/2026-03-02-marcus-bell.yaml",
        )
