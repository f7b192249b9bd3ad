"""What a plain-text journal should not hold: numbers that harm a person when they are stolen.

Every find is a warning that names the kind and the place, and never the value. Phones, ZIP codes, dates, NMLS ids,
employer and loan numbers are nobody's secret. Source: "Privacy" (docs/numbers.md).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from textual_tracker.reading.data import Data
from textual_tracker.reading.detectors import DASH, SHAPED, WORDED, Detector
from textual_tracker.reading.faults import Fault

_HISTORY: Final = "; git keeps what was committed before"
_NOT_NEEDED: Final = "delete it, a referral does not need it" + _HISTORY
_ELSEWHERE: Final = "delete it, it belongs in the loan file" + _HISTORY
_TOLD: Final = {
    "ssn": ("a Social Security number", _NOT_NEEDED),
    "itin": ("a taxpayer number (ITIN)", _NOT_NEEDED),
    "birth_date": ("a birth date", _NOT_NEEDED),
    "card_number": ("a card number", _NOT_NEEDED),
    "routing_number": ("a bank's routing number", _NOT_NEEDED),
    "account_number": ("an account number", _NOT_NEEDED),
    "credit_score": ("a credit score", _ELSEWHERE),
    "income": ("an income", _ELSEWHERE),
}
# No secret is without two digits in a row, and a shape has many more.
_DIGITS = re.compile(r"[0-9][0-9]")
_LETTER = re.compile(r"[^\W\d_]")
_SHAPE = re.compile(
    rf"[0-9]{{3}}[{DASH} ][0-9]{{2}}[{DASH} ][0-9]{{4}}|[0-9]{{4}}[{DASH} ]?[0-9]{{4}}[{DASH}0-9 ]{{5}}"
)


class Secret(Struct, frozen=True):
    """A value at the code points `start` to `end` of a text that should not be there."""

    start: int
    end: int
    code: str

    @property
    def fault(self) -> Fault:
        """The same as a fault."""
        what, hint = _TOLD[self.code]
        return Fault(self.start, self.end, self.code, f"this looks like {what}; the journal is not encrypted", hint)


def secrets(text: str) -> list[Secret]:
    """Everything in `text`, comments included, that should not be there, in the order of its place."""
    if not _DIGITS.search(text):
        return []
    found: list[Secret] = []
    if _SHAPE.search(text):
        for detector in SHAPED:
            found += _found(detector, text, 0, len(text))
    if not _LETTER.search(text):  # a phone number on its own
        return _apart(found)
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is longer; the places must stay
        lower = text
    for detector in WORDED:
        for begin, end in _lines_with(detector.words, lower):
            found += _found(detector, text, begin, end)
    return _apart(found)


def may_hold_secrets(text: str, data: Data) -> bool:
    """Whether it is worth while to search the whole of `text`, whose data is without fault.

    What fits a closed list, a date or a number is no secret, so only lines with a comment and the texts that nothing
    else has judged are looked at.
    """
    looked_at = [*data.free, *(f"{path}: {value}" for path, value in data.extra)]
    if text.find("#", text.find("\n") + 1) >= 0:
        looked_at += [line for line in text.split("\n") if "#" in line]
    with_digits = [line for line in "\n".join(looked_at).split("\n") if _DIGITS.search(line)]
    return bool(with_digits) and bool(secrets("\n".join(with_digits)))


def _lines_with(words: Iterable[str], lower: str) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end that hold one of `words`."""
    lines: set[tuple[int, int]] = set()
    for word in words:
        at = lower.find(word)
        while at >= 0:
            end = lower.find("\n", at)
            end = len(lower) if end < 0 else end
            lines.add((lower.rfind("\n", 0, at) + 1, end))
            at = lower.find(word, end)
    return iter(sorted(lines))


def _found(detector: Detector, text: str, begin: int, end: int) -> Iterator[Secret]:
    for match in detector.pattern.finditer(text, begin, end):
        if detector.accept(match):
            yield Secret(*match.span("value"), detector.code)


def _apart(found: list[Secret]) -> list[Secret]:
    """The secrets in the order of their place, without those that overlap one before them."""
    apart: list[Secret] = []
    for secret in sorted(found, key=lambda secret: (secret.start, -secret.end)):
        if not apart or apart[-1].end <= secret.start:
            apart.append(secret)
    return apart
