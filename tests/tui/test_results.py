"""Results: the funnel, what breaks, why not, by whom, how fast; and who is behind each number."""

import datetime as dt
from pathlib import Path

import pytest

from tests.tui.driving import TODAY, Person, opened
from tests.tui.many import write
from textual_tracker.analytics.definitions import definitions_of

OPENED = "close rate"
RESULTS = "6"


def rows(person: Person) -> list[str]:
    """The lines of the list, with one blank between the cells."""
    return [" ".join(line.split()) for line in person.list if line.strip()]


def reached(day: str) -> str:
    return f"contact_attempts:\n  - {{date: {day}, channel: call, result: reached}}\n"


def bare(tmp_path: Path) -> Path:
    """A journal of nothing but its settings."""
    root = tmp_path / "bare"
    root.mkdir()
    (root / "journal.yaml").write_text("format: 1\nofficer: Ana Rivera\n", "utf-8")
    return root


async def sees_results(person: Person) -> None:
    await person.press(RESULTS)
    await person.finds(lambda: person.desk.view.found is not None)


async def test_the_counts_the_rates_and_the_funnel_stand_on_top(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_results(person)
        await person.sees("12 months to 10 Mar 2026 · 12 received · 1 closed · 1 lost · 10 still open")
        assert rows(person)[:5] == [
            "close rate 1 of 2 decided · so far 8% of 12 · controllable 1 of 2",
            "FUNNEL enter explains · l → lists who of stage before undecided",
            "received 12 ████████████████████",
            "attempting 10 ████████████████▋ 83% (55–95%) 2",
            "contacted 8 █████████████▍ 80% (49–94%) 4",
        ]
        assert "appointment set 6 ██████████ 6 of 8 5" in rows(person)


async def test_what_breaks_and_would_bring_most_is_marked_in_the_funnel(journal: Path) -> None:
    """Six of eight who were reached have an appointment. Ten come who were reached and have none."""
    for number in range(10):
        write(
            journal,
            f"2026-01-05-cold-{number}",
            f"borrower: Cold {number}\nsource: online\n{reached('2026-01-05')}"
            "outcome: {status: lost, date: 2026-01-20, reason: went_cold}\n",
        )
    async with opened(journal, (120, 40)) as person:
        await sees_results(person)
        lines = rows(person)
        place = next(number for number, line in enumerate(lines) if line.startswith("appointment set"))
        assert lines[place + 1].startswith("← costs you most: 0.")
        assert lines[place + 1].endswith(" closings a month")
        assert sum("costs you most" in line for line in lines) == 1
        await person.press("j", "j", "j")
        await person.sees("This step costs you most")
        assert any(line.startswith("! scripting: talk to appointment 21% of 14") for line in lines)


async def test_a_line_says_what_it_means_and_who_is_behind_it(journal: Path) -> None:
    async with opened(journal, (80, 40)) as person:
        await sees_results(person)
        await person.press("j", "j", "j", "enter")
        await person.sees("appointment set", "6 of 8 who came to contacted", "50% of 12 received (25–75%)")
        await person.sees("LOST BEFORE IT  1", "Arlo Finch  lost 20 Nov 2025 · chose another lender (rate)")
        await person.sees("NOT THERE YET  1", "Kai Brooks  contacted Fri 6 Mar")
        meaning = next(each.means for each in definitions_of("results") if each.term == "funnel")
        assert meaning[:40] in person.screen


async def test_the_people_behind_a_line_are_a_list_to_act_on_and_one_key_leads_back(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_results(person)
        await person.press("j", "j", "j", "right")
        await person.sees("appointment set · h ← back to the results")
        assert rows(person)[1:] == [
            "lost before it 1",
            "Arlo Finch lost 20 Nov 2025 chose another lender…",
            "not there yet 1",
            "· Kai Brooks contacted Fri 6 Mar no appointment",
        ]
        await person.press("j")
        assert person.selected.startswith("· Kai Brooks")
        await person.press("enter")
        await person.sees("555-0128")
        await person.press("escape")
        await person.press("c")
        await person.sees("Kai Brooks: contact")
        await person.press("escape", "left")
        await person.sees("close rate")
        assert person.selected.startswith("appointment set")


async def test_escape_leads_back_too_and_clears_a_query_only_then(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_results(person)
        await person.type("/chen")
        await person.press("enter")
        await person.sees("12 months · 1 closed · 0 lost · 3 still open   ", "/chen  4 of 12  esc clears")
        await person.press("right")
        await person.sees("received · h ← back")
        await person.press("escape")
        await person.sees("/chen  4 of 12", "close rate")
        await person.press("escape")
        await person.sees("12 received")


async def test_from_the_detail_the_same_key_goes_to_the_people(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_results(person)
        await person.press("enter")
        await person.sees("RECEIVED  12")
        await person.press("right")
        await person.sees("received · h ← back", "Dana Ortiz")


async def test_p_leads_from_somebody_behind_a_line_to_their_partner_and_back(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_results(person)
        await person.press("right", "j")
        chosen = person.selected
        assert "Dana Ortiz" in chosen
        await person.press("P")
        await person.sees("1 partner waits for word")
        assert "Sarah Chen" in person.selected
        await person.press("P")
        await person.sees("received · h ← back")
        assert person.selected == chosen


async def test_the_row_of_a_partner_is_the_partner_to_whom_keys_are_meant(journal: Path) -> None:
    async with opened(journal, (115, 60)) as person:
        await sees_results(person)
        await person.press("b")
        await person.sees("BY PARTNER")
        while not person.selected.startswith("Sarah Chen"):
            await person.press("j")
        await person.press("c")
        await person.sees("Sarah Chen: touch")
        await person.press("escape", "P")
        await person.sees("1 partner waits for word")
        assert "Sarah Chen" in person.selected
        await person.press("P")
        await person.sees("BY PARTNER")
        assert person.selected.startswith("Sarah Chen")


async def test_b_puts_them_together_by_something_else(journal: Path) -> None:
    async with opened(journal, (140, 60)) as person:
        await sees_results(person)
        await person.sees("BY SOURCE", "b by partner")
        assert any(line.startswith("agent 7 3 2 1 · 6 · 1 of 1") for line in rows(person))
        await person.press("b")
        await person.sees("BY PARTNER", "b by month")
        assert any(line.startswith("Sarah Chen 4") for line in rows(person))
        assert any(line.startswith("no partner 5") for line in rows(person))
        await person.press("b")
        await person.sees("BY MONTH", "b by source")
        assert any(line.startswith("to 10 Mar 2026 6") for line in rows(person))
        await person.press("b")
        await person.sees("BY SOURCE")


async def test_w_counts_over_other_days(journal: Path) -> None:
    async with opened(journal, (120, 24)) as person:
        await sees_results(person)
        await person.sees("w 90 days")
        await person.press("w")
        await person.sees("11 Dec 2025 to 10 Mar 2026 · ", "w this year")
        await person.press("w")
        await person.sees("1 Jan 2026 to 10 Mar 2026 · ", "w all")
        await person.press("w")
        await person.sees("3 Nov 2025 to 10 Mar 2026 · 12 received", "w 12 months")
        await person.press("w")
        await person.sees("12 months to 10 Mar 2026")


async def test_a_query_counts_those_who_match_and_says_what_it_cannot_tell(journal: Path) -> None:
    async with opened(journal, (80, 60)) as person:
        await sees_results(person)
        await person.sees("DIAGNOSIS", "ACTIVITY TO CLOSINGS")
        await person.type("/partner:mike-tran")
        await person.sees("3 of 12", "3 received")
        await person.sees("The diagnosis and activity are about all of an officer's work")
        assert "DIAGNOSIS" not in person.screen
        assert "ACTIVITY TO CLOSINGS" not in person.screen


async def test_a_query_for_one_officer_has_all_that_is_theirs(journal: Path) -> None:
    settings = journal / "journal.yaml"
    text = settings.read_text("utf-8").replace("officer: Ana Rivera", "officers: {ana: Ana Rivera, lee: Lee Wong}")
    settings.write_text(text, "utf-8")
    write(journal, "2026-02-02-pat-lind", "borrower: Pat Lind\nsource: online\nofficer: lee\n")
    async with opened(journal, (80, 60)) as person:
        await sees_results(person)
        await person.sees("13 received")
        await person.type("/officer:lee")
        await person.sees("Lee Wong: 12 months · 1 received · 0 closed · 0 lost · 1 open", "DIAGNOSIS")
        await person.press("enter", "b", "b", "b")
        await person.sees("BY OFFICER", "Lee Wong                      1")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30)])
async def test_what_a_query_found_is_not_cut_by_the_counts(journal: Path, size: tuple[int, int]) -> None:
    settings = journal / "journal.yaml"
    text = settings.read_text("utf-8").replace("officer: Ana Rivera", "officers: {lee: Lee Wong}")
    settings.write_text(text, "utf-8")
    write(journal, "2026-02-02-pat-lind", "borrower: Pat Lind\nsource: online\nofficer: lee\n")
    async with opened(journal, size) as person:
        await sees_results(person)
        await person.type("/officer:lee")
        await person.press("enter")
        await person.sees("Lee Wong: 12 months", "/officer:lee", "13  esc clears")


async def test_without_referrals_it_says_how_the_first_is_written(tmp_path: Path) -> None:
    async with opened(bare(tmp_path), (80, 24)) as person:
        await sees_results(person)
        await person.sees("nobody received", "No referrals yet.", "o adds the first one")
        before = await person.still()
        await person.press("right", "left", "enter", "G", "g")
        assert await person.still() == before


async def test_of_one_open_referral_nothing_is_dressed_as_a_rate(tmp_path: Path) -> None:
    root = bare(tmp_path)
    write(root, "2026-03-06-dana-ortiz", "borrower: Dana Ortiz\nsource: sphere\n")
    async with opened(root, (80, 60)) as person:
        await sees_results(person)
        await person.sees("1 received · 0 closed · 0 lost · 1 still open")
        await person.sees("no close rate yet: nobody is closed or lost", "x on a referral records it")
        await person.sees("Nobody was lost.", "7 more needed")
        assert "100%" not in person.screen
        await person.press("right")
        assert person.selected == "! Dana Ortiz received Fri 6 Mar no attempt"


async def test_where_all_are_lost_the_rate_is_said_in_counts(tmp_path: Path) -> None:
    root = bare(tmp_path)
    for name in ("ann-lee", "bo-hart", "cy-wood"):
        write(
            root,
            f"2026-02-02-{name}",
            f"borrower: {name.title()}\nsource: sphere\n"
            "outcome: {status: lost, date: 2026-02-20, reason: not_ready}\n",
        )
    async with opened(root, (80, 60)) as person:
        await sees_results(person)
        await person.sees("3 lost", "close rate 0 of 3 decided", "not ready")
        await person.press("G")
        assert "0%" not in person.screen


async def test_where_nobody_came_in_these_days_a_key_is_named_that_helps(tmp_path: Path) -> None:
    root = bare(tmp_path)
    (root / "referrals/2024").mkdir(parents=True)
    (root / "referrals/2024/2024-02-29-old-name.yaml").write_text("borrower: Old Name\nsource: sphere\n", "utf-8")
    async with opened(root, (80, 24)) as person:
        await sees_results(person)
        await person.sees("Nobody was received in these days. w looks at other days.")
        await person.press("w", "w", "w")
        await person.sees("29 Feb 2024 to 10 Mar 2026 · 1 received")


async def test_a_file_with_an_error_is_left_out_and_told(journal: Path) -> None:
    write(journal, "2026-02-02-bad-one", "borrower: Bad One\nsource: realtr\n")
    async with opened(journal, (160, 24)) as person:
        await sees_results(person)
        await person.sees("12 received", "left out: 1 with an error in its file")


async def test_a_change_on_disk_is_counted_and_the_line_stays_selected(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_results(person)
        await person.press("j", "j")
        assert person.selected.startswith("contacted 8")
        write(
            journal,
            "2026-03-09-new-one",
            f"borrower: New One\nsource: sphere\n{reached('2026-03-09')}",
        )
        await person.press("r")
        await person.sees("13 received")
        assert person.selected.startswith("contacted 9")


async def test_whoever_is_dealt_with_leaves_the_list_behind_a_line_and_the_last_one_leads_back(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_results(person)
        await person.press("j", "j", "j", "right", "j")
        assert "Kai Brooks" in person.selected
        arlo = next((journal / "referrals").rglob("*arlo-finch.yaml"))
        kai = next((journal / "referrals").rglob("*kai-brooks.yaml"))
        kai.unlink()
        await person.press("r")
        await person.misses("Kai Brooks")
        assert "Arlo Finch" in person.selected
        arlo.unlink()
        await person.press("r")
        await person.sees("close rate")
        assert person.selected.startswith("appointment set")


@pytest.mark.parametrize("today", [dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.date(2024, 2, 29)])
async def test_every_window_is_counted_on_any_day(journal: Path, today: dt.date) -> None:
    async with opened(journal, (80, 24), today=lambda: today) as person:
        await sees_results(person)
        await person.press("w", "w", "w", "w", "G", "right", "left")
        await person.sees("6 Results")


async def test_whom_one_chose_elsewhere_is_not_lost_by_looking_at_the_results(journal: Path) -> None:
    async with opened(journal, (80, 24), today=lambda: TODAY) as person:
        await person.press("3")
        await person.press("j")
        chosen = person.selected.split()[1:3]
        await person.press(RESULTS)
        await sees_results(person)
        assert person.selected.startswith("received 12")
        await person.press("3")
        await person.finds(lambda: person.desk.view.TITLE == "Stalled")
        assert person.selected.split()[1:3] == chosen
