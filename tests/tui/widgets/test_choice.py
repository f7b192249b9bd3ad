from textual_tracker.tui.widgets.choice import Choice


def chosen(keys: str, index: int) -> Choice:
    choice = Choice()
    choice.replace(keys)
    choice.choose(index)
    return choice


def test_a_row_stays_selected_when_others_come_and_go_around_it() -> None:
    choice = chosen("abcd", 2)
    choice.replace("xyacd")
    assert (choice.key, choice.index) == ("c", 3)


def test_when_the_selected_row_goes_the_next_one_is_selected() -> None:
    choice = chosen("abcd", 1)
    choice.replace("acd")
    assert choice.key == "c"


def test_when_it_was_the_last_the_one_before_it_is_selected() -> None:
    choice = chosen("abcd", 3)
    choice.replace("abc")
    assert choice.key == "c"


def test_a_row_that_a_filter_hid_is_selected_again_when_it_is_back() -> None:
    choice = chosen("abcd", 1)
    choice.replace("d")
    assert choice.key == "d"
    choice.replace("abcd")
    assert choice.key == "b"


def test_what_stood_in_stays_selected_while_nothing_else_was_chosen() -> None:
    choice = chosen("abcd", 1)
    choice.replace("cd")
    choice.replace("xcd")
    assert choice.key == "c"


def test_nothing_is_selected_in_an_empty_list() -> None:
    choice = chosen("ab", 1)
    choice.replace("")
    assert choice.key is None
    choice.choose(3)
    assert choice.key is None
    choice.replace("ab")
    assert choice.key == "a"


def test_choosing_stops_at_either_end() -> None:
    choice = chosen("abc", 9)
    assert choice.key == "c"
    choice.choose(-5)
    assert choice.key == "a"
