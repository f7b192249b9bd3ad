"""The query language of `list`, of `/` in the terminal screen, and of the saved queries in journal.yaml.

A query is terms separated by blanks; a referral matches when every term does. `field:value` looks at a field,
`field:one,two` accepts either, `-` before a term turns it round, quotes keep blanks together, and a bare word is
looked for in names, partner, phone, e-mail, tags and notes. Numbers and dates take `>`, `>=`, `<`, `<=` and ranges
`a..b`. The manual is docs/commands.md, "Queries".
"""

import shlex
from collections.abc import Mapping
from contextlib import suppress

from msgspec import Struct

from textual_tracker.analytics.query_fields import FIELDS, Test, text_test
from textual_tracker.analytics.query_values import near
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral
from textual_tracker.errors import UsageError

SAVED = "query"


class Query(Struct, frozen=True):
    """A parsed query: its text, and the tests that a referral must pass."""

    text: str
    tests: tuple[Test, ...]


def parse_query(text: str, saved: Mapping[str, str] | None = None) -> Query:
    """Parse `text`; a bare word that names a saved query, or `query:name`, stands for that query.

    Raises:
        UsageError: with what is wrong and the nearest right word.
    """
    return Query(text, tuple(_tests(text, saved or {}, ())))


def select(snapshot: Snapshot, query: Query) -> list[Referral]:
    """The referrals that match, in the order of the journal."""
    tests = query.tests
    return [referral for referral in snapshot.referrals if all(test(snapshot, referral) for test in tests)]


def _tests(text: str, saved: Mapping[str, str], inside: tuple[str, ...]) -> list[Test]:
    tests: list[Test] = []
    for word in split_words(text):
        turned = len(word) > 1 and word.startswith("-")
        term = word[1:] if turned else word
        field, colon, value = term.partition(":")
        if (not colon and term in saved) or (colon and field == SAVED):
            found = _saved(term if not colon else value, saved, inside)
        else:
            found = [_field(field.lower(), value) if colon else text_test(term)]
        tests += [_turned(found)] if turned else found
    return tests


def split_words(text: str) -> list[str]:
    """The words of a query. An apostrophe is a letter (O'Hara); a quote that is still open ends with the text."""
    for closing in ("", '"'):
        lexer = shlex.shlex(text + closing, posix=True)
        lexer.whitespace_split = True
        lexer.commenters = lexer.escape = ""
        lexer.quotes = '"'
        with suppress(ValueError):
            return list(lexer)
    return text.split()


def _saved(name: str, saved: Mapping[str, str], inside: tuple[str, ...]) -> list[Test]:
    if name not in saved:
        raise UsageError(f'There is no saved query "{name}" in journal.yaml.{near(name, saved)}')
    if name in inside:
        raise UsageError(f'The saved query "{name}" in journal.yaml stands for itself.')
    return _tests(saved[name], saved, (*inside, name))


def _field(field: str, value: str) -> Test:
    make = FIELDS.get(field)
    if make is None:
        raise UsageError(f'"{field}:" is not something to search by.{near(field, FIELDS)}')
    if not value.strip(", "):
        raise UsageError(f'"{field}:" needs a value after the colon.')
    return make(field, value)


def _turned(tests: list[Test]) -> Test:
    return lambda snapshot, referral: not all(test(snapshot, referral) for test in tests)
