"""Every key that writes: what its strip offers, what it asks, what it says, and the lines that it leaves in a file."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened
from tests.tui.seeing import PATIENCE
from tests.tui.writing import DANA, PARTNER, REFERRALS, files, goes_to, text
from textual_tracker.tui.writing import recording

LEE, TOM, KAI, PRIYA, JO = (
    f"{REFERRALS}/2026-{name}.yaml"
    for name in ("03-05-lee-ortiz", "02-27-tom-baker", "03-03-kai-brooks", "01-15-priya-nair", "03-03-jo-hale")
)
NAMES = {LEE: "Lee Ortiz", TOM: "Tom Baker", KAI: "Kai Brooks", PRIYA: "Priya Nair", JO: "Jo Hale", DANA: "Dana Ortiz"}
CASES = {
    "held": (LEE, "ah", "", "Lee Ortiz: appointment held", "appointment: {status: held,"),
    "no-show": (LEE, "an", "", "Lee Ortiz: no-show", "appointment: {status: no_show,"),
    "cancelled": (LEE, "ax", "", "Lee Ortiz: appointment cancelled", "appointment: {status: cancelled,"),
    "appointment": (KAI, "am", "on 2pm", "Kai Brooks: appointment Mon 16 Mar 14:00", "  date: 2026-03-16T14:00"),
    "once more": (JO, "at", "hu", "Jo Hale: appointment Thu 12 Mar", "earlier:"),
    "submitted": (TOM, "pb", "", "Tom Baker: application submitted", "submitted: 2026-03-10"),
    "closing": (PRIYA, "pe", "31 mar", "Priya Nair: closing moved from", "  expected_close: 2026-03-31"),
    "fell through": (PRIYA, "pfy", "", "Priya Nair: contract fell through", "  earlier:"),
    "denied": (TOM, "pdy", "", "Tom Baker: application denied", "decided: 2026-03-10"),
    "next step": (KAI, "f", "fri @maria call", "Kai Brooks: next step Fri 13 Mar", "next_step: {due: 2026-03-13"),
    "done": (TOM, "d", "", "Tom Baker: done: collect pay stubs", "log:"),
    "closed": (PRIYA, "xc", "", "Priya Nair: closed, $400,000", "  amount: 400000"),
    "lost": (KAI, "xl", "never", "Kai Brooks: lost (never reached)", "  reason: never_reached"),
    "nurture": (KAI, "xn", "1 sep", "Kai Brooks: nurture until Tue 1 Sep", "  revisit: 2026-09-01"),
    "told": (DANA, "tt", "", "Sarah Chen: told about Dana Ortiz (thanks)", "  - {date: 2026-03-10, about: thanks}"),
    "told by text": (DANA, "tm", "", "(thanks, text)", "  - {date: 2026-03-10, channel: text, about: thanks}"),
}
LINES = {"closing", "next step", "closed", "lost", "nurture", "appointment", "once more"}


@pytest.mark.parametrize("case", CASES)
async def test_keys_leave_exactly_their_lines(journal: Path, case: str) -> None:
    path, keys, typed, says, line = CASES[case]
    before = dict(files(journal))
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, NAMES[path])
        await person.press(*keys)
        if typed:
            await person.type(typed)
        if case in LINES:
            await person.press("enter")
        await person.sees(says, "undoes it")
        after = dict(files(journal))
        assert {name for name in after if after[name] != before.get(name)} == {path}
        assert line in text(journal, path)
        await person.press("u")
        await person.sees("Taken back")
    assert dict(files(journal)) == before


DAY = "activity/2026/2026-03-10.yaml"


async def test_the_five_most_frequent_take_no_more_than_two_keys(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A contact, word to a partner, a count, an appointment held; and one key to take it back."""
    frequent = [
        (DANA, "cn", "tried", DANA, "channel: call, result: no_answer}"),
        (DANA, "tt", "told", DANA, "  - {date: 2026-03-10, about: "),
        (None, "+c", "calls", DAY, "calls: "),
        (LEE, "ah", "held", LEE, "appointment: {status: held,"),
    ]
    sent: list[str] = []
    send = Person._send

    def counting(person: Person, key: str) -> None:
        sent.append(key)
        send(person, key)

    async with opened(journal, (120, 30)) as person:
        for name, keys, says, path, line in frequent:
            if name is not None:
                await goes_to(person, NAMES[name])
            before = dict(files(journal))
            sent.clear()
            with monkeypatch.context() as patch:
                patch.setattr(Person, "_send", counting)
                await person.press(*keys)
            await person.sees(says, "undoes it")
            assert len(sent) == 2
            after = dict(files(journal))
            assert {each for each in after if after[each] != before.get(each)} == {path}
            assert text(journal, path).count(line) == before.get(path, b"").decode().count(line) + 1
        await person.press("u")
        await person.sees("Taken back: Lee Ortiz: appointment held")
        assert dict(files(journal)) == before


