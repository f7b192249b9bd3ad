from collections.abc import Mapping

from textual_tracker.tui.widgets.lanes import Lane, Lanes, Span, Spot


def lanes_of(cards: Mapping[str, str], room: int = 60, page: int = 3) -> Lanes:
    lanes = Lanes()
    lanes.room, lanes.page = room, page
    lanes.replace(built(cards))
    return lanes


def built(cards: Mapping[str, str]) -> list[Lane]:
    return [Lane(title, title, "", list(keys)) for title, keys in cards.items()]


def test_three_lanes_share_sixty_cells() -> None:
    lanes = lanes_of({"new": "ab", "talked": "c", "closed": ""})
    assert lanes.spans() == (Span(0, 1, 18), Span(1, 21, 18), Span(2, 41, 18))


def test_as_many_lanes_as_fit_are_shown_and_the_selected_one_among_them() -> None:
    lanes = lanes_of({"a": "a", "b": "b", "c": "c", "d": "d"}, room=40)
    assert [span.number for span in lanes.spans()] == [0, 1]
    lanes.choose(Spot(3, 0))
    assert [span.number for span in lanes.spans()] == [2, 3]
    lanes.choose(Spot(2, 0))
    assert [span.number for span in lanes.spans()] == [2, 3]


def test_one_lane_is_shown_where_there_is_hardly_room_for_it() -> None:
    assert lanes_of({"a": "a", "b": "b"}, room=5).spans() == (Span(0, 1, 3),)


def test_a_card_stays_selected_when_it_moves_to_another_lane() -> None:
    lanes = lanes_of({"new": "abc", "talked": "d"})
    lanes.choose(Spot(0, 1))
    lanes.replace(built({"new": "ac", "talked": "xyb"}))
    assert (lanes.key, lanes.spot) == ("b", Spot(1, 2))


def test_when_a_card_goes_the_one_in_its_place_is_selected() -> None:
    lanes = lanes_of({"new": "abc", "talked": "d"})
    lanes.choose(Spot(0, 2))
    lanes.replace(built({"new": "ab", "talked": "d"}))
    assert lanes.key == "b"
    lanes.replace(built({"new": "", "talked": "d"}))
    assert lanes.key == "d"


def test_right_and_left_keep_the_height_and_pass_over_empty_lanes() -> None:
    lanes = lanes_of({"new": "abc", "none": "", "talked": "de"})
    lanes.choose(Spot(0, 2))
    beside = lanes.beside(1)
    assert beside == Spot(2, 2)
    lanes.choose(beside)
    assert lanes.key == "e"
    assert lanes.beside(1) is None


def test_a_long_lane_scrolls_with_the_selection_only_as_far_as_needed() -> None:
    lanes = lanes_of({"new": "abcdef"})
    lanes.choose(Spot(0, 3))
    assert lanes.top_of(0) == 1
    lanes.choose(Spot(0, 1))
    assert lanes.top_of(0) == 1
    lanes.choose(Spot(0, 0))
    assert lanes.top_of(0) == 0


def test_a_lane_that_got_shorter_is_not_scrolled_past_its_end() -> None:
    lanes = lanes_of({"new": "abcdef"})
    lanes.choose(Spot(0, 5))
    lanes.replace(built({"new": "abcf"}))
    assert (lanes.key, lanes.top_of(0)) == ("f", 1)


def test_the_wheel_scrolls_a_lane_and_leaves_the_selection() -> None:
    lanes = lanes_of({"new": "abcdef"})
    lanes.scroll(0, 9)
    assert (lanes.top_of(0), lanes.key) == (3, "a")


def test_a_board_without_cards_has_no_selection() -> None:
    lanes = lanes_of({"new": "", "talked": ""})
    assert lanes.key is None
    assert lanes.beside(1) is None
    assert lanes_of({}).spans() == ()
