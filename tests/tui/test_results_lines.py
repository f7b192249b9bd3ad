"""Results: what its lines say is neither more nor less than the lists behind them, in every width."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened
from tests.tui.many import closed, lost, write
from tests.tui.test_results import rows, sees_results
from tests.tui.writing import files
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.views.results.worked import ResultList


def line_of(person: Person, begins: str) -> str:
    """The row of the list that begins so."""
    return next(line for line in rows(person) if line.startswith(begins))


async def goes_to_line(person: Person, begins: str) -> None:
    while not person.selected.startswith(begins):
        before = person.selected
        await person.press("j")
        assert person.selected != before, f"no line {begins}"


def cold(journal: Path, number: int, day: str = "2026-01-05") -> None:
    """So many who were talked with, and came no further."""
    for each in range(number):
        lost(journal, day, "2026-01-20", f"cold-{each}")


async def test_those_in_nurture_are_not_counted_as_open(journal: Path) -> None:
    write(
        journal,
        "2026-01-05-later-on",
        "borrower: Later On\nsource: online\noutcome: {status: nurture, date: 2026-02-02, revisit: 2026-09-01}\n",
    )
    async with opened(journal, (160, 60)) as person:
        await sees_results(person)
        assert line_of(person, "BY SOURCE").startswith(
            "BY SOURCE received contacted held applied closed lost open nurture"
        )
        assert line_of(person, "online").startswith("online 3 1 · · · · 2 1")
        await goes_to_line(person, "online")
        await person.sees("STILL OPEN  2", "IN NURTURE  1")
    async with opened(journal, (80, 60)) as person:
        await sees_results(person)
        assert line_of(person, "BY SOURCE").endswith("lost open close rate")
        assert line_of(person, "online") == "online 3 · · · · 2"


async def test_who_may_still_come_are_those_of_the_list(journal: Path) -> None:
    async with opened(journal, (80, 40)) as person:
        await sees_results(person)
        await person.press("j", "j", "j", "enter")
        await person.sees("NOT THERE YET  1")
        said = " ".join(person.screen.split())
        assert ("1 who came to contacted and no further may still come; so may 4 who did not come so far yet.") in said


async def test_the_costliest_step_says_of_how_many_its_advice_speaks(journal: Path) -> None:
    """Of the twelve 8 were talked with, 6 of them in the last ten working days. So 10 who went cold are 10 of 12."""
    cold(journal, 10)
    async with opened(journal, (120, 60)) as person:
        await sees_results(person)
        await person.press("j", "j", "j")
        await person.sees("This step costs you most")
        lines = [line.partition("│")[2].strip(" ▐") for line in person.screen.splitlines()]
        said = " ".join(" ".join(lines).split())
        found = person.desk.view.found
        assert isinstance(found, ResultList)
        assert found.diagnosis is not None
        judged = next(one for one in found.diagnosis.verdicts if one.step == "contacted_to_set")
        assert judged.left_out
        rate = judged.rate
        assert rate is not None
        assert (
            f"{judged.left_out} came there in the last 10 working days and are not judged yet."
            f" Judged are {rate.n}: {rate.hits} made it, {rate.n - rate.hits} did not. "
            f"Of the {rate.n - rate.hits} who did not, "
        ) in said


async def test_a_young_window_says_that_it_is_too_early_for_its_close_rate(journal: Path) -> None:
    """Five closings of 80 days each: 160 days are needed, and 90 are none, while the twelve months are 300."""
    for number in range(5):
        closed(journal, f"2025-05-{number + 5:02}", f"2025-07-{number + 24:02}", f"done-{number}")
    async with opened(journal, (100, 30)) as person:
        await sees_results(person)
        assert "too early" not in person.screen
        await person.press("w")
        await person.sees("decided · too early: closings take 80 days")
        await person.press("w", "w", "b", "b")
        assert "decided · too early" not in person.screen
        await person.sees("BY MONTH", "↓ too early for a close rate: closings take 80 days")
        lines = rows(person)
        place = next(number for number, line in enumerate(lines) if line.startswith("↓ too early"))
        assert lines[place + 1].startswith("Nov 2025")  # 1 October is 160 days ago
        await goes_to_line(person, "Jan 2026")
        await person.press("enter")
        await person.sees("Too early for a close rate: closings take 80 days.")


async def test_of_one_closing_it_is_said_that_it_is_one(journal: Path) -> None:
    """Keiko closed 42 days after she came, and this year is 68 days old."""
    async with opened(journal, (100, 30)) as person:
        await sees_results(person)
        await person.press("w", "w")
        await person.sees("too early: the only closing so far took 42 days")


async def test_where_all_are_decided_it_is_never_too_early(journal: Path) -> None:
    for path in (journal / "referrals").rglob("*.yaml"):
        path.unlink()
    closed(journal, "2026-01-05", "2026-02-27", "done")
    lost(journal, "2026-01-05", "2026-01-20", "gone")
    async with opened(journal, (100, 30)) as person:
        await sees_results(person)
        await person.sees("1 of 2 decided")
        await person.press("b", "b")
        assert "too early" not in person.screen


async def test_what_closed_in_a_month_stands_apart_from_those_who_came_in_it(journal: Path) -> None:
    closed(journal, "2025-01-06", "2025-11-20", "slow")  # came before the twelve months
    async with opened(journal, (120, 60)) as person:
        await sees_results(person)
        await person.press("b", "b")
        await person.sees("BY MONTH", "CLOSED IN THE MONTH")
        assert line_of(person, "CLOSED IN THE MONTH") == "CLOSED IN THE MONTH received closed"
        in_november = [line for line in rows(person) if line.startswith("Nov 2025")]
        assert in_november[1] == "Nov 2025 1 1"
        await person.press("G")
        while not person.selected.startswith("Nov 2025"):
            await person.press("k")
        await person.sees(
            "In it 1 closed, and 1 came.", "CLOSED IN IT  1", "Slow  closed 20 Nov 2025", "RECEIVED IN IT  1"
        )
        await person.press("l")
        await person.sees("Nov 2025 · h ← back", "closed in it  1", "Arlo Finch")
        await person.press("h")
        assert person.selected == "Nov 2025 1 1"


async def test_b_brings_the_groups_into_view_also_from_a_list_behind_a_line(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_results(person)
        assert "BY " not in "".join(person.list)
        await person.press("b")
        await person.sees("BY PARTNER")
        assert person.selected.startswith("Sarah Chen")
        await person.press("g", "l")
        await person.sees("back to the results")
        await person.press("b")
        await person.sees("BY MONTH", "close rate")
        assert person.selected == rows(person)[rows(person).index(line_of(person, "BY MONTH")) + 1]


async def test_keys_for_the_open_say_what_somebody_lost_is_and_what_opens_them_again(journal: Path) -> None:
    async with opened(journal, (100, 30)) as person:
        await sees_results(person)
        await person.press("j", "j", "j", "l")
        assert person.selected.startswith("Arlo Finch")
        before = dict(files(journal))
        for key in ("a", "p", "f", "d"):
            person.app.clear_notifications()
            await person.misses("Arlo Finch is lost")
            await person.press(key)
            await person.sees("Arlo Finch is lost: x opens the referral again.")
        assert dict(files(journal)) == before


async def test_what_cannot_be_done_here_does_not_exist(journal: Path) -> None:
    """The rows stand in the order of a way, of a rank or of time: there is no other, and so no key for one."""
    async with opened(journal, (160, 30)) as person:
        await sees_results(person)
        assert not person.app.can(BY_ID["sort"])
        assert not person.app.can(BY_ID["reverse"])
        before = await person.still()
        await person.press("s", "S")
        assert await person.still() == before
        await person.press(":")
        await person.type("sort")
        await person.sees("Nothing is called so.")


async def test_a_verdict_names_its_target_in_every_width(journal: Path) -> None:
    async with opened(journal, (80, 30)) as person:
        await sees_results(person)
        assert line_of(person, "! follow-up: stalled").endswith("likely over 10%")
        assert line_of(person, "! partner care").endswith("below 90%")
        assert line_of(person, "follow-up: six attempts").endswith(" 7 more needed")
        assert not any(line.endswith("…") for line in rows(person))


@pytest.mark.parametrize("columns", [60, 80, 100, 120, 160])
async def test_the_first_lines_have_what_matters_most_in_every_width(journal: Path, columns: int) -> None:
    for number in range(10):
        closed(journal, f"2025-05-{number + 5:02}", f"2025-07-{number + 10:02}", f"done-{number}")
    cold(journal, 10)
    async with opened(journal, (columns, 24)) as person:
        await sees_results(person)
        counts = person.screen.splitlines()[1]
        for word in ("32 received", "11 closed", "11 lost"):
            assert word in counts
        assert ("10 open" in counts) or ("10 still open" in counts)
        above = "".join(person.list[0])
        assert "close rate 50% of 22 decided (31–69%)" in above
        if columns > 60:
            assert "so far 34%" in above
            assert "controllable 50% of 22" in above
        assert "…" not in counts + above


async def test_a_median_of_few_has_no_bar(journal: Path) -> None:
    """Two of twelve were pre-approved, and one of these still is; seven came as far as an application."""
    for number in range(5):
        closed(journal, f"2025-05-{number + 5:02}", f"2025-07-{number + 24:02}", f"done-{number}")
    async with opened(journal, (80, 90)) as person:
        await sees_results(person)
        lines = rows(person)
        lines = lines[lines.index("DAYS IN STAGE half of them stay for no longer") + 1 :]
        assert next(line for line in lines if line.startswith("application submitted")).endswith("█ of 7")
        assert "pre-approved 17 days of 2, 1 still there" in lines
        assert "in process 25 days of 2, 1 still there" in lines


async def test_late_words_are_listed_with_the_partner_the_word_and_how_late_it_came(journal: Path) -> None:
    async with opened(journal, (100, 40)) as person:
        await sees_results(person)
        await goes_to_line(person, "! partner care")
        await person.press("enter")
        await person.sees("waited most:", "TOLD LATE, OR NEVER  13")
        assert "1 Today lists who waits for word" in " ".join(person.screen.split())
        assert "tracker today" not in person.screen
        await person.press("l")
        await person.sees("told late, or never  13")
        assert line_of(person, "! Dana Ortiz") == "! Dana Ortiz Sarah Chen thanks never, 2 working days Fri 6 Mar"
        late = "· Tom Baker Sarah Chen appointment held after 5 working days Mon 2 Mar"
        assert line_of(person, "· Tom Baker") == late
        await goes_to_line(person, "! Marcus Bell")
        await person.press("P")
        await person.sees("1 partner waits for word")
        assert "Mike Tran" in person.selected


async def test_ratios_say_what_they_are_of_behind_a_colon(journal: Path) -> None:
    async with opened(journal, (80, 90)) as person:
        await sees_results(person)
        await goes_to_line(person, "conversations for one appointment")
        value, _, of = person.selected.removeprefix("conversations for one appointment ").partition(" ")
        await person.press("enter")
        await person.sees(f"{value}: {of}")


async def test_a_share_of_few_does_not_say_its_label_twice(journal: Path) -> None:
    lost(journal, "2026-01-05", "2026-01-20", "gone", "never_reached")
    gone = journal / "referrals/2026/2026-01-05-gone.yaml"
    gone.write_text(gone.read_text("utf-8").replace("result: reached", "result: no_answer"), "utf-8")
    async with opened(journal, (80, 90)) as person:
        await sees_results(person)
        assert line_of(person, "given up before six tries") == "given up before six tries 1 of 1"


@pytest.mark.parametrize("width", [60, 80, 100])
async def test_reasons_and_ratios_are_named_whole_in_any_width(journal: Path, width: int) -> None:
    lost(journal, "2025-11-03", "2025-12-01", "una", "chose_other_lender_relationship")
    async with opened(journal, (width, 90)) as person:
        await person.press("6")
        await person.sees("chose another lender (relationship)", "conversations for one appointment")
        assert "whenever received" in line_of(person, "ACTIVITY TO CLOSINGS")
