"""Counting what was done on a day: `calls+3 notes+1`."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from textual_tracker.core.vocabulary import COUNTERS
from textual_tracker.editing.actions.day_file import day_path, write_day
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Put, Value
from textual_tracker.editing.one_line import Count
from textual_tracker.editing.record_file import DayFile
from textual_tracker.editing.words import day_words, plain_word
from textual_tracker.errors import RefusedEditError

CUSTOM = "custom"


def count(
    counts: Sequence[Count], *, day: dt.date, officer: str, shown: Mapping[str, int], recorded: Mapping[str, int]
) -> Action:
    """Type counters of a day; `officer` is "" in a journal of one.

    `shown` has the day's counters as they are seen, the larger of what is typed and what the records show. What is
    added is added to that, so that it is always visible. Only what was counted is written. `recorded` has what the
    records alone show: where that is more than what is typed now, the sentence says so, for it is what is seen.
    """

    def act(draft: Draft) -> str:
        if day > draft.today:
            raise RefusedEditError(f"{day_words(day, draft.today)} is still ahead, so there is nothing to count on it")
        path = day_path(draft.journal, day, officer)
        file = draft.day(path)
        after = _after(counts, shown)
        numbers = {name: number for name, number in after.items() if number != typed_number(file, name)}
        for name in _taken_from_nothing(counts, shown):
            numbers.pop(name, None)
        if not numbers:
            said = _said(after, recorded)
            raise RefusedEditError(f"nothing to change: {day_words(day, draft.today)} already has {said}")
        if file is None:
            write_day(draft, path, _facts(numbers))
        else:
            draft.edit(path, *_puts(file, numbers))
        return f"{day_words(day, draft.today)}: {_said(numbers, recorded)}"

    return act


def _after(counts: Sequence[Count], shown: Mapping[str, int]) -> dict[str, int]:
    """What each counter that is counted becomes, in the order in which they were said."""
    numbers: dict[str, int] = {}
    for one in counts:
        numbers[one.counter] = one.of(numbers.get(one.counter, shown.get(one.counter, 0)))
    return numbers


def _taken_from_nothing(counts: Sequence[Count], shown: Mapping[str, int]) -> set[str]:
    """Counters that are at nothing and from which something was taken: that is no reason to type a nought."""
    said = {one.counter for one in counts if one.operation != "-"}
    return {one.counter for one in counts if not shown.get(one.counter)} - said


def _said(numbers: Mapping[str, int], recorded: Mapping[str, int]) -> str:
    """`calls 9, open houses 1`; of what stays hidden behind the records: `calls 1 typed; the records show 8`."""
    hidden = {name for name, number in numbers.items() if recorded.get(name, 0) > number}
    said = [f"{plain_word(name)} {number}{' typed' * (name in hidden)}" for name, number in numbers.items()]
    return ", ".join(said) + beside(numbers, recorded)


def beside(numbers: Mapping[str, int], recorded: Mapping[str, int]) -> str:
    """What the records show more of than is typed: `; the records show 8`, of several counters by name."""
    more = {name: recorded[name] for name, number in numbers.items() if recorded.get(name, 0) > number}
    names = [f"{plain_word(name)} " if len(numbers) > 1 else "" for name in more]
    shown = [f"{name}{number}" for name, number in zip(names, more.values(), strict=True)]
    return f"; the records show {', '.join(shown)}" if shown else ""


def typed_number(file: DayFile | None, name: str) -> int | None:
    """What is typed for a counter, or for a kind of the journal's own; `None` where nothing is."""
    if file is None:
        return None
    number: int | None = getattr(file.record, name) if name in COUNTERS else dict(file.record.custom).get(name)
    return number


def _facts(numbers: Mapping[str, int]) -> dict[str, Value]:
    """The counters as a day's file has them: the journal's own kinds in a group."""
    own: dict[str, Value] = {name: number for name, number in numbers.items() if name not in COUNTERS}
    return {**{name: number for name, number in numbers.items() if name in COUNTERS}, CUSTOM: own}


def _puts(file: DayFile, numbers: Mapping[str, int]) -> Iterator[Put]:
    """An edit for each counter; the group of the own kinds is made whole where there is none."""
    facts = _facts(numbers)
    own = facts.pop(CUSTOM)
    yield from (Put((name,), number) for name, number in facts.items())
    if file.at(CUSTOM) is None and own:
        yield Put((CUSTOM,), own)
    elif isinstance(own, Mapping):
        yield from (Put((CUSTOM, name), number) for name, number in own.items())
