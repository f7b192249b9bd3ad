"""How Today shares the lines of the screen out among its sections."""

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.tui.views.today.layout import Heading, Rest, lay_out, share
from textual_tracker.tui.views.today.sections import CALL, DEADLINES, MEET, TELL, WEEK, Person, Section

ORDER = (DEADLINES, CALL, MEET, TELL, WEEK)


def section(name: str, rows: int) -> Section:
    people = [Person(f"{name} {number}", None) for number in range(rows)]
    return Section(name, name.upper(), people, [person.id for person in people])


def sections(**rows: int) -> list[Section]:
    return [section(name, rows[name]) for name in ORDER if rows.get(name)]


def keys(found: list[Section], room: int, unfolded: Collection[str] = (), selected: str = "") -> list[str]:
    """The keys of the lines; headings as `# name`, and `+3` where three more are not shown."""
    lines = lay_out(found, room, unfolded, selected)
    return [
        f"# {line.entry.section.id}"
        if isinstance(line.entry, Heading)
        else f"+{line.entry.more}"
        if isinstance(line.entry, Rest)
        else line.key
        for line in lines
    ]


def test_what_fits_is_shown_whole() -> None:
    assert keys(sections(call=2, meet=1), 5) == ["# call", "call 0", "call 1", "# meet", "meet 0"]


def test_where_it_does_not_each_section_keeps_a_row_and_tells_how_many_more() -> None:
    assert keys(sections(deadlines=4, call=900, meet=3), 9) == [
        "# deadlines",
        "deadlines 0",
        "+3",
        "# call",
        "call 0",
        "+899",
        "# meet",
        "meet 0",
        "+2",
    ]


def test_spare_lines_go_to_the_calls_then_to_the_appointments_then_to_the_deadlines() -> None:
    assert share(sections(deadlines=9, call=9, meet=9), 10) == {DEADLINES: 2, CALL: 3, MEET: 2}
    assert share(sections(deadlines=9, call=9, meet=9), 11) == {DEADLINES: 2, CALL: 3, MEET: 3}
    assert share(sections(deadlines=9, call=9, meet=2), 11) == {DEADLINES: 3, CALL: 3, MEET: 2}


def test_the_weekdays_list_is_the_first_to_give_way() -> None:
    assert keys(sections(call=9, week=9), 5) == ["# call", "call 0", "+8", "# week", "+9"]


def test_an_unfolded_section_is_whole_and_the_others_are_as_before() -> None:
    assert keys(sections(call=4, meet=3), 6, unfolded={CALL}) == [
        "# call",
        "call 0",
        "call 1",
        "call 2",
        "call 3",
        "+0",
        "# meet",
        "meet 0",
        "+2",
    ]


def test_the_selected_row_is_never_behind_the_others() -> None:
    assert keys(sections(call=900), 4, selected="call 700") == ["# call", "call 0", "call 1", "call 700", "+897"]


@given(st.fixed_dictionaries({name: st.integers(0, 60) for name in ORDER}), st.integers(0, 80))
def test_every_row_is_shown_or_counted_and_what_can_fit_does(rows: dict[str, int], room: int) -> None:
    found = sections(**rows)
    lines = lay_out(found, room)
    shown = sum(isinstance(line.entry, Person) for line in lines)
    assert shown + sum(line.entry.more for line in lines if isinstance(line.entry, Rest)) == sum(rows.values())
    whole = sum(map(bool, rows.values())) + sum(rows.values())
    smallest = sum(1 + min(rows[name], 1 if name == WEEK else 2) for name in ORDER if rows[name])
    assert len(lines) == (whole if whole <= room else max(room, smallest))
    assert len({line.key for line in lines}) == len(lines)
