"""Today: what to do next, and the day in the order in which to deal with it."""

import datetime as dt
from pathlib import Path

import pytest

from tests.tui.day import DANA, HEADS, LEE, goes_to, many_new, rows, set_up, write
from tests.tui.driving import TODAY, opened
from textual_tracker.tui.views.today.view import TodayView


async def test_the_screen_opens_on_the_day_in_the_order_in_which_to_deal_with_it(journal: Path) -> None:
    async with opened(journal) as person:
        assert rows(person) == [
            HEADS,
            "DEADLINES 1 1 stalled",
            "! Priya Nair closing 2 days late 2 working days 555-0138",
            "CALL 7 4 stalled, 3 at risk",
            "! Dana Ortiz no attempt 2 working days 555-0142",
            "! Marcus Bell no answer, 3 tries 3 working days 555-0117",
            "! Jo Hale no-show 2 working days 555-0135",
            "· 田中さくら [b]x… no attempt today 555-0177",
            "· Tom Baker next step: collect pay… today 555-0119",
            "· Kai Brooks no appointment 2 working days 555-0128",
            "▸ 1 to decide or close out enter unfolds",
            "APPOINTMENTS 1",
            "Lee Ortiz appointment 14:00 555-0146",
            "TELL THE PARTNER 1",
            "! Sarah Chen Dana Ortiz: not thanke… 2 working days 555-0199",
            "TODAY calls 0/15 ░░░░░░ follow-ups 0/8 ░░░░░░ notes 0/3 ░░░░░░",
            "PIPELINE 10 open · $4.3M New 4 $2.0M Contacted 1 $290k Appointment 2 $715k",
            "Application 1 $355k Pre-approved 1 $520k In process 1 $400k",
            "Closed this month 1 $488k",
        ]


async def test_the_first_line_says_what_to_do_next_and_how_many_wait(journal: Path) -> None:
    async with opened(journal, (140, 24)) as person:
        await person.sees(
            "Next: Priya Nair 555-0138, past client; closing 2 days late: tell everyone, today",
            "5 stalled   3 at risk   1 partner waiting",
        )
        (journal / "referrals/2026/2026-01-15-priya-nair.yaml").unlink()
        await person.sees("Next: call Dana Ortiz 555-0142, from Sarah Chen   no attempt, 2 working days")


async def test_with_nobody_stalled_the_first_line_goes_on_to_the_appointment_and_the_list(journal: Path) -> None:
    for path in (journal / "referrals").rglob("*.yaml"):
        if path.name not in {"2026-02-20-ana-gomez.yaml", Path(LEE).name}:
            path.unlink()
    set_up(journal, "week: {tue: updates}\n")
    async with opened(journal, (140, 24)) as person:
        await person.sees("Next: 14:00 Lee Ortiz 555-0146")
        write(journal, LEE, "borrower: Lee Ortiz\nreceived: 2026-03-10T16:00\npartner: sarah-chen\n")
        await person.misses("Next: 14:00")
        (journal / LEE).unlink()
        await person.sees("Next: Tuesday's list, 1 person")
        await person.press("slash")
        await person.type("name:nobody")
        await person.sees("Nobody to call.")


async def test_partners_are_counted_as_in_partners(journal: Path) -> None:
    for name in ("one", "two"):
        write(journal, f"partners/{name}.yaml", f"name: Partner {name}\ntype: cpa\n")
        text = f"borrower: New {name}\nreceived: 2026-03-10T08:00\npartner: {name}\n"
        write(journal, f"referrals/2026/2026-03-10-{name}.yaml", text)
    async with opened(journal, (160, 40)) as person:
        await person.sees("1 partner waiting   2 soon")
        await person.press("5")
        await person.sees("1 partner waits for word, 2 soon will")


async def test_a_narrow_first_line_keeps_whom_to_call(journal: Path) -> None:
    (journal / "referrals/2026/2026-01-15-priya-nair.yaml").unlink()
    async with opened(journal, (60, 20)) as person:
        assert person.screen.splitlines()[1].startswith(" Next: call Dana Ortiz 555-0142")


