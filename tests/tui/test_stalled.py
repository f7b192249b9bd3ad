"""Stalled: the rule, since when, how long, and what to do."""

from pathlib import Path

import pytest

from tests.tui.driving import opened
from tests.tui.many import write


async def test_rows_come_in_the_order_in_which_to_deal_with_them(journal: Path) -> None:
    async with opened(journal, (99, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled, 3 at risk · $3.4M waiting")
        assert [" ".join(line.split()) for line in person.list[:8]] == [
            "who rule waited phone what to do",
            "! Priya Nair closing 2 days late 2 working days 555-0138 tell everyone, today",
            "! Dana Ortiz no attempt 2 working days 555-0142 call now",
            "! Marcus Bell no answer, 3 tries 3 working days 555-0117 try again, another c…",
            "! Jo Hale no-show 2 working days 555-0135 rebook",
            "· 田中さくら [b]x… no attempt today 555-0177 call now",
            "· Tom Baker next step: collect… today 555-0119 do it",
            "· Kai Brooks no appointment 2 working days 555-0128 ask for the appointm…",
        ]


@pytest.mark.parametrize(
    ("size", "heads"),
    [
        ((60, 20), "who rule waited"),
        ((80, 24), "who rule waited what to do"),
        ((93, 24), "who rule waited phone what to do"),
        ((120, 40), "who rule waited what to do"),
        ((200, 60), "who stage rule since waited limit phone from what to do"),
    ],
)
async def test_what_matters_most_stands_in_the_row(journal: Path, size: tuple[int, int], heads: str) -> None:
    async with opened(journal, size) as person:
        await person.press("3")
        await person.sees("5 stalled")
        assert " ".join(person.list[0].split()) == heads


async def test_the_long_dead_fold_into_one_line_that_enter_unfolds(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("▸  1 to decide or close out   enter unfolds")
        assert "Chloe" not in person.screen
        await person.press("G", "enter")
        await person.sees(
            "▾  1 to decide or close out   enter folds", "Chloe Radić", "to decide, 6 tries", "35 working days"
        )
        await person.press("enter")
        await person.misses("Chloe Radić")


async def test_the_detail_stands_beside_a_wide_list_and_follows_the_selection(journal: Path) -> None:
    async with opened(journal, (120, 40)) as person:
        await person.press("3")
        await person.sees("│ Priya Nair", "│ ! closing 2 days late")
        await person.press("j")
        await person.sees("│ Dana Ortiz", "│   call now")
        await person.press("enter", "j", "j", "escape")
        assert person.selected.startswith("! Dana Ortiz")


async def test_y_copies_the_phone_and_capital_y_the_id(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "y")
        await person.sees("555-0138 copied")
        assert person.app.clipboard == "555-0138"
        await person.press("Y")
        await person.sees("2026-01-15-priya-nair copied")
        assert person.app.clipboard == "2026-01-15-priya-nair"


async def test_where_there_is_nothing_to_copy_it_says_so(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("▸")
        await person.press("G", "y")
        await person.sees("No phone number is recorded here.")


async def test_when_nobody_waits_it_says_where_to_look_instead(journal: Path) -> None:
    for path in (journal / "referrals").rglob("*.yaml"):
        if "ana-gomez" not in path.name:
            path.unlink()
    async with opened(journal) as person:
        await person.press("3")
        await person.sees("nobody stalled", "Nobody waits. 2 shows the pipeline.")


async def test_an_empty_journal_says_how_the_first_referral_is_written(journal: Path) -> None:
    for path in (journal / "referrals").rglob("*.yaml"):
        path.unlink()
    async with opened(journal) as person:
        await person.sees("No referrals yet.", "referrals/2026/2026-03-10-dana-ortiz.yaml", "borrower: Dana Ortiz")
        await person.press("3")
        await person.sees("nobody stalled", "No referrals yet.")


async def test_whoever_is_stalled_and_first_of_all_at_risk_is_counted_at_risk_everywhere(journal: Path) -> None:
    for path in (journal / "referrals").rglob("*.yaml"):
        path.unlink()
    (journal / "referrals/2025/2025-12-01-uma-quinn.yaml").write_text(
        "borrower: Uma Quinn\nsource: sphere\nreceived: 2025-12-01\n"
        "application: {status: in_process, under_contract: 2026-01-05, lock_expires: 2026-03-16}\n",
        "utf-8",
    )
    async with opened(journal, (120, 24)) as person:
        await person.sees("Uma Quinn", "DEADLINES 1   1 at risk")
        assert " 1 at risk" in person.screen.splitlines()[1]
        assert "stalled" not in person.screen.splitlines()[1]
        await person.press("3")
        await person.sees("nobody stalled, 1 at risk")
        assert person.selected.startswith("· Uma Quinn")
        await person.press("2")
        await person.sees("1 open · 1 at risk")


async def test_a_deadline_ahead_says_its_day_once(journal: Path) -> None:
    write(
        journal,
        "2026-02-02-uma-quinn",
        "borrower: Uma Quinn\nsource: sphere\n"
        "application: {status: preapproved, preapproved: 2026-02-10, expires: 2026-03-16}\n",
    )
    async with opened(journal, (80, 24)) as person:
        await person.press("3")
        await person.sees("Uma Quinn")
        row = next(line for line in person.list if "Uma Quinn" in line)
        assert " ".join(row.split()) == "· Uma Quinn letter ends Mon 16 Mar renew the letter"


@pytest.mark.parametrize(
    ("last", "waits"),
    [
        ("2025-06-16", "191 working days"),  # 38 weeks of five days and a Tuesday
        ("2022-05-10", "since May 2022"),  # exactly 1000: 200 weeks of five days
        ("2022-05-11", "999 working days"),
    ],
)
async def test_no_wait_is_cut_however_long_it_is(journal: Path, last: str, waits: str) -> None:
    write(
        journal,
        f"{last}-uma-quinn",
        "borrower: Uma Quinn\nsource: sphere\n"
        f"contact_attempts: [{{date: {last}, channel: call, result: no_answer}}]\n",
    )
    for size in ((60, 20), (80, 24)):
        async with opened(journal, size) as person:
            await person.press("3")
            await person.sees("Uma Quinn")
            row = next(line for line in person.list if "Uma Quinn" in line)
            assert f"no answer, 1 try {waits}" in " ".join(row.split())
