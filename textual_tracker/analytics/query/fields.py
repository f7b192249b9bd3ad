"""The fields of the query language: each makes a test of a referral out of its value."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from textual_tracker.analytics.query.values import Range, day_range, near, number_range
from textual_tracker.analytics.rules import AT_RISK, RULE_NAMES, STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core import vocabulary
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.errors import UsageError

Test: TypeAlias = Callable[[Snapshot, Referral], bool]
Field: TypeAlias = Callable[[str, str], Test]

DIGITS = 4
"""How many digits a word needs before it is looked for in phone numbers, whatever separates their parts."""


def text_test(word: str) -> Test:
    """Whether the word stands anywhere in the referral's names, partner, phone, e-mail, tags or notes."""
    wanted = word.casefold()
    digits = "".join(filter(str.isdigit, word))
    by_phone = len(digits) >= DIGITS and not any(letter.isalpha() for letter in word)

    def test(snapshot: Snapshot, referral: Referral) -> bool:
        if wanted in snapshot.text(referral):
            return True
        return by_phone and digits in "".join(filter(str.isdigit, referral.phone))

    return test


def _stage_field(read: Callable[[Snapshot, Referral], Stage]) -> Field:
    def make(field: str, value: str) -> Test:
        wanted = frozenset(stage for word in _choices(value) for stage in _stages(field, word))
        return lambda snapshot, referral: read(snapshot, referral) in wanted

    return make


def _stages(field: str, word: str) -> list[Stage]:
    """The stage of this name, else all whose names begin with it: `appointment` is both set and held."""
    if word in Stage.__members__:
        return [Stage[word]]
    found = [stage for stage in Stage if word and stage.name.startswith(word)]
    if not found:
        raise UsageError(f'"{field}:{word}": there is no such stage.{near(word, Stage.__members__)}')
    return found


def _word_field(words: tuple[str, ...], read: Callable[[Snapshot, Referral], str | None]) -> Field:
    def make(field: str, value: str) -> Test:
        wanted = frozenset(_choices(value))
        for word in wanted:
            if word not in words:
                raise UsageError(f'"{field}:{word}": there is no such {field}.{near(word, words)}')
        return lambda snapshot, referral: read(snapshot, referral) in wanted

    return make


def _part_field(read: Callable[[Snapshot, Referral], tuple[str, ...]]) -> Field:
    """A part of any of the texts is enough; case does not matter."""

    def make(_field: str, value: str) -> Test:
        parts = _parts(value)
        return lambda snapshot, referral: _is_any(parts, read(snapshot, referral))

    return make


def is_part(value: str, texts: Iterable[str]) -> bool:
    """Whether any of the parts of `value`, between commas, stands in any of the texts; case does not matter."""
    return _is_any(_parts(value), texts)


def _parts(value: str) -> list[str]:
    return [part.casefold() for part in value.split(",") if part]


def _is_any(parts: list[str], texts: Iterable[str]) -> bool:
    return any(part in text.casefold() for part in parts for text in texts)


def _number_field(read: Callable[[Snapshot, Referral], int | None]) -> Field:
    def make(field: str, value: str) -> Test:
        bounds = number_range(field, value)
        return lambda snapshot, referral: _within(read(snapshot, referral), bounds)

    return make


def _day_field(read: Callable[[Snapshot, Referral], dt.date | None]) -> Field:
    def make(field: str, value: str) -> Test:
        day_range(field, value, dt.date(2000, 1, 1))  # a wrong date is said when the query is parsed

        def test(snapshot: Snapshot, referral: Referral) -> bool:
            day = read(snapshot, referral)
            return day is not None and _within(day.toordinal(), day_range(field, value, snapshot.today))

        return test

    return make


def _within(number: int | None, bounds: Range) -> bool:
    low, high = bounds
    return number is not None and (low is None or number >= low) and (high is None or number <= high)


def _is_field(field: str, value: str) -> Test:
    wanted = _choices(value)
    for word in wanted:
        if word not in STATES:
            raise UsageError(f'"{field}:{word}" is not a state.{near(word, STATES)}')
    return lambda snapshot, referral: any(STATES[word](snapshot, referral) for word in wanted)


