"""The query of the partners' list: words, and a few fields, written as a query for referrals is.

`field:value` looks at a field, `field:one,two` accepts either, `-` before a term turns it round, quotes keep blanks
together, and a bare word is looked for in everything that is written of a partner.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from textual_tracker.analytics.partners.summary import PartnerSummary
from textual_tracker.analytics.query.fields import DIGITS
from textual_tracker.analytics.query.query import split_words
from textual_tracker.analytics.query.values import near, number_range
from textual_tracker.analytics.wording import word
from textual_tracker.core.vocabulary import PARTNER_STATUSES, SOURCES, TIERS
from textual_tracker.errors import UsageError

PartnerTest: TypeAlias = Callable[[PartnerSummary], bool]
Field: TypeAlias = Callable[[str, str], PartnerTest]

STATES: Mapping[str, PartnerTest] = MappingProxyType(
    {
        "waiting": lambda summary: bool(summary.untold),
        "quiet": lambda summary: summary.quiet is not None,
        "unknown": lambda summary: summary.partner is None and not summary.unread,
        "faulty": lambda summary: summary.unread or (summary.partner is not None and summary.partner.faulty),
    }
)


def parse_partner_query(text: str) -> tuple[PartnerTest, ...]:
    """The tests that a partner must pass.

    Raises:
        UsageError: with what is wrong and the nearest right word.
    """
    return tuple(_test(term) for term in split_words(text))


def is_field_so_far(text: str) -> bool:
    """Whether the last word is only the name of a field so far."""
    last = text.rsplit(" ", 1)[-1].lstrip("-")
    name = last.removesuffix(":")
    return name in FIELDS if name != last else bool(name) and any(field.startswith(name) for field in FIELDS)


def _test(term: str) -> PartnerTest:
    turned = len(term) > 1 and term.startswith("-")
    term = term[1:] if turned else term
    name, colon, value = term.partition(":")
    test = _field(name.lower(), value) if colon else _text(term)
    return (lambda summary: not test(summary)) if turned else test


def _field(name: str, value: str) -> PartnerTest:
    make = FIELDS.get(name)
    if make is None:
        raise UsageError(f'"{name}:" is not something to search partners by.{near(name, FIELDS)}')
    if not value.strip(", "):
        raise UsageError(f'"{name}:" needs a value after the colon.')
    return make(name, value)


def _text(term: str) -> PartnerTest:
    """Whether the word stands anywhere in what is written of the partner; digits are looked for in the phone."""
    wanted = term.casefold()
    digits = "".join(filter(str.isdigit, term))
    by_phone = len(digits) >= DIGITS and not any(letter.isalpha() for letter in term)

    def test(summary: PartnerSummary) -> bool:
        if any(wanted in text.casefold() for text in _texts(summary)):
            return True
        partner = summary.partner
        return by_phone and partner is not None and digits in "".join(filter(str.isdigit, partner.phone))

    return test


def _texts(summary: PartnerSummary) -> Iterable[str]:
    partner = summary.partner
    if partner is None:
        return (summary.id,)
    kind = partner.type or ""
    tier = f"tier {partner.tier}" if partner.tier else ""
    extra = [text for _, text in partner.extra]
    known = (partner.name, partner.id, partner.company, kind, word(kind), tier, partner.status, word(partner.status))
    return (*known, partner.phone, partner.email, partner.prefers or "", partner.notes, *extra)


def _one_of(words: Iterable[str], read: Callable[[PartnerSummary], str | None]) -> Field:
    """A word of a closed list, as it is written or as the screen says it: `real_estate_agent`, `agent`."""
    known = {_typed(name): known for known in words for name in (known, word(known))}

    def make(field: str, value: str) -> PartnerTest:
        wanted = set()
        for typed in filter(None, map(_typed, value.split(","))):
            if typed not in known:
                raise UsageError(f'"{field}:{typed}": there is no such {field}.{near(typed, known)}')
            wanted.add(known[typed])
        return lambda summary: read(summary) in wanted

    return make


def _state(field: str, value: str) -> PartnerTest:
    wanted = list(filter(None, map(_typed, value.split(","))))
    for typed in wanted:
        if typed not in STATES:
            raise UsageError(f'"{field}:{typed}" is not a state.{near(typed, STATES)}')
    return lambda summary: any(STATES[typed](summary) for typed in wanted)


def _part(read: Callable[[PartnerSummary], str]) -> Field:
    def make(_field: str, value: str) -> PartnerTest:
        parts = [part.casefold() for part in value.split(",") if part]
        return lambda summary: any(part in read(summary).casefold() for part in parts)

    return make


def _number(read: Callable[[PartnerSummary], int]) -> Field:
    def make(field: str, value: str) -> PartnerTest:
        low, high = number_range(field, value)
        return lambda summary: (low is None or read(summary) >= low) and (high is None or read(summary) <= high)

    return make


def _typed(text: str) -> str:
    return text.strip().lower().replace("-", "_").replace(" ", "_")


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "is": _state,
        "type": _one_of(SOURCES, lambda summary: summary.partner.type if summary.partner else None),
        "tier": _one_of(TIERS, lambda summary: summary.partner.tier if summary.partner else None),
        "status": _one_of(PARTNER_STATUSES, lambda summary: summary.partner.status if summary.partner else None),
        "name": _part(lambda summary: summary.name),
        "id": _part(lambda summary: summary.id),
        "company": _part(lambda summary: summary.partner.company if summary.partner else ""),
        "sent": _number(lambda summary: summary.sent),
        "open": _number(lambda summary: summary.open),
        "closed": _number(lambda summary: summary.closed),
    }
)
"""What a partner can be searched by."""
