from collections.abc import Mapping

import pytest
from textual.app import App, ComposeResult

from tests.tui.seeing import lines_drawn, lines_of, until
from textual_tracker.tui.widgets.board import Board, Card
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.lanes import Lane, Spot
from textual_tracker.tui.widgets.selection import Chosen, Selected


class OneBoard(App[int]):
    def __init__(self) -> None:
        super().__init__()
        self.selected: list[str | None] = []
        self.chosen: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield Board()

    def on_selected(self, event: Selected) -> None:
        self.selected.append(event.key)

    def on_chosen(self, event: Chosen) -> None:
        self.chosen.append(event.key)

    @property
    def board(self) -> Board:
        return self.query_one(Board)

    def show(self, cards: Mapping[str, str]) -> None:
        lanes = [Lane(title, title, f"{len(keys)} · $1k", list(keys)) for title, keys in cards.items()]

        def card(spot: Spot) -> Card:
            name = lanes[spot.lane].keys[spot.card]
            return Card(Piece("!", "stalled"), Piece(f"Name {name}"), Piece("2d"), Piece("no-show"), Piece("$385k"))

        self.board.show(lanes, card)


async def test_lanes_stand_side_by_side_with_their_heads_and_cards() -> None:
    app = OneBoard()
    async with app.run_test(size=(40, 9)) as pilot:
        app.show({"New": "ab", "Talked": "c"})
        await pilot.pause()
        assert lines_of(app.board) == [
            " New                 Talked",
            " 2 · $1k             1 · $1k",
            " ──────────────────  ──────────────────",
            " ! Name a        2d  ! Name c        2d",
            "   no-show    $385k    no-show    $385k",
            " ! Name b        2d",
            "   no-show    $385k",
            "",
            "",
        ]


async def test_lanes_out_of_view_are_named_at_the_edge() -> None:
    app = OneBoard()
    async with app.run_test(size=(40, 9)) as pilot:
        app.show({"New": "a", "Talked": "b", "Applied": "c", "Closed": "d"})
        await pilot.pause()
        assert lines_of(app.board)[0] == "                 Applied 1 · Closed 1 ›"
        app.board.across(1)
        app.board.across(1)
        await pilot.pause()
        assert lines_of(app.board)[0].split() == ["‹", "New", "1", "Closed", "1", "›"]


async def test_a_long_lane_says_how_many_cards_lie_above_and_below() -> None:
    app = OneBoard()
    async with app.run_test(size=(20, 8)) as pilot:
        app.show({"New": "abcdef"})
        await pilot.pause()
        assert lines_of(app.board)[-1] == " ────── ↓ 4 ───────"
        app.board.move(3)
        await pilot.pause()
        assert lines_of(app.board)[2] == " ────── ↑ 2 ───────"
        assert lines_of(app.board)[-1] == " ────── ↓ 2 ───────"
        app.board.last()
        await pilot.pause()
        assert lines_of(app.board)[-1] == ""


async def test_a_key_draws_the_two_cards_again_and_not_the_board(monkeypatch: pytest.MonkeyPatch) -> None:
    app = OneBoard()
    async with app.run_test(size=(40, 12)) as pilot:
        app.show({"New": "abc", "Talked": "c"})
        await pilot.pause()
        drawn = lines_drawn(monkeypatch, app.board)
        app.board.move(1)
        await pilot.pause()
        assert set(drawn) == {0, 3, 4, 5, 6}


async def test_a_click_selects_a_card_and_a_second_click_chooses_it() -> None:
    app = OneBoard()
    async with app.run_test(size=(40, 12)) as pilot:
        app.show({"New": "abc", "Talked": "d"})
        await pilot.pause()
        await pilot.click(Board, offset=(25, 4))
        await until(pilot, lambda: app.board.key == "d")
        await pilot.click(Board, offset=(25, 4))
        await until(pilot, lambda: app.chosen == ["d"])
        await pilot.click(Board, offset=(25, 9))
        assert app.board.key == "d"


async def test_the_selection_is_told_once_and_stays_with_its_card() -> None:
    app = OneBoard()
    async with app.run_test(size=(40, 12)) as pilot:
        app.show({"New": "ab", "Talked": "c"})
        app.board.move(1)
        await until(pilot, lambda: app.selected == ["a", "b"])
        app.show({"New": "a", "Talked": "cb"})
        await pilot.pause()
        assert app.board.key == "b"
        assert app.selected == ["a", "b"]


async def test_without_a_card_it_says_what_to_do() -> None:
    app = OneBoard()
    async with app.run_test(size=(40, 12)) as pilot:
        app.board.show([Lane("new", "New", "0", [])], lambda _: Card(), [(Piece("No referrals yet."),)])
        await pilot.pause()
        assert lines_of(app.board)[3] == " No referrals yet."
        assert app.board.key is None


async def test_a_long_text_gives_way_to_the_number_beside_it() -> None:
    app = OneBoard()
    async with app.run_test(size=(16, 12)) as pilot:
        lane = Lane("new", "A title that is longer than the lane", "1", ["a", "b"])
        card = Card(
            Piece("·", "risk"), Piece("\x1b田中さくら" * 99), Piece("12d"), Piece("Someone Long"), Piece("$1.2M")
        )
        app.board.show([lane], lambda spot: card._replace(whole=spot.card == 1))
        await pilot.pause()
        assert lines_of(app.board)[3:7] == [
            " · \\x1b田…  12d",
            "   Someo… $1.2M",
            " · \\x1b田…  12d",
            "   Someone Long",
        ]


async def test_a_card_that_is_covered_is_seen_above_and_the_lanes_go_back() -> None:
    app = OneBoard()
    async with app.run_test(size=(40, 12)) as pilot:
        app.show({"New": "abcdefgh", "Talked": "klm"})
        app.board.select("d")
        await pilot.pause()
        before = lines_of(app.board)
        app.board.cover(11)
        assert lines_of(app.board) == before
        app.board.cover(8)
        await pilot.pause()
        assert lines_of(app.board)[:8] == [
            " New                 Talked",
            " 8 · $1k             3 · $1k",
            " ────── ↑ 2 ───────  ──────────────────",
            " ! Name c        2d  ! Name k        2d",
            "   no-show    $385k    no-show    $385k",
            " ! Name d        2d  ! Name l        2d",
            "   no-show    $385k    no-show    $385k",
            " ────── ↓ 4 ───────  ────── ↓ 1 ───────",
        ]
        app.board.cover(12)
        await pilot.pause()
        assert lines_of(app.board) == before