async def test_the_long_dead_are_one_line_that_enter_unfolds_and_folds(journal: Path) -> None:
    async with opened(journal, (100, 30)) as person:
        await person.sees("▸  1 to decide or close out   enter unfolds")
        assert "Chloe" not in person.screen
        await person.press(*["j"] * 7)
        assert person.selected == "▸ 1 to decide or close out enter unfolds"
        await person.sees("enter unfold")
        await person.press("enter")
        await person.sees("Chloe Radić", "to decide, 6 tries", "enter folds")
        assert person.selected.startswith("! Chloe Radić")
        await person.press("j", "enter")
        await person.misses("Chloe Radić")
        assert person.selected == "▸ 1 to decide or close out enter unfolds"


async def test_thousands_of_calls_hide_no_other_section(journal: Path) -> None:
    many_new(journal, 200)
    async with opened(journal) as person:
        await person.sees("CALL 207   204 stalled, 3 at risk   3 shows all")
        assert rows(person)[3:] == [
            "CALL 207 204 stalled, 3 at risk 3 shows all",
            *[f"! New {one:03} no attempt 1 working day" for one in range(10)],
            "… 196 more, 1 to decide or close out enter unfolds",
            "APPOINTMENTS 1",
            "Lee Ortiz appointment 14:00 555-0146",
            "TELL THE PARTNER 1",
            "! Sarah Chen Dana Ortiz: not thanke… 2 working days 555-0199",
            "TODAY calls 0/15 ░░░░░░ follow-ups 0/8 ░░░░░░ notes 0/3 ░░░░░░",
            "PIPELINE 210 open · $4.3M Closed this month 1 $488k enter shows the stages",
        ]


async def test_the_rest_of_a_section_is_unfolded_in_place_and_folded_at_its_end(journal: Path) -> None:
    many_new(journal, 40)
    async with opened(journal) as person:
        await goes_to(person, "…")
        assert person.selected == "… 36 more, 1 to decide or close out enter unfolds"
        await person.press("enter")
        await person.finds(lambda: person.selected.startswith("! New 010"))
        await person.sees("New 009", "New 011")
        await goes_to(person, "▾")
        await person.sees("Chloe Radić", "▾  all are shown   enter folds")
        await person.press("enter")
        await person.sees("…  36 more", "APPOINTMENTS 1")
        assert person.selected.startswith("… 36 more")


