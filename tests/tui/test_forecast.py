"""Forecast: the distribution with the goal, the other windows, the track record; who it rests on, and their pages."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.analytics.forecast.made import make_chance, make_forecast, make_outlook, make_record, make_replay
from tests.histories import write_history
from tests.tui.driving import TODAY, Person, opened
from tests.tui.test_problems import broken
from tests.tui.test_screens import agreed
from textual_tracker.analytics.forecast.outlook import Chance, Forecast, TrackRecord
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.tui.messages import Look, SnapshotChanged
from textual_tracker.tui.views.forecast import found as working
from textual_tracker.tui.views.forecast.panel import panel_lines

KEY = "7"
PROBABILITIES = (0.92, 0.71, 0.34, 0.34, 0.2, 0.12, 0.05, 0.02, 0.004)
"""Of the open referrals in the order of their ids; the rest have the last."""
OF_ANA = {"closed_already": 1, "distribution": (0.0, 0.3, 0.5, 0.2), "low": 1, "high": 2, "chance_of_goal": 0.21}
"""What one officer's referrals alone bring."""


def _chances(snapshot: Snapshot) -> tuple[Chance, ...]:
    """A chance for everybody open in the journal."""
    chances: list[Chance] = []
    for referral in sorted(snapshot.referrals, key=lambda referral: referral.id):
        standing = snapshot.standing(referral)
        if standing.is_open:
            closing = standing.application.expected_close
            chances.append(
                make_chance(
                    referral=referral,
                    stage=standing.stage,
                    days_in_stage=standing.days_in_stage(snapshot.today),
                    probability=PROBABILITIES[min(len(chances), len(PROBABILITIES) - 1)],
                    basis="age" if closing is None else "expected_close",
                    expected_close=closing,
                    amount=snapshot.amount(referral),
                )
            )
    return tuple(chances)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[dt.date]]:
    """Let the forecast be one made by hand, and note for which days it is made."""

    def use(record: TrackRecord | None = None, **facts: Any) -> list[dt.date]:
        asked: list[dt.date] = []
        months = [make_replay(f"2025-{month:02}-01", 3, 6, month % 8) for month in range(3, 13)]

        def forecast(snapshot: Snapshot, *, officer: str | None = None) -> Forecast:
            asked.append(snapshot.today)
            chances = [one for one in _chances(snapshot) if officer in {None, one.referral.officer}]
            shown: dict[str, Any] = dict(OF_ANA) if officer else {}
            outlook = make_outlook(**{"chances": tuple(chances), "amount_unknown": 2, **facts, **shown})
            usual = make_record(*months, make_replay("2026-01-01", 2, 5, 6))
            return make_forecast(chosen=outlook, track_record=record or usual)

        monkeypatch.setattr(working, "forecast", forecast)
        return asked

    return use


def rows(person: Person) -> list[str]:
    """The lines of the list, with one blank between the cells."""
    return [" ".join(line.split()) for line in person.list if line.strip()]


async def sees_forecast(person: Person) -> None:
    await person.press(KEY)
    await person.finds(lambda: person.desk.view.TITLE == "Forecast" and person.desk.view.found is not None)
    await person.pilot.pause()


SCREENS = {
    "forecast": (),
    "forecast-detail": ("enter",),
    "forecast-query": ("slash", "c", "h", "e", "n"),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was_last_agreed(
    made: Callable[..., object], journal: Path, name: str, size: tuple[int, int]
) -> None:
    made()
    async with opened(journal, size) as person:
        await sees_forecast(person)
        await person.press(*SCREENS[name])
        await person.pilot.pause()
        agreed(f"{name}-{size[0]}x{size[1]}", person.screen)


async def test_the_headline_the_goal_the_windows_and_the_record(made: Callable[..., object], journal: Path) -> None:
    made()
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)
        await person.sees(
            "March 2026: 3 closed, most likely 5 · 78% for your goal of 5 · 80%: 4–7",
            "next month most likely 3 (80%: 2–6) · 20% for 5 · $1.5M",
            "dollars    $1.5M expected, $1.2M closed · 75% of $2.0M · 2 without an amount",
            "record     6 of the last 11 months fell inside · beats fixed percentages by 20%",
            "Jan said 2–5, was 6 ✗",
        )


