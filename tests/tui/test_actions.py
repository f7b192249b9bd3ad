"""One table of actions feeds the keys, the bar, the help and the palette; none of them names a dead key."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened
from textual_tracker.reading.clashes import ALWAYS
from textual_tracker.reading.key_names import NEVER, key_written
from textual_tracker.tui.actions import ACTIONS, BY_ID, bindings, key_name
from textual_tracker.tui.app import TrackerApp
from textual_tracker.tui.desk import Desk
from textual_tracker.tui.screens.help import help_text
from textual_tracker.tui.views import VIEWS
from textual_tracker.tui.views.activity.view import ActivityView
from textual_tracker.tui.views.pipeline.view import PipelineView
from textual_tracker.tui.views.problems.view import ProblemsView
from textual_tracker.tui.views.results.view import ResultsView
from textual_tracker.tui.views.stalled.view import StalledView


def test_every_action_is_carried_out_by_somebody_and_everything_done_has_a_key() -> None:
    ids = {action.id for action in ACTIONS}
    done = {
        name.removeprefix("do_")
        for kind in (TrackerApp, Desk, ActivityView, PipelineView, ProblemsView, ResultsView, StalledView)
        for name in dir(kind)
        if name[:3] == "do_"
    }
    assert done == ids


def test_ids_and_keys_are_unique() -> None:
    ids = [action.id for action in ACTIONS]
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)
    assert not set(NEVER) & set(keys)


def test_a_key_can_be_written_into_the_settings_as_the_help_shows_it() -> None:
    for action in ACTIONS:
        assert [key_written(key_name(key)).key for key in action.keys] == list(action.keys)


def test_the_keys_that_are_always_the_same_are_those_of_their_actions() -> None:
    assert {action: BY_ID[action].keys for action in ALWAYS} == {action: (key,) for action, key in ALWAYS.items()}


def test_a_binding_has_the_id_of_its_action_so_that_its_keys_can_be_changed() -> None:
    assert {binding.id for binding in bindings()} == {action.id for action in ACTIONS}


def test_every_view_has_an_action_that_goes_to_it() -> None:
    assert set(VIEWS) <= {action.id for action in ACTIONS}


def test_the_help_names_every_action() -> None:
    text = "\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in help_text(lambda _: True))
    assert all(action.help in text and action.shown_keys in text for action in ACTIONS)


async def test_a_key_that_means_nothing_here_is_in_no_list(journal: Path) -> None:
    async with opened(journal, (120, 60)) as person:
        await person.press("2")
        await person.sees("b table")
        await person.press("8")
        await person.sees("8 Problems", "no errors", "what to do")
        assert "b table" not in person.screen
        before = await person.still()
        await person.press("b", "h", "l", "F")
        assert await person.still() == before


def bar(person: Person) -> str:
    """The bar of keys."""
    return person.screen.splitlines()[-1]


@pytest.mark.parametrize("view", ["2", "3", "5", "6", "7", "8"])
async def test_where_there_is_nothing_the_bar_names_no_key_of_a_row(journal: Path, view: str) -> None:
    for path in [*(journal / "referrals").rglob("*.yaml"), *(journal / "partners").rglob("*.yaml")]:
        path.unlink()
    async with opened(journal, (160, 30)) as person:
        await person.press(view)
        await person.finds(lambda: person.desk.view.found is not None and "Reading" not in person.screen)
        assert all(f"{key} " not in bar(person) for key in ("enter", "e edit", "s sort", "c contact"))
        before = await person.still()
        await person.press("e", "enter", "s", "S")
        assert await person.still() == before


async def test_a_line_about_nobody_has_no_file_to_edit(journal: Path) -> None:
    async with opened(journal, (120, 40)) as person:
        await person.press("3")
        await person.sees("▸  1 to decide or close out", "e edit")
        await person.press("G")
        await person.finds(lambda: "enter unfold" in bar(person))
        assert "e edit" not in bar(person)
        await person.press("enter", "j")
        await person.finds(lambda: "e edit" in bar(person))


@pytest.mark.parametrize("view", ["1", "2", "3", "4", "5", "6"])
async def test_the_way_back_from_what_is_open_stays_in_sight(journal: Path, view: str) -> None:
    async with opened(journal, (60, 20)) as person:
        await person.press(view)
        await person.finds(lambda: person.desk.view.main.key is not None)
        await person.press("enter")
        await person.finds(lambda: "enter close" in bar(person))


@pytest.mark.parametrize("view", ["2", "3", "4", "5", "6", "7"])
async def test_what_a_query_found_and_how_it_is_cleared_is_never_cut(journal: Path, view: str) -> None:
    async with opened(journal, (60, 20)) as person:
        await person.press(view)
        await person.finds(lambda: person.desk.view.found is not None)
        await person.press("/", *"zzqq", "enter")
        await person.finds(lambda: person.screen.splitlines()[1].endswith("  esc clears"))
        assert "/zzqq  0 of " in person.screen.splitlines()[1]
        await person.pilot.resize_terminal(50, 20)
        await person.finds(lambda: person.screen.splitlines()[1].endswith("  esc clears"))


async def test_the_help_says_in_words_which_keys_do_nothing_here(journal: Path) -> None:
    async with opened(journal, (120, 80)) as person:
        await person.press("6")
        await person.sees("FUNNEL")
        await person.press("?")
        await person.sees("NOT HERE NOW")
        before, _, after = (await person.still()).partition("NOT HERE NOW")
        for name in ("sort", "reverse", "edit", "left", "contact"):
            assert BY_ID[name].help not in before
            assert BY_ID[name].help in after
        assert BY_ID["window"].help in before


async def test_help_is_scrolled_and_closed_with_the_same_keys(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("question_mark")
        await person.sees("GO TO", "Pipeline: every open referral by stage")
        await person.press("G")
        await person.sees("SIGNS", "stalled: past its limit")
        await person.press("g")
        await person.sees("GO TO")
        await person.press("q")
        await person.sees("10 open")


async def test_a_click_on_a_name_in_the_bar_does_what_its_key_does(journal: Path) -> None:
    async with opened(journal) as person:
        x = person.screen.splitlines()[-1].index("3")
        await person.pilot.click(offset=(x, 23))
        await person.sees("waiting", "waited")


async def test_ctrl_c_says_how_to_leave_and_q_leaves(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press("ctrl+c")
        await person.sees("q leaves")
        await person.press("q")
        await person.finds(lambda: person.app._exit)
    assert person.app.return_value == 0