async def test_the_selected_row_stays_on_the_screen_while_others_come_before_it(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press(*["j"] * 6)
        assert person.selected.startswith("· Kai Brooks")
        many_new(journal, 30)
        await person.sees("CALL 37", "New 000")
        assert person.selected.startswith("· Kai Brooks")
        await person.press("k", "j")
        assert person.selected.startswith("· Kai Brooks")


async def test_once_its_hour_has_passed_an_appointment_asks_whether_it_was_held(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [dt.datetime.combine(TODAY, dt.time(13, 59))]
    monkeypatch.setattr(TodayView, "clock", staticmethod(lambda: now[0]))
    async with opened(journal, (120, 30)) as person:
        await person.sees("Lee Ortiz         appointment")
        now[0] += dt.timedelta(minutes=2)
        await person.sees("Lee Ortiz         held or no-show?")


async def test_an_appointment_of_yesterday_is_asked_about_with_its_day(journal: Path) -> None:
    text = (journal / LEE).read_text("utf-8")
    (journal / LEE).write_text(text.replace("date: 2026-03-10T14:00", "date: 2026-03-09T14:00"), "utf-8")
    async with opened(journal, (120, 30)) as person:
        await person.finds(lambda: "! Lee Ortiz held or no-show? yesterday 14:00 555-0146" in " ".join(rows(person)))


async def test_a_partner_is_one_row_with_who_waits_for_what_behind_it(journal: Path) -> None:
    write(journal, "referrals/2026/2026-03-05-zoe-varga.yaml", "borrower: Zoë Varga\npartner: sarah-chen\n")
    async with opened(journal, (120, 40)) as person:
        await person.sees("!  Sarah Chen", "2 referrals: not thank")
        await goes_to(person, "! Sarah Chen")
        await person.sees(
            "│ Sarah Chen",
            "│ agent · Elm Street Realty · tier A",
            "│ ! Zoë Varga: not thanked yet",
            "│ ! Dana Ortiz: not thanked yet",
            "say  thank you for Dana Ortiz:",
        )
        await person.press("y")
        await person.sees("555-0199 copied")
        await person.press("P")
        await person.sees("5 Partners", "4 open")
        await person.press("P")
        await person.finds(lambda: person.selected.startswith("! Sarah Chen 2 referrals"))


async def test_the_weekdays_list_has_its_name_and_the_people_on_it(journal: Path) -> None:
    set_up(journal, "week: {tue: updates}\n")
    async with opened(journal, (120, 40)) as person:
        await person.sees("TUESDAY 2   updates")
        await person.finds(lambda: "Mike Tran agent 555-0188" in " ".join(rows(person)))


async def test_a_query_of_the_week_that_makes_no_sense_is_told_and_e_goes_to_the_settings(journal: Path) -> None:
    set_up(journal, 'week: {tue: "stge:preapproved"}\n')
    async with opened(journal, (120, 40)) as person:
        await person.sees("TUESDAY   stge:preapproved", '"stge:" is not something to search by.')
        await goes_to(person, '"stge:"')
        target = person.desk.view.target()
        assert target is not None
        assert target.path == "journal.yaml"


async def test_what_is_wrong_with_a_query_of_the_week_is_told_to_its_end_where_the_screen_is_narrow(
    journal: Path,
) -> None:
    set_up(journal, 'week: {tue: "stage:nowhere"}\n')
    async with opened(journal, (60, 20)) as person:
        await person.sees("TUESDAY   stage:nowhere", "nurture, lost.")
        told = " ".join(person.screen.split())
        assert '"stage:nowhere": there is no such stage. Known: received, attempting,' in told


async def test_counters_stand_against_their_goals_and_a_goal_met_has_a_sign(journal: Path) -> None:
    write(journal, "activity/2026/2026-03-10.yaml", "calls: 6\nnotes: 3\nconversations: 2\n")
    async with opened(journal, (120, 30)) as person:
        await person.sees("TODAY  calls 6/15 ▓▓░░░░  follow-ups 0/8 ░░░░░░  ✓ notes 3/3 ▓▓▓▓▓▓", "conversations 2")
        await goes_to(person, "TODAY")
        await person.sees("│ Tue 10 Mar 2026", "│ Until the day is done: 9 calls, 8", "│ streak")
        target = person.desk.view.target()
        assert target is not None
        assert target.path == "activity/2026/2026-03-10.yaml"


async def test_the_journals_own_kinds_of_activity_are_there_before_anything_was_counted(journal: Path) -> None:
    set_up(journal, "activities: [open_houses]\n")
    async with opened(journal, (120, 30)) as person:
        await person.sees("TODAY  calls 0/15", "notes 0/3", "open houses 0")
        await person.misses("conversations")


async def test_the_day_of_a_deadline_stands_once_beside_what_ends_then(journal: Path) -> None:
    for name, ends in (("lock", "lock_expires: 2026-03-16"), ("letter", "expires: 2026-03-12")):
        status = "status: in_process, under_contract: 2026-03-05" if name == "lock" else "status: preapproved"
        text = (
            f"borrower: Of {name}\nreceived: 2026-02-20\napplication: {{{status}, preapproved: 2026-03-02, {ends}}}\n"
        )
        write(journal, f"referrals/2026/2026-02-20-{name}.yaml", text)
    async with opened(journal, (80, 24)) as person:
        await person.sees("DEADLINES 3")
        shown = " ".join(rows(person))
        assert "Of letter letter ends Thu 12 Mar" in shown
        assert "Of lock lock ends Mon 16 Mar" in shown
        assert (shown.count("12 Mar"), shown.count("16 Mar")) == (1, 1)


async def test_behind_the_counters_stands_whom_the_days_records_name(journal: Path) -> None:
    text = (journal / DANA).read_text("utf-8")
    (journal / DANA).write_text(
        f"{text}contact_attempts:\n  - {{date: 2026-03-10T09:30, channel: call, result: reached}}\n", "utf-8"
    )
    async with opened(journal, (120, 40)) as person:
        await person.sees("calls 1/15", "conversations 1")
        await goes_to(person, "TODAY")
        await person.sees("│ RECORDED TODAY", "│ 09:30  Dana Ortiz  call: reached")