async def test_the_likeliest_come_first_and_other_orders_are_a_key_away(
    made: Callable[..., object], journal: Path
) -> None:
    made()
    async with opened(journal, (120, 40)) as person:
        await sees_forecast(person)
        chances = [next(word for word in row.split() if word.endswith("%")) for row in rows(person)[1:]]
        assert chances[:5] == ["92%", "71%", "34%", "34%", "20%"]
        await person.press("s")
        await person.sees("by amount")
        await person.press("S")
        await person.sees("by amount, turned round")


async def test_a_query_filters_the_list_and_the_forecast_is_not_made_again(
    made: Callable[..., list[dt.date]], journal: Path
) -> None:
    asked = made()
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)
        await person.press("/", *"chen", "enter")
        await person.sees("/chen  3 of 10  esc clears")
        assert len(rows(person)) == 4
        await person.press("s", "escape")
        assert len(asked) == 1


def shared(journal: Path) -> None:
    """Ana and Lee share the journal; Dana, and Kai are Ana's, all others Lee's."""
    settings = journal / "journal.yaml"
    text = settings.read_text("utf-8").replace("officer: Ana Rivera", "officers: {ana: Ana Rivera, lee: Lee Wong}")
    settings.write_text(text, "utf-8")
    for path in (journal / "referrals").rglob("*.yaml"):
        officer = "ana" if "dana" in path.name or "kai" in path.name else "lee"
        path.write_text(f"{path.read_text('utf-8')}officer: {officer}\n", "utf-8")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("officer:ana", "Ana Rivera · March 2026: 1 closed, most likely 2 · 21% for your goal of 5 · 80%: 1–2"),
        ("chen", "everybody · March 2026: 3 closed, most likely 5 · 78% for your goal of 5 · 80%: 4–7"),
        ("officer:ana chen", "everybody · March 2026: 3 closed, most likely 5 · 78% for your goal of 5 · 80%: 4–7"),
        ("-officer:ana", "everybody · March 2026: 3 closed, most likely 5 · 78% for your goal of 5 · 80%: 4–7"),
    ],
)
async def test_a_query_for_one_officer_alone_has_that_officer_s_forecast(
    made: Callable[..., list[dt.date]], journal: Path, query: str, says: str
) -> None:
    shared(journal)
    asked = made()
    async with opened(journal, (140, 30)) as person:
        await sees_forecast(person)
        await person.still()  # a second look at the files, just written, is made of other records
        made_before = len(asked)
        await person.press("/", *query, "enter")
        await person.sees(says, " of 10  esc clears")
        assert len(asked) - made_before == (1 if query.startswith("officer") else 0)
        await person.press("escape")
        await person.sees(" March 2026: 3 closed, most likely 5 · 78% for your goal of 5")


@pytest.mark.parametrize(
    ("size", "query", "says"),
    [
        ((80, 24), "officer:ana", "Ana Rivera · 21% for 5 · most likely 2 "),
        ((60, 20), "officer:ana", "21% for 5   /officer:ana  2 of 10  esc clears"),
        ((80, 24), "chen", "everybody · March 2026: most likely 5 · 78% for 5"),
        ((60, 20), "chen", "everybody · 78% for 5 "),
        ((60, 20), "", "March 2026: 3 closed, most likely 5 · 78% for 5 · 80%: 4–7"),
        ((40, 14), "", "March 2026: most likely 5 · 78% for 5"),
    ],
)
async def test_the_chance_of_the_goal_is_never_cut(
    made: Callable[..., object], journal: Path, size: tuple[int, int], query: str, says: str
) -> None:
    shared(journal)
    made()
    async with opened(journal, size) as person:
        await sees_forecast(person)
        if query:
            await person.press("/", *query, "enter")
        await person.sees(says)
        await person.pilot.resize_terminal(140, 30)
        await person.sees("for your goal of 5 · 80%: ")


@pytest.mark.parametrize(
    ("size", "says"),
    [
        ((120, 40), "78% for your goal of 5 · 80%: 4–7 · take it with care"),
        ((60, 20), "March 2026: most likely 5 · 78% for 5 · take it with care"),
        ((40, 14), "78% for 5 · take it with care"),
    ],
)
async def test_a_poor_record_is_told_in_the_headline(
    made: Callable[..., object], journal: Path, size: tuple[int, int], says: str
) -> None:
    made(record=make_record(*[make_replay(actual=9)] * 3))
    async with opened(journal, size) as person:
        await sees_forecast(person)
        await person.sees(says)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 14)])