def _rule_field(field: str, value: str) -> Test:
    wanted = frozenset(_choices(value))
    for word in wanted:
        if word not in RULE_NAMES:
            raise UsageError(f'"{field}:{word}": there is no such rule.{near(word, RULE_NAMES)}')
    return lambda snapshot, referral: any(firing.rule in wanted for firing in snapshot.fires(referral))


def _choices(value: str) -> list[str]:
    return [word.strip().lower().replace("-", "_") for word in value.split(",") if word.strip()]


def _level(level: str) -> Test:
    return lambda snapshot, referral: any(firing.level == level for firing in snapshot.fires(referral))


def _is_open(snapshot: Snapshot, referral: Referral) -> bool:
    """Nothing needs to be derived of what is settled: most of a journal of many years."""
    return not snapshot.is_settled(referral) and snapshot.standing(referral).is_open


def _ending(stage: Stage) -> Test:
    return lambda snapshot, referral: snapshot.standing(referral).stage is stage


def _outcome(snapshot: Snapshot, referral: Referral) -> str:
    return snapshot.standing(referral).outcome.status or "open"


def _reason(snapshot: Snapshot, referral: Referral) -> str | None:
    return snapshot.standing(referral).outcome.reason


def _officer_names(snapshot: Snapshot, referral: Referral) -> tuple[str, ...]:
    """The officer's id and name; in a journal of one officer every referral is theirs."""
    settings = snapshot.journal.settings
    if referral.officer is None:
        return () if settings.officers else (settings.officer,)
    return (referral.officer, settings.officers.get(referral.officer, ""))


STATES: Mapping[str, Test] = MappingProxyType(
    {
        "open": _is_open,
        "closed": _ending(Stage.closed),
        "lost": _ending(Stage.lost),
        "nurture": _ending(Stage.nurture),
        "stalled": _level(STALLED),
        "at_risk": _level(AT_RISK),
        "returned": lambda snapshot, referral: snapshot.standing(referral).returned is not None,
        "faulty": lambda _, referral: referral.faulty,
    }
)

FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "stage": _stage_field(lambda snapshot, referral: snapshot.standing(referral).stage),
        "furthest": _stage_field(lambda snapshot, referral: snapshot.standing(referral).furthest),
        "is": _is_field,
        "rule": _rule_field,
        "partner": _part_field(
            lambda snapshot, referral: (
                (referral.partner, snapshot.journal.partner_name(referral.partner)) if referral.partner else ()
            )
        ),
        "source": _word_field(vocabulary.SOURCES, lambda snapshot, referral: snapshot.journal.source_of(referral)),
        "officer": _part_field(_officer_names),
        "received": _day_field(lambda _, referral: referral.received),
        "entered": _day_field(lambda snapshot, referral: snapshot.standing(referral).entered),
        "touched": _day_field(lambda snapshot, referral: snapshot.standing(referral).last_touch),
        "days": _number_field(lambda snapshot, referral: snapshot.standing(referral).days_in_stage(snapshot.today)),
        "attempts": _number_field(lambda snapshot, referral: snapshot.standing(referral).all_attempts),
        "amount": _number_field(lambda snapshot, referral: snapshot.amount(referral)),
        "outcome": _word_field(vocabulary.OUTCOME_STATUSES, _outcome),
        "reason": _word_field(vocabulary.REASONS, _reason),
        "cause": _word_field(
            tuple(cause.replace("-", "_") for cause in vocabulary.CAUSES),
            lambda snapshot, referral: vocabulary.CAUSE_OF.get(_reason(snapshot, referral) or "", "").replace("-", "_"),
        ),
        "purpose": _word_field(vocabulary.PURPOSES, lambda _, referral: referral.loan.purpose),
        "program": _word_field(vocabulary.PROGRAMS, lambda _, referral: referral.loan.program),
        "tag": _part_field(lambda _, referral: referral.tags),
        "name": _part_field(lambda _, referral: (referral.name, referral.co_borrower)),
        "id": _part_field(lambda _, referral: (referral.id,)),
    }
)
