"""Likely duplicates: two referrals of what seems to be one person, received within ninety days."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from textual_tracker.core.records import Referral
from textual_tracker.reading.checks.finding import Finding, finding

WITHIN_DAYS: Final = 90
SHORTEST_PHONE: Final = 7
"""Digits of a phone number that tells one person from another."""


def likely_duplicates(referrals: Iterable[Referral]) -> Iterator[Finding]:
    """One finding for each pair, at the one that was received later; what is lost as a duplicate is settled."""
    unsettled = [referral for referral in referrals if referral.outcome.reason != "duplicate"]
    told: set[tuple[str, str]] = set()
    for what, same in _alike(unsettled):
        for first, second in pairwise(same):
            pair = (first.id, second.id)
            if (second.received - first.received).days <= WITHIN_DAYS and pair not in told:
                told.add(pair)
                message = f"this looks like {first.name} of {first.path}: the same {what}, received {first.received}"
                hint = "keep one; close the other as lost, with reason: duplicate"
                yield finding(second.path, _FIELD[what], "duplicate", message, hint)


_FIELD = {"phone": "borrower.phone", "e-mail": "borrower.email", "name": "borrower"}


def _alike(referrals: list[Referral]) -> Iterator[tuple[str, list[Referral]]]:
    """What is the same, and those who share it in the order in which they were received."""
    for what, value_of in COMPARED.items():
        groups: dict[str, list[Referral]] = defaultdict(list)
        for referral in referrals:
            groups[value_of(referral)].append(referral)
        groups.pop("", None)
        for same in groups.values():
            if len(same) > 1:
                yield what, sorted(same, key=lambda referral: (referral.received, referral.id))


def _phone(referral: Referral) -> str:
    digits = "".join(filter(str.isdigit, referral.phone))
    digits = digits.removeprefix("1") if len(digits) == 11 else digits  # noqa: PLR2004 - +1 and ten digits
    return digits if len(digits) >= SHORTEST_PHONE else ""


def _email(referral: Referral) -> str:
    return referral.email.strip().casefold()


def _name(referral: Referral) -> str:
    return " ".join(_WORD.findall(referral.name.casefold()))


_WORD = re.compile(r"\w+")
COMPARED: Mapping[str, Callable[[Referral], str]] = MappingProxyType({
    "phone": _phone,
    "e-mail": _email,
    "name": _name,
})  # fmt: skip
"""What two referrals of one person have in common, and what of each is compared; "" tells nobody from anybody."""