async def test_who_is_left_out_for_an_error_is_said_above_the_rows(
    made: Callable[..., object], journal: Path, size: tuple[int, int]
) -> None:
    made()
    broken(journal)
    async with opened(journal, size) as person:
        await sees_forecast(person)
        await person.sees("✗  1 left out: its file has an error")
        (journal / "referrals/2026/2026-03-05-lee-ortiz.yaml").write_text("borrower: [\n", "utf-8")
        await person.press("r")
        await person.sees("✗  2 left out: errors in their files")


async def test_an_officer_s_forecast_leaves_out_that_officer_s_files(
    made: Callable[..., object], journal: Path
) -> None:
    shared(journal)
    broken(journal)
    made()
    async with opened(journal, (140, 30)) as person:
        await sees_forecast(person)
        await person.press("/", *"officer:ana", "enter")
        await person.sees("1 left out: its file has an error · 8 shows it")
        await person.press("escape", "/", *"officer:lee", "enter")
        await person.sees("Lee Wong · ")
        assert "left out" not in person.screen


def unlikely(journal: Path, people: int) -> None:
    """So many people more who have next to no chance."""
    for number in range(people):
        path = journal / f"referrals/2026/2026-03-09-zed-{number}.yaml"
        path.write_text(f"borrower: Zed Number{number}\nsource: sphere\n", "utf-8")


async def test_those_under_one_percent_fold_into_the_last_line(made: Callable[..., object], journal: Path) -> None:
    """Two of the journal have less than 1%, and so have seven more."""
    made()
    unlikely(journal, 7)
    async with opened(journal, (100, 40)) as person:
        await sees_forecast(person)
        assert rows(person)[-1] == "▸ 9 more under 1% enter unfolds"
        assert len(rows(person)) == 1 + 8 + 1
        await person.press("G")
        await person.sees("enter unfold ")
        await person.press("enter")
        await person.sees("▾  9 more under 1%   enter folds", "Zed Number6", "<1%")
        assert person.selected.startswith("▾ 9 more")
        await person.press("enter")
        await person.misses("Zed Number6")


async def test_a_handful_of_them_is_listed_and_whom_a_query_finds_too(
    made: Callable[..., object], journal: Path
) -> None:
    made()
    unlikely(journal, 7)
    async with opened(journal, (100, 40)) as person:
        await sees_forecast(person)
        await person.press("/", *"number3", "enter")
        await person.sees("1 of 17", "Zed Number3")
        assert "under 1%" not in person.screen


async def test_whom_a_person_chose_elsewhere_is_unfolded(made: Callable[..., object], journal: Path) -> None:
    made()
    unlikely(journal, 7)
    async with opened(journal, (100, 40)) as person:
        await sees_forecast(person)
        await person.press("2", "/", *"number5", "enter")
        await person.sees("1 of ")
        await person.press("k", "j", "g", "enter", KEY)
        await person.sees("▾  9 more under 1%")
        assert "Zed Number5" in person.selected


async def test_nobody_matches(made: Callable[..., object], journal: Path) -> None:
    made()
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)
        await person.press("/", *"xyzzy", "enter")
        await person.sees("Nobody who is open matches.", "esc clears the query.")


async def test_enter_opens_the_page_with_the_chance_and_what_it_rests_on(
    made: Callable[..., object], journal: Path
) -> None:
    made()
    async with opened(journal, (80, 40)) as person:
        await sees_forecast(person)
        await person.press("enter")
        await person.sees("92% to close in March 2026", "It rests on the 34 others that waited in", "STORY")
        await person.press("escape")
        await person.misses("STORY")


async def test_the_keys_that_write_and_lead_elsewhere_work_here(made: Callable[..., object], journal: Path) -> None:
    made()
    async with opened(journal, (100, 30)) as person:
        await sees_forecast(person)
        await person.press("j")
        name = person.selected
        view = person.desk.view
        target = view.target()
        assert target is not None
        await person.press("c", "v")
        await person.finds(lambda: "left_message" in (journal / target.path).read_text("utf-8"))
        await person.press("3")
        await person.press(KEY)
        assert person.selected == name
        await person.press("y")
        await person.sees("copied")


async def test_a_change_of_the_files_makes_the_forecast_anew(made: Callable[..., list[dt.date]], journal: Path) -> None:
    asked = made()
    async with opened(journal, (100, 30)) as person:
        await sees_forecast(person)
        (journal / "referrals/2026/2026-03-10-nia-novak.yaml").write_text(
            "borrower: Nia Novak\nsource: sphere\n", "utf-8"
        )
        await person.press("r")
        await person.finds(lambda: len(asked) == 2)


