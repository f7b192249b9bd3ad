"""What somebody counts in one line."""

import pytest

from textual_tracker.editing.one_line import Count, parse_counts
from textual_tracker.errors import UsageError

OWN = ("open_houses",)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("calls+3 notes+1", [("calls", "+", 3), ("notes", "+", 1)]),
        ("calls", [("calls", "+", 1)]),
        ("calls=12", [("calls", "=", 12)]),
        ("calls-1", [("calls", "-", 1)]),
        ("calls−1", [("calls", "-", 1)]),
        ("calls +3", [("calls", "+", 3)]),
        ("calls=0", [("calls", "=", 0)]),
        ("calls+=3", [("calls", "+", 3)]),
        ("calls-=3", [("calls", "-", 3)]),
        ("calls+3, notes+1", [("calls", "+", 3), ("notes", "+", 1)]),
        ("calls notes +2", [("calls", "+", 1), ("notes", "+", 2)]),
        ("conv+2", [("conversations", "+", 2)]),
        ("app", [("appointments", "+", 1)]),
        ("call+1", [("calls", "+", 1)]),
        ("follow-ups-2", [("follow_ups", "-", 2)]),
        ("open_houses+1", [("open_houses", "+", 1)]),
        ("open-houses", [("open_houses", "+", 1)]),
        ("Open+1", [("open_houses", "+", 1)]),
    ],
)
def test_counters_by_as_much_of_their_name_as_tells_which(line: str, counts: list[tuple[str, str, int]]) -> None:
    found = parse_counts(line.split(), OWN)
    assert [(count.counter, count.operation, count.number) for count in found] == counts


def test_a_kind_of_ones_own_may_end_in_a_number() -> None:
    assert parse_counts(["zone-2"], ("zone-2",)) == (Count("zone-2", "+", 1),)
    assert parse_counts(["zone-2-1"], ("zone-2",)) == (Count("zone-2", "-", 1),)


def test_what_a_counter_becomes() -> None:
    assert Count("calls", "+", 3).of(4) == 7
    assert Count("calls", "-", 3).of(4) == 1
    assert Count("calls", "-", 5).of(4) == 0
    assert Count("calls", "=", 3).of(4) == 3


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("c+1", '"c" may be calls or conversations; write more of it'),
        ("cals+2", '"cals" is not something that you count; did you mean calls?'),
        (
            "miles+2",
            (
                '"miles" is not something that you count; '
                "write calls, follow_ups, notes, conversations, appointments or open_houses"
            ),
        ),
        ("calls 3", "is calls 3 more, or all? write calls+3 or calls=3"),
        ("calls+", '"calls+" is not something that you count; did you mean calls?'),
        ("+3", '"+3" counts nothing; write what, such as calls+3 or notes+1'),
        ("3", '"3" counts nothing; a number stands behind what is counted: calls+3'),
        ("3 calls", '"3" counts nothing; a number stands behind what is counted: calls+3'),
        ("calls3", "is that 3 more, or all? write calls+3 or calls=3"),
        ("calls+99999", "99999 is more than anybody counts in a day"),
        ("calls+99999999999999999999", "99999999999999999999 is more than anybody counts in a day"),
        ("calls=" + "9" * 5000, "a number of 5000 digits is more than anybody counts in a day"),
        ("", "nothing is counted; write what, such as calls+3 or notes+1"),
    ],
)
def test_what_counts_nothing(line: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_counts(line.split(), OWN)
    assert str(refused.value) == sentence
