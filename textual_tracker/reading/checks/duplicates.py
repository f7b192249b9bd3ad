"""Likely duplicates: two referrals of what seems to be one person, received within ninety days."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from textual_tracker.core.records import Referral
from textual_tracker.reading.checks.finding import Finding, finding

WITHIN_DAYS: Final = 90
SETTLED: Final = "duplicate"
"""The reason of those who were lost because they are somebody else's second file."""
SHORTEST_PHONE: Final = 7
"""Digits of a phone number that tells one person from another."""


def likely_duplicates(referrals: Iterable[Referral]) -> Iterator[Finding]:
    """One finding for each pair, at the one that was received later; what is lost as a duplicate is settled."""
    unsettled = [referral for referral in referrals if referral.outcome.reason != SETTLED]
    told: set[tuple[str, str]] = set()
    for what, same in _alike(unsettled):
        for first, second in pairwise(same):
            pair = (first.id, second.id)
            if (second.received - first.received).days <= WITHIN_DAYS and pair not in told:
                told.add(pair)
                yield _told(second, what, first)


def duplicates_of(referral: Referral, others: Iterable[Referral]) -> Iterator[Finding]:
    """The same for one referral alone: told at it, whichever of the two was received later.

    Of the many of one name, it is who came just before it and just after it.
    """
    if referral.outcome.reason == SETTLED:
        return
    told: set[str] = set()
    for what, same in _shared_with(referral, others):
        place = same.index(referral)
        for other in (*same[max(place - 1, 0) : place], *same[place + 1 : place + 2]):
            if other.id not in told:
                told.add(other.id)
                yield _told(referral, what, other)


def alike(referral: Referral, others: Iterable[Referral]) -> list[Referral]:
    """Of the others those who seem to be the same person, received within ninety days of it, in that order."""
    found = {other.id: other for _, same in _shared_with(referral, others) for other in same if other is not referral}
    return sorted(found.values(), key=_in_order)


def is_another(before: Referral, after: Referral) -> bool:
    """Whether an edit changed what likely duplicates are looked for by."""
    return _compared(before) != _compared(after)


def _compared(referral: Referral) -> tuple[object, ...]:
    values = [value_of(referral) for value_of in COMPARED.values()]
    return referral.received, referral.outcome.reason == SETTLED, *values


def _shared_with(referral: Referral, others: Iterable[Referral]) -> Iterator[tuple[str, list[Referral]]]:
    """What it has in common with others near it, and all who do, itself among them.

    The days are compared first, for that is quick: of a hundred thousand others few are left.
    """
    since, until = _span(referral)
    near = [one for one in others if since <= one.received <= until]
    near = [one for one in near if one.id != referral.id and one.outcome.reason != SETTLED]
    for what, value_of in COMPARED.items():
        value = value_of(referral)
        same = [one for one in near if value and value_of(one) == value]
        if same:
            yield what, sorted([*same, referral], key=_in_order)


def _span(referral: Referral) -> tuple[dt.date, dt.date]:
    """The first day and the last on which the same person is a likely duplicate."""
    day = referral.received.toordinal()
    first, last = max(day - WITHIN_DAYS, dt.date.min.toordinal()), min(day + WITHIN_DAYS, dt.date.max.toordinal())
    return dt.date.fromordinal(first), dt.date.fromordinal(last)


def _told(referral: Referral, what: str, other: Referral) -> Finding:
    message = f"this looks like {other.name} of {other.path}: the same {what}, received {other.received}"
    hint = "keep one; close the other as lost, with reason: duplicate"
    return finding(referral.path, _FIELD[what], "duplicate", message, hint)


def _in_order(referral: Referral) -> tuple[dt.date, str]:
    return referral.received, referral.id


_FIELD = {"phone": "borrower.phone", "e-mail": "borrower.email", "name": "borrower"}


def _alike(referrals: list[Referral]) -> Iterator[tuple[str, list[Referral]]]:
    """What is the same, and those who share it in the order in which they were received."""
    for what, value_of in COMPARED.items():
        only: dict[str, Referral] = {}  # a list for each of a hundred thousand who are alone takes as long as the rest
        groups: dict[str, list[Referral]] = {}
        for referral in referrals:
            value = value_of(referral)
            if value and (first := only.setdefault(value, referral)) is not referral:
                groups.setdefault(value, [first]).append(referral)
        for same in groups.values():
            yield what, sorted(same, key=_in_order)


def _phone(referral: Referral) -> str:
    """The digits, without those of an extension: in an office several have one number."""
    digits = referral.phone.translate(_BETWEEN)
    if not digits.isdigit():
        digits = "".join(filter(str.isdigit, _EXTENSION.sub("", referral.phone)))
    digits = digits.removeprefix("1") if len(digits) == 11 else digits  # noqa: PLR2004 - +1 and ten digits
    return digits if len(digits) >= SHORTEST_PHONE else ""


def _email(referral: Referral) -> str:
    return referral.email.strip().casefold()


def _name(referral: Referral) -> str:
    return " ".join(_WORD.findall(referral.name.casefold()))


_WORD = re.compile(r"\w+")
_BETWEEN = str.maketrans("", "", " +-./()")
"""What is not looked at in a number of nothing else but digits, as nearly all are."""
_EXTENSION = re.compile(r"(?:x|ext|extension|#)[.:]?\s*[0-9]{1,6}\s*$", re.IGNORECASE)
COMPARED: Mapping[str, Callable[[Referral], str]] = MappingProxyType({
    "phone": _phone,
    "e-mail": _email,
    "name": _name,
})  # fmt: skip
"""What two referrals of one person have in common, and what of each is compared; "" tells nobody from anybody."""