async def test_a_look_at_the_same_records_does_not_make_the_forecast_anew_but_another_day_does(
    made: Callable[..., list[dt.date]], journal: Path
) -> None:
    asked = made()
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)

        async def looks(today: dt.date) -> None:
            seen = person.desk.look
            assert seen is not None
            look = Look(Snapshot(seen.snapshot.journal, today), seen.problems)  # as after the check of all records
            person.desk.post_message(SnapshotChanged(look))
            await person.finds(lambda: person.desk.view.look is look)

        await looks(TODAY)
        assert asked == [TODAY]
        await looks(TODAY + dt.timedelta(1))
        assert asked == [TODAY, TODAY + dt.timedelta(1)]


def test_the_bars_from_the_goal_on_stand_out_by_their_role() -> None:
    lowest = panel_lines(make_forecast(), dt.date(2026, 3, 10), 78, 24)[2]
    assert [(piece.text, piece.role) for piece in lowest if piece.text.strip()] == [
        ("▃▃▃▃▃", "text"),
        ("█████", "text"),
        (" │ ", "strong"),
        ("█████", "accent"),
        ("█████", "accent"),
        ("█████", "accent"),
        ("▄▄▄▄▄", "accent"),
        ("▂▂▂▂▂", "accent"),
    ]


@pytest.mark.parametrize(("room", "screen"), [(78, 13), (78, 24), (118, 40), (158, 45), (40, 14), (298, 80)])
def test_the_panel_keeps_to_its_room(room: int, screen: int) -> None:
    months = make_record(*(make_replay(f"2025-{month:02}-01") for month in range(1, 13)))
    lines = panel_lines(make_forecast(track_record=months), dt.date(2026, 3, 10), room, screen)
    assert len(lines) <= screen // 2
    assert (len(lines) > 0) == (screen >= 14)


async def test_without_a_goal_no_line_stands_among_the_bars(made: Callable[..., object], journal: Path) -> None:
    made(goal=None, volume_goal=None)
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)
        bars = person.screen.splitlines()[2:5]
        assert any("█" in line for line in bars)
        assert not any("│" in line for line in bars)
        assert "your goal" not in person.screen


async def test_a_goal_that_is_reached(made: Callable[..., object], journal: Path) -> None:
    made(goal=2)
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)
        await person.sees("most likely 5 · your goal of 2 is reached · 80%: 4–7")


async def test_too_little_history_is_said_and_there_is_no_number(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)
        await person.sees(
            "too little history for a forecast",
            "2 referrals are decided, which means closed or lost.",
            "It takes 10: 8 more.",
        )
        assert "%" not in person.screen
        assert person.screen.casefold().count("too little history") == 1
        assert not any("who" in line or "chance" in line for line in person.list)


async def test_too_little_history_fits_the_smallest_terminal(journal: Path) -> None:
    async with opened(journal, (40, 10)) as person:
        await sees_forecast(person)
        await person.sees("too little history", "It takes 10: 8 more.")
        await person.pilot.resize_terminal(8, 5)
        await person.pilot.pause()


async def test_an_empty_journal_says_how_the_first_referral_is_written(journal: Path) -> None:
    for path in (journal / "referrals").rglob("*.yaml"):
        path.unlink()
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)
        await person.sees("too little history for a forecast", "No referrals yet.")


@pytest.mark.parametrize(("lost", "shown"), [(3, "It takes 10: 1 more."), (4, "Nobody is open. o adds a referral.")])
async def test_ten_decided_are_the_floor(journal: Path, lost: int, shown: str) -> None:
    for path in (journal / "referrals").rglob("*.yaml"):
        path.unlink()
    write_history(journal, 6, lost)
    async with opened(journal, (80, 24)) as person:
        await sees_forecast(person)
        await person.sees(shown)
        assert ("March 2026: 1 closed, " in person.screen) == (lost == 4)


@pytest.mark.parametrize("size", [(40, 10), (40, 14), (60, 13), (200, 60), (300, 80)])
async def test_it_fits_any_terminal(made: Callable[..., object], journal: Path, size: tuple[int, int]) -> None:
    made()
    async with opened(journal, size) as person:
        await sees_forecast(person)
        assert person.selected
        assert max(map(len, person.screen.splitlines())) <= size[0]