async def test_a_text_for_the_partner_is_shown_and_copied_and_the_keys_stay(journal: Path) -> None:
    async with opened(journal, (100, 30)) as person:
        await goes_to(person, "Dana Ortiz")
        await person.press("t")
        await person.sees("Hi Sarah, thank you for Dana Ortiz: it is here, and the first call is next.")
        await person.sees("Sarah Chen: tell of Dana Ortiz, thanks", "t told", "y copy the text")
        assert "385" not in person.screen.splitlines()[-4]
        await person.press("y")
        await person.sees("copied", "t told")
        assert person.app.clipboard.startswith("Hi Sarah, thank you for Dana Ortiz")
        await person.press("t")
        await person.sees("Sarah Chen: told about Dana Ortiz (thanks)")


async def test_on_a_partner_all_their_open_referrals_are_told_and_one_key_takes_it_back(journal: Path) -> None:
    before = dict(files(journal))
    async with opened(journal, (100, 30)) as person:
        await person.press("5")
        await person.finds(lambda: "Sarah Chen" in person.selected)
        await person.press("t")
        await person.sees("Sarah Chen: tell, 3 referrals", "- thank you for Dana Ortiz")
        await person.press("c")
        await person.sees("Sarah Chen: told about 3 referrals")
        after = dict(files(journal))
        assert {name for name in after if after[name] != before[name]} == {DANA, LEE, TOM}
        await person.press("u")
        await person.sees("Taken back")
    assert dict(files(journal)) == before


@pytest.mark.parametrize("keys", ["3", "5"], ids=["of one", "of all"])
async def test_nothing_else_is_told_than_what_was_on_the_screen(journal: Path, keys: str) -> None:
    async with opened(journal, (100, 30)) as person:
        await person.press(keys)
        await person.finds(lambda: bool(person.selected))
        if keys == "3":
            await goes_to(person, "Dana Ortiz")
        await person.press("t")
        await person.sees("thank you for Dana Ortiz")
        changed = text(journal, DANA) + "application: {started: 2026-03-08, preapproved: 2026-03-09}\n"
        (journal / DANA).write_text(changed, "utf-8")
        await person.press("t")
        await person.sees("What there is to tell Sarah Chen", "has just")
    assert text(journal, DANA) == changed


async def test_where_two_partners_are_to_be_told_it_is_asked_whom(journal: Path) -> None:
    (journal / DANA).write_text(text(journal, DANA) + "also_tell: [mike-tran]\n", "utf-8")
    async with opened(journal, (100, 30)) as person:
        await goes_to(person, "Dana Ortiz")
        await person.press("t")
        await person.sees("Dana Ortiz: whom to tell?  1 Sarah Chen  2 Mike Tran")
        await person.press("2", "e")
        await person.sees("Mike Tran: told about Dana Ortiz (thanks, email)")
    assert "  - {date: 2026-03-10, partner: mike-tran, channel: email, about: thanks}" in text(journal, DANA)


