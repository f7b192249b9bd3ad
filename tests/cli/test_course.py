"""The commands that take a referral through its course: whom they name, what they write, and what they refuse."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.writing import DANA, KAI, LEE, MARCUS, PRIYA, differing, texts


@pytest.mark.parametrize(
    ("line", "path", "says"),
    [
        ("appt dana mon 2pm", DANA, "Dana Ortiz: appointment Mon 16 Mar 14:00"),
        ("appt dana ortiz 2pm mon", DANA, "Dana Ortiz: appointment Mon 16 Mar 14:00"),
        ("appt Dana Ortiz tomorrow at 10", DANA, "Dana Ortiz: appointment Wed 11 Mar 10:00"),
        ("appt lee ortiz held", LEE, "Lee Ortiz: appointment held"),
        ("appt lee ortiz HELD", LEE, "Lee Ortiz: appointment held"),
        ("appt lee no show", LEE, "Lee Ortiz: no-show"),
        ("appt lee no-show", LEE, "Lee Ortiz: no-show"),
        ("appt lee canceled", LEE, "Lee Ortiz: appointment cancelled"),
        ("appt lee canc", LEE, "Lee Ortiz: appointment cancelled"),
        ("mark kai started", KAI, "Kai Brooks: application started"),
        ("mark kai started -1", KAI, "Kai Brooks: application started on Mon 9 Mar"),
        ("mark kai brooks started mon", KAI, "Kai Brooks: application started on Mon 9 Mar"),
        ("mark priya clear to close", PRIYA, "Priya Nair: clear to close"),
        ("mark priya CLEAR_TO 9 mar", PRIYA, "Priya Nair: clear to close on Mon 9 Mar"),
        ("mark priya appraisal-rec --date mon", PRIYA, "Priya Nair: appraisal received on Mon 9 Mar"),
        ("mark priya expected-close mar 20", PRIYA, "Priya Nair: closing moved from Fri 6 Mar to Fri 20 Mar"),
        ("mark priya expected close 3/20", PRIYA, "Priya Nair: closing moved from Fri 6 Mar to Fri 20 Mar"),
        ("mark priya fell through", PRIYA, "Priya Nair: contract fell through"),
        ("mark priya fell --reason missed", PRIYA, "Priya Nair: contract fell through (missed contract date)"),
        ("next kai fri collect pay stubs", KAI, "Kai Brooks: next step Fri 13 Mar: collect pay stubs"),
        ("next kai brooks @maria +3 call", KAI, "Kai Brooks: next step Fri 13 Mar: call (maria)"),
        ("next kai mon 2pm call", KAI, "Kai Brooks: next step Mon 16 Mar: call (14:00)"),
        ("done lee ortiz", LEE, "Lee Ortiz: done: collect pay stubs"),
        ("close priya --amount $396,500 --date mon", PRIYA, "Priya Nair: closed on Mon 9 Mar, $396,500"),
        ("lose marcus --reason never", MARCUS, "Marcus Bell: lost (never reached)"),
        ("lose marcus --reason rate --revisit 6m", MARCUS,
         "Marcus Bell: lost (chose other lender rate), second chance Thu 10 Sep"),
        ("nurture kai --revisit eom", KAI, "Kai Brooks: nurture until Tue 31 Mar"),
    ],
)  # fmt: skip
def test_as_it_is_typed(tracker: Tracker, journal: Path, line: str, path: str, says: str) -> None:
    before = texts(journal)
    ran = tracker(*line.split())

    assert ran.code == 0, ran.err
    assert ran.out.startswith(f"{says}\n  {path}\n")
    assert path in differing(before, journal)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("appt dana 31 feb", "there is no 31 Feb"),
        ("appt dana mnoday", '"mnoday" is no day; did you mean "monday"?'),
        ("appt dana held --date tomorrow", "Wed 11 Mar is still ahead"),
        ("appt lee cancelled --date mon", "an appointment that is called off has no day but its own"),
        ("appt dana no-show", "Dana Ortiz has no appointment that could be missed"),
        ("appt mon 2pm", 'no referral is named "mon"'),
        ("mark dana", "mark needs REF MILESTONE [DATE]:"),
        ("mark kai preaproved", '"preaproved" is not a milestone; did you mean preapproved?'),
        ("mark kai brooks preaproved 6 mar", '"preaproved" is not a milestone; did you mean preapproved?'),
        ("mark kai appraisal", '"appraisal" may be appraisal-ordered or appraisal-received; write more of it'),
        ("mark kai started 31 feb", "there is no 31 Feb"),
        ("mark kai started mon 2pm", "started has a day, and no time of day"),
        ("mark started 6 mar", "of whom? tracker mark REF started 6 mar"),
        ("mark kai started --reason rate", "--reason goes with fell-through"),
        ("mark priya expected-close", "which day? tracker mark 2026-01-12-priya-nair expected-close DATE"),
        ("mark chen started", 'no referral is named "chen", but a partner is'),
        (
            "next kai collect pay stubs",
            'when? no day stands behind the name in "kai collect pay stubs"; write it like fri',
        ),
        (
            "next kai brooks collect fri",
            "the day stands right behind the name, and then what is to be done: tracker next",
        ),
        ("next kai firday collect", '"firday" is no day; did you mean "friday"?'),
        ("next kai 31 feb collect", "there is no 31 Feb"),
        ("next kai fri", "next needs REF WHEN ACTION:"),
        ("done kai", "Kai Brooks has no next step that could be done"),
        ("close gomez", "Ana Gómez closed on Fri 19 Dec 2025 already"),
        ("lose marcus --reason other", "the reason other needs a note that says what it was"),
        ("lose marcus --reason denied", '"denied" may be denied_debt_to_income, '),
        ("lose kai", "why was it lost? give --reason, one of\n  follow-up      never_reached, went_cold\n"),
        ("nurture kai", "until when? give --revisit, such as 2w, eom or 2026-09-01"),
        ("nurture kai --revisit 2026-03-01", "Sun 1 Mar is no day to come"),
        ("reopen kai", "nothing to change: Kai Brooks is open"),
        ("log lee vm --date 6 mar", '"6" is no day'),
        ("nurture kai --revisit sep 1", '"sep" is no day'),
    ],
)
def test_what_is_refused_writes_nothing(tracker: Tracker, journal: Path, line: str, sentence: str) -> None:
    before = texts(journal)
    ran = tracker(*line.split())

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")
    assert differing(before, journal) == {}


@pytest.mark.parametrize(("words", "option"), [(["log", "lee", "vm", "--date", "6"], "date"),
                                                (["nurture", "kai", "--revisit", "Sep"], "revisit")])  # fmt: skip
def test_half_a_day_is_answered_with_how_to_give_a_whole_one(tracker: Tracker, words: list[str], option: str) -> None:
    assert tracker(*words).err.endswith(f'; what has several words stands in quotes: --{option} "6 mar"\n')


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("log dana vm reached",
         ('"vm" and "reached" are two contacts; log one after the other: '
          "tracker log dana vm, then tracker log dana reached")),
        ("log dana ortiz r b",
         ('"r" and "b" are two contacts; log one after the other: '
          "tracker log dana ortiz r, then tracker log dana ortiz b")),
        ("log dana vm mon", '"mon" is no contact; when it was, --date says: tracker log dana vm --date mon'),
        ("log dana mon vm", '"mon" is no contact; when it was, --date says: tracker log dana vm --date mon'),
        ("log vm dana", "the name comes first: tracker log dana vm"),
        ("log dana r spoke about rates",
         ('"spoke about rates" is no contact; what was said is a note: '
          "--note 'spoke about rates'")),
        ("log dana vm --note will call", 'what has several words stands in quotes: --note "will call"'),
        ("log dana vm --date mon 2pm", 'what has several words stands in quotes: --date "mon 2pm"'),
        ("log dana vm --date 6 mar", '"6" is no day; what has several words stands in quotes: --date "6 mar"'),
        ("nurture kai --revisit 1 sep", '"1" is no day; what has several words stands in quotes: --revisit "1 sep"'),
        ("lose kai --reason went cold", 'what has several words stands in quotes: --reason "went cold"'),
        ("lose kai went-cold", '"went-cold" is no part of the name; write tracker lose kai --reason went-cold'),
        ("close kai 385k", '"385k" is no part of the name; write tracker close kai --amount 385k'),
        ("close kai 385k mon",
         '"385k mon" is no part of the name; write tracker close kai --amount 385k --date mon'),
        ("appt lee tomorow 2pm", '"tomorow 2pm" is no day; did you mean "tomorrow 2pm"?'),
        ("lose kai went-cold mon",
         '"went-cold mon" is no part of the name; write tracker lose kai --reason went-cold --date mon'),
        ("close kai mon", '"mon" is no part of the name; write tracker close kai --date mon'),
        ("nurture kai 2w", '"2w" is no part of the name; write tracker nurture kai --revisit 2w'),
        ("tell lee text", '"text" is no part of the name; write tracker tell lee --channel text'),
        ("done lee got them", 'nobody is named "lee got them"; if "got them" is a note: --note \'got them\''),
        ("done zoe park", 'no referral is named "zoe park"; `tracker list --all` shows them all'),
        ("appt lee held mon", "when that was, --date says: tracker appt lee held --date mon"),
        ("appt lee mon held", "when that was, --date says: tracker appt lee held --date mon"),
        ("appt lee cancelled mon",
         "an appointment that is called off has no day but its own: tracker appt lee cancelled"),
        ("appt lee --date mon 2pm held", 'what has several words stands in quotes: --date "mon 2pm"'),
        ("appt lee met", '"met" is no day; did you mean held?'),
        ("appt mon 2pm lee", "the name comes first: tracker appt lee mon 2pm"),
        ("mark kai closed", '"closed" is not a milestone of the application; write tracker close REF'),
        ("mark lee no-show", '"no-show" is not a milestone of the application; write tracker appt REF no-show'),
        ("mark started mon kai", "the name comes first: tracker mark kai started mon"),
        ("tell lee @tran", '"@tran" is no part of the name; write tracker tell lee --partner @tran'),
        ("lose kai reason went-cold",
         '"reason went-cold" is no part of the name; write tracker lose kai --reason went-cold'),
        ("close kai --reason x", "close has no option --reason; it has --amount, --date, --note, --dry-run"),
        ("appointment kai mon", 'there is no command "appointment"; did you mean appt?'),
        ("mark kai mon started", "the day stands behind the milestone: tracker mark kai started mon"),
        ("mark kai started submitted",
         ('"started" and "submitted" are two milestones; mark one after the other: '
          "tracker mark kai started, then tracker mark kai submitted")),
    ],
)  # fmt: skip
def test_words_in_the_wrong_place_are_not_blamed_on_the_name(
    tracker: Tracker, journal: Path, line: str, sentence: str
) -> None:
    before = texts(journal)
    ran = tracker(*line.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"tracker: {sentence}\n")
    assert differing(before, journal) == {}


@pytest.mark.parametrize("line", ["next kai fri call", "done kai"])
def test_an_error_that_stands_in_the_way_is_named(tracker: Tracker, journal: Path, line: str) -> None:
    (journal / KAI).write_text((journal / KAI).read_text() + "next_step: call him\n")
    number = len((journal / KAI).read_text().splitlines())
    ran = tracker(*line.split())
    assert ran.code == 2
    assert ran.err == (
        f'tracker: {KAI}:{number}:12: "call him" stands where next_step has lines of the form key: value; '
        "write next_step: {action: call him}\nThat is to be mended first: tracker edit 2026-02-16-kai-brooks\n"
    )


@pytest.mark.parametrize("name", ["", " ", "@"])
def test_an_empty_name_is_nobodys(tracker: Tracker, journal: Path, name: str) -> None:
    """A script whose variable is empty writes nothing, even where there is but one record."""
    before = texts(journal)
    for words in (["log", name, "vm"], ["done", name], ["set", name, "amount=3"], ["tell", name]):
        assert tracker(*words).err == "tracker: whom? the name is empty\n"
    assert differing(before, journal) == {}


def test_an_ending_that_another_takes_the_place_of_is_kept(tracker: Tracker, journal: Path) -> None:
    tracker("nurture", "kai", "--revisit", "2w", "--today", "2026-03-09")
    tracker("lose", "kai", "--reason", "went-cold")

    assert "".join((journal / KAI).read_text().partition("outcome:")[1:]).splitlines()[:6] == [
        "outcome:",
        "  status: lost",
        "  date: 2026-03-10",
        "  reason: went_cold",
        "  earlier:",
        "    - {status: nurture, date: 2026-03-09, revisit: 2026-03-23, ended: 2026-03-10}",
    ]


def test_who_is_already_lost_can_be_named_and_comes_back(tracker: Tracker, journal: Path) -> None:
    tracker("stalled")
    before = texts(journal)
    ran = tracker("reopen", "jo")
    assert ran.out.startswith("Jo Hale: open again\n")
    assert list(differing(before, journal)) == ["referrals/2025/2025-10-06-jo-hale.yaml"]


@pytest.mark.parametrize(
    "line", ["appt dana fri", "mark kai started", "done lee", "reopen jo", "tell dana", "count calls"]
)
def test_a_dry_run_writes_nothing(tracker: Tracker, journal: Path, line: str) -> None:
    before = texts(journal)
    ran = tracker(*line.split(), "--dry-run")

    assert ran.code == 0
    assert ran.out.startswith("--- ")
    assert ran.err.endswith(" (nothing was written)\n")
    assert differing(before, journal) == {}
