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

from textual_tracker.analytics.query.fields import FIELDS, Test, is_part, text_test
from textual_tracker.analytics.query.values import near
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral
from textual_tracker.errors import UsageError

SAVED = "query"
OFFICER = "officer"


class Query(Struct, frozen=True):
    """A parsed query: its text, and the tests that a referral must pass.

    `officers` are the values of its terms `officer:`, those of saved queries too, but none of a term turned round.
    """

    text: str
    tests: tuple[Test, ...]
    officers: tuple[str, ...] = ()


def parse_query(text: str, saved: Mapping[str, str] | None = None) -> Query:
    """Parse `text`; a bare word that names a saved query, or `query:name`, stands for that query.

    Raises:
        UsageError: with what is wrong and the nearest right word.
    """
    officers: list[str] = []
    tests = _tests(text, saved or {}, (), officers)
    return Query(text, tuple(tests), tuple(officers))


def select(snapshot: Snapshot, query: Query) -> list[Referral]:
    """The referrals that match, in the order of the journal."""
    tests = query.tests
    return [referral for referral in snapshot.referrals if all(test(snapshot, referral) for test in tests)]


def officer_of(query: Query, officers: Mapping[str, str]) -> str:
    """The id of the one officer, of those of journal.yaml, whom the query asks for; "" for none, or for several."""
    if not query.officers:
        return ""
    texts = {officer: (officer, name) for officer, name in officers.items()}
    found = [officer for officer, named in texts.items() if all(is_part(value, named) for value in query.officers)]
    return found[0] if len(found) == 1 else ""


def _tests(text: str, saved: Mapping[str, str], inside: tuple[str, ...], officers: list[str]) -> list[Test]:
    """The tests of the terms; the values of those for an officer are added to `officers`."""
    tests: list[Test] = []
    for word in split_words(text):
        turned = len(word) > 1 and word.startswith("-")
        term = word[1:] if turned else word
        asked: list[str] = []
        field, colon, value = term.partition(":")
        if (not colon and term in saved) or (colon and field == SAVED):
            found = _saved(term if not colon else value, saved, inside, asked)
        else:
            found = [_field(field.lower(), value) if colon else text_test(term)]
            asked += [value] if colon and field.lower() == OFFICER else []
        tests += [_turned(found)] if turned else found
        officers += [] if turned else asked
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


def _saved(name: str, saved: Mapping[str, str], inside: tuple[str, ...], officers: list[str]) -> list[Test]:
    if name not in saved:
        raise UsageError(f'There is no saved query "{name}" in journal.yaml.{near(name, saved)}')
    if name in inside:
        raise UsageError(f'The saved query "{name}" in journal.yaml stands for itself.')
    return _tests(saved[name], saved, (*inside, name), officers)


def _field(field: str, value: str) -> Test:
    make = FIELDS.get(field)
    if make is None:
        raise UsageError(f'"{field}:" is not something to search by.{near(field, FIELDS)}')
    if not value.strip(", "):
        raise UsageError(f'"{field}:" needs a value after the colon.')
    return make(field, value)


def _turned(tests: list[Test]) -> Test:
    return lambda snapshot, referral: not all(test(snapshot, referral) for test in tests)