async def test_what_a_line_means_stands_beside_it_while_it_is_typed(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("f")
        await person.sees("Kai Brooks, next step:", "fri collect pay stubs")
        await person.type("fri")
        await person.sees("what is to be done?")
        await person.type(" collect pay stubs")
        await person.sees("due Fri 13 Mar: collect pay stubs")
        await person.press("escape")
        await person.misses("due Fri 13 Mar")
    assert "next_step" not in text(journal, KAI)


async def test_a_line_that_makes_no_sense_stays_until_it_does(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("a")
        await person.sees("Kai Brooks: appointment  h held  space or a day at once: mon 2pm")
        await person.type("mon 25:00")
        await person.press("enter")
        await person.sees("Kai Brooks, appointment: mon 25:00", "there is no 25:00")
        await person.press(*["backspace"] * 5)
        await person.type("2pm")
        await person.sees("Mon 16 Mar 14:00")
        await person.press("enter")
        await person.sees("Kai Brooks: appointment Mon 16 Mar 14:00")


async def test_nobody_is_lost_without_a_reason(journal: Path) -> None:
    before = text(journal, KAI)
    async with opened(journal, (100, 40)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("x", "l", "enter")
        await person.sees("follow-up", "never reached", "denied", "mortgage insurance", "why? choose a reason")
        await person.type("zzz")
        await person.press("enter")
        await person.sees('no reason has "zzz" in it')
        await person.press("backspace", "backspace", "backspace")
        await person.type("other")
        await person.press("enter", "enter")
        await person.sees("say what it was: this reason is told by its note alone")
        assert text(journal, KAI) == before
        await person.type("moved to Reno")
        await person.press("enter")
        await person.sees("Kai Brooks: lost (other)")
    assert text(journal, KAI).count("  note: moved to Reno\n") == 1


async def test_a_reason_is_chosen_with_the_arrows_and_a_click(journal: Path) -> None:
    async with opened(journal, (100, 40)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("x", "l", "down", "down")
        await person.sees("lost (went cold)")
        y, line = next((y, line) for y, line in enumerate(person.screen.splitlines()) if "stopped looking" in line)
        await person.pilot.click(offset=(line.index("stopped looking") + 1, y))
        await person.sees("Kai Brooks: lost (stopped looking)")


async def test_the_amount_of_a_closing_is_the_loans_unless_another_is_typed(journal: Path) -> None:
    async with opened(journal, (100, 30)) as person:
        await goes_to(person, "Priya Nair")
        await person.press("x", "c")
        await person.sees("Priya Nair, closed for: 400,000", "closed, $400,000")
        await person.press(*["backspace"] * 7)
        await person.type("$398k yesterday")
        await person.sees("closed, $398,000 on Mon 9 Mar")
        await person.press("enter")
        await person.sees("Priya Nair: closed on Mon 9 Mar, $398,000")
        await person.press("x")
        await person.sees("Priya Nair: close out  o open again")


async def test_a_new_referral_in_one_line(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await person.press("o")
        await person.sees("New referral:", "Dana Ortiz 555-0142 @chen $385k")
        await person.type("Rosa Diaz 555-0161")
        await person.sees("say who sent them")
        await person.type(" @chen $310k")
        await person.sees("Rosa Diaz · 555-0161 · from Sarah Chen · $310,000")
        await person.press("enter")
        await person.sees("Rosa Diaz: new referral from Sarah Chen", "11 open")
        new = text(journal, f"{REFERRALS}/2026-03-10-rosa-diaz.yaml")
        assert "  name: Rosa Diaz\n  phone: 555-0161\npartner: sarah-chen\nreceived: 2026-03-10\n" in new
        await person.press("u")
        await person.sees("Taken back", "10 open")
    assert not (journal / REFERRALS / "2026-03-10-rosa-diaz.yaml").exists()


async def test_who_seems_to_be_here_already_is_asked_about(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await person.press("o")
        await person.type("Dana Ortiz 555-0142 @chen")
        await person.press("enter")
        await person.sees("This looks like Dana Ortiz, received Fri 6 Mar", "y add Dana Ortiz all the same")
        await person.press("n")
        await person.sees("New referral: Dana Ortiz 555-0142 @chen")
        await person.press("enter", "escape")
        await person.sees("New referral: Dana Ortiz 555-0142 @chen")
        await person.press("enter", "y")
        await person.sees("Dana Ortiz: new referral from Sarah Chen")
    assert (journal / REFERRALS / "2026-03-10-dana-ortiz.yaml").exists()


async def test_all_who_seem_to_be_the_same_person_are_named(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("o")
        await person.type("Lee Ortiz 555-0142 @chen")
        await person.press("enter")
        await person.sees(
            "This looks like these 2", "- Dana Ortiz, received Fri 6 Mar", "- Lee Ortiz, received Thu 5 Mar"
        )
        await person.press("n")
        await person.sees("New referral: Lee Ortiz 555-0142 @chen")


async def test_a_partner_who_seems_mistyped_is_asked_about(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await person.press("o")
        await person.type("Zoe Park @chenn")
        await person.press("enter")
        await person.sees("There is no partner Chenn. Who sent Zoe Park?", "1 Sarah Chen", "n Chenn, a new partner")
        await person.press("b")
        await person.sees("New referral: Zoe Park @chenn")
        await person.press("enter", "1")
        await person.sees("Zoe Park: new referral from Sarah Chen")
    assert not (journal / "partners/chenn.yaml").exists()


async def test_counting_says_what_the_day_has_and_adds_one(journal: Path) -> None:
    (journal / "journal.yaml").write_text("format: 1\nofficer: Ana Rivera\nactivities: [open_houses]\n", "utf-8")
    async with opened(journal, (120, 30)) as person:
        await person.press("plus")
        await person.sees("Tue 10 Mar 2026: one more of  c calls 0", "a appointments 0", "1 open houses 0")
        await person.press("c")
        await person.sees("Tue 10 Mar: calls 1 · u undoes it")
        await person.press("plus", "1")
        await person.sees("Tue 10 Mar: open houses 1")
    assert "calls: 1\ncustom: {open_houses: 1}\n" in text(journal, "activity/2026/2026-03-10.yaml")


async def test_in_activity_the_selected_day_is_counted_on(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await person.press("4")
        await person.finds(lambda: person.desk.view.id == "activity" and person.desk.view.found is not None)
        await person.press("j")
        await person.press("plus")
        await person.sees("Mon 9 Mar 2026: one more of")
        await person.press("n")
        await person.sees("Mon 9 Mar: notes 4")


async def test_in_a_shared_journal_it_is_asked_whose_day_it_is(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\n"
    (journal / "journal.yaml").write_text(shared, "utf-8")
    async with opened(journal, (120, 30)) as person:
        await person.press("plus")
        await person.sees("whose day?  1 Ana Rivera  2 Maria Soto")
        await person.press("2", "c")
        await person.sees("Maria Soto, Tue 10 Mar: calls 1")
    assert (journal / "activity/maria/2026/2026-03-10.yaml").exists()
    monkeypatch.setenv("TRACKER_OFFICER", "ana")
    async with opened(journal, (120, 30)) as person:
        await person.press("plus", "c")
        await person.sees("Tue 10 Mar: calls 1")
    assert (journal / "activity/ana/2026/2026-03-10.yaml").exists()


async def test_what_has_changed_since_it_was_shown_is_not_written_over(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Lee Ortiz")
        await person.press("a")
        other = text(journal, LEE).replace("T14:00", "T15:00")
        (journal / LEE).write_text(other, "utf-8")
        await person.press("h")
        await person.sees("Lee Ortiz's file has just changed; nothing was written.")
        assert text(journal, LEE) == other


async def test_that_there_is_no_next_step_to_be_done_is_said(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await goes_to(person, "Kai Brooks")
        await person.press("d")
        await person.sees("Kai Brooks has no next step that could be done; f sets one.")


async def test_keys_that_make_no_sense_here_do_nothing(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await person.press("5")
        await person.finds(lambda: "Sarah Chen" in person.selected)
        before = await person.still()
        await person.press("a", "p", "f", "d", "x")
        assert await person.still() == before
    assert "touches" not in text(journal, PARTNER)


async def test_a_second_key_in_the_same_breath_does_not_reach_the_next_person(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "REACTION", PATIENCE)
    async with opened(journal, (120, 30)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        await person.press("j", "j", "x", "l")
        await person.type("never")
        await person.press("enter")
        await person.finds(lambda: person.selected.startswith("! Jo Hale"))
        await person.press("a", "h")
        await person.sees("Jo Hale: appointment", "the list has just changed: is it this one?")
        await person.press("escape", "k", "j", "a", "h")
        await person.sees("Jo Hale: appointment held")


async def test_a_key_that_writes_at_once_asks_first_where_the_list_has_just_changed(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (journal / JO).write_text(text(journal, JO) + "next_step: {due: 2026-03-09, action: call}\n", "utf-8")
    monkeypatch.setattr(recording, "REACTION", PATIENCE)
    async with opened(journal, (120, 30)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        await person.press("j", "j", "c", "n")
        await person.finds(lambda: person.selected.startswith("! Jo Hale"))
        await person.press("d")
        await person.sees("Jo Hale: done?  d done")
        await person.press("d")
        await person.sees("the list has just changed: is it this one?")
    assert "next_step" in text(journal, JO)
