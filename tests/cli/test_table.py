"""Tables are full on a pipe; on a terminal they give way column by column, the least needed first."""

from textual_tracker.cli.table import GAP, Column, Table


def drawn(columns: list[Column], width: int | None = None) -> list[str]:
    table = Table(columns, width)
    return [GAP.join(cells).rstrip() for cells in ([table.head()] if table.head() else []) + list(table.rows())]


def people() -> list[Column]:
    return [
        Column("who", ["Dana Ortiz", "Marcus Bell"], least=6),
        Column("days", ["4", "12"], right=True, goes=2),
        Column("from", ["Sarah Chen", "Mike Tran"], goes=1),
    ]


def test_on_a_pipe_everything_is_there_and_numbers_stand_to_the_right() -> None:
    assert drawn(people()) == [
        "who          days  from",
        "Dana Ortiz      4  Sarah Chen",
        "Marcus Bell    12  Mike Tran",
    ]


def test_what_is_wide_is_cut_first() -> None:
    assert drawn(people(), 26) == [
        "who       days  from",
        "Dana Or…     4  Sarah Chen",
        "Marcus…     12  Mike Tran",
    ]


def test_then_columns_are_left_out_in_their_order() -> None:
    assert drawn(people(), 17) == ["who          days", "Dana Ortiz      4", "Marcus Bell    12"]
    assert drawn(people(), 11) == ["who", "Dana Ortiz", "Marcus Bell"]
    assert drawn(people(), 6) == ["who", "Dana…", "Marcu…"]


def test_a_column_without_a_text_is_left_out_and_so_is_a_head_without_a_title() -> None:
    assert drawn([Column("", ["!", ""]), Column("phone", ["", ""]), Column("", ["Dana", "Lee"])]) == [
        "!  Dana",
        "   Lee",
    ]


def test_wide_characters_keep_the_columns_in_line() -> None:
    assert drawn([Column("", ["李小龙", "Dana"]), Column("", ["1", "2"])]) == ["李小龙  1", "Dana    2"]


def test_escapes_in_a_cell_are_text_and_are_measured_as_such() -> None:
    assert drawn([Column("", ["\x1b[2J", "x"]), Column("", ["1", "2"])]) == [r"\x1b[2J  1", "x        2"]


def test_no_rows_is_no_table() -> None:
    assert drawn([Column("who", [])]) == []


def test_where_no_more_may_be_cut_the_row_ends_at_the_edge_and_a_number_is_never_cut() -> None:
    def narrow(width: int) -> list[str]:
        columns = [Column("who", ["Dana Ortiz"], least=6), Column("stage", ["in process"])]
        return drawn([*columns, Column("days", ["123456"], right=True)], width)[1:]

    assert narrow(26) == ["Dana…   in process  123456"]
    assert narrow(25) == ["Dana Ortiz  in process"]
    assert narrow(16) == ["Dana…   in proc…"]
    assert narrow(11) == ["Dana Ortiz"]
    assert narrow(5) == ["Dana…"]
