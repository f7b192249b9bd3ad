"""Likely duplicates: two referrals of what seems to be one person, received within ninety days."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
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
    groups: dict[tuple[str, str], list[Referral]] = defaultdict(list)
    for referral in referrals:
        for what, value in (("phone", _phone(referral)), ("e-mail", _email(referral)), ("name", _name(referral))):
            if value:
                groups[what, value].append(referral)
    for (what, _), same in groups.items():
        if len(same) > 1:
            same.sort(key=lambda referral: (referral.received, referral.id))
            yield what, same


def _phone(referral: Referral) -> str:
    digits = re.sub(r"\D", "", referral.phone)
    digits = digits.removeprefix("1") if len(digits) == 11 else digits  # noqa: PLR2004 - +1 and ten digits
    return digits if len(digits) >= SHORTEST_PHONE else ""


def _email(referral: Referral) -> str:
    return referral.email.strip().casefold()


def _name(referral: Referral) -> str:
    return " ".join(re.findall(r"\w+", referral.name.casefold()))
