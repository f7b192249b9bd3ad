from textual_tracker.tui.widgets.columns import Column, Placed, place

COLUMNS = (Column("who", 8, 12), Column("rule", 10, 20, priority=1), Column("limit", 5, priority=2, align="right"))


def test_columns_grow_to_their_most_each_as_it_could_use_the_room() -> None:
    assert place(COLUMNS, 100) == (Placed(0, 12), Placed(1, 20), Placed(2, 5))
    assert place(COLUMNS, 34) == (Placed(0, 10), Placed(1, 15), Placed(2, 5))


def test_the_columns_that_matter_least_go_first() -> None:
    assert place(COLUMNS, 26) == (Placed(0, 9), Placed(1, 15))
    assert place(COLUMNS, 19) == (Placed(0, 12),)


def test_the_first_column_never_goes() -> None:
    assert place(COLUMNS, 3) == (Placed(0, 8),)


def test_where_not_even_those_that_never_go_fit_the_widest_give_way() -> None:
    never = (Column("", 2, gap=1), Column("who", 16), Column("waits for", 30))
    assert place(never, 51) == (Placed(0, 2), Placed(1, 16), Placed(2, 30))
    assert place(never, 38) == (Placed(0, 2), Placed(1, 16), Placed(2, 17))
    assert place(never, 20) == (Placed(0, 2), Placed(1, 8), Placed(2, 8))
