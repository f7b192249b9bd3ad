"""A new referral in one line: `Dana Ortiz 555-0142 dana@example.com @chen $385k program=fha "met at open house"`.

A phone, an e-mail address, an amount and `@partner` are known by their form, everything else by its key. The words that
remain, which have to stand together, are the name: May, April and Va are names here, so that a day is `on:fri`, and
a program `program=va`. A phrase in quotes is a note, or the name where there is no other.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from textual_tracker.core.vocabulary import PROGRAMS, PURPOSES, SOURCES
from textual_tracker.editing.edits import Value
from textual_tracker.editing.moment import Moment
from textual_tracker.editing.one_line.amounts import amount, looks_like_amount
from textual_tracker.editing.one_line.assignments import Assignment, is_assignment, parse_assignment
from textual_tracker.editing.one_line.phones import phone_at
from textual_tracker.editing.repeated import repeated
from textual_tracker.editing.spoken import fact_day
from textual_tracker.errors import UsageError
from textual_tracker.reading.excerpt import visible
from textual_tracker.reading.paths import Path, dotted

EXAMPLE: Final = "Dana Ortiz 555-0142 @chen"
_KEYS: Final = frozenset({
    "name", "phone", "email", "partner", "source", "on", "received", "officer", "amount", "program", "purpose", "tag",
    "tags", "note", "notes",
})  # fmt: skip
"""What may stand before a colon, as in `source:cpa`; before an equals sign it may be any field."""
_RENAMED: Final = {"on": "received", "note": "notes"}
_KEYED = re.compile(r"([A-Za-z]+)(?::|=)(.*)", re.DOTALL)
_EMAIL = re.compile(r"<?([^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+?)>?[,;]?")
_DIGITS = re.compile(r"[+(]?[0-9][0-9().+/–-]*")
_TRAILING: Final = " ,;:"
_OWN_KEYS: Final = {
    **dict.fromkeys(SOURCES, "source"),
    **dict.fromkeys(PURPOSES, "purpose"),
    **dict.fromkeys(PROGRAMS, "program"),
}
"""The closed lists' words, each with the key that it is written with."""
_AMBIGUOUS: Final = frozenset({"other"})

NAME: Final[Path] = ("borrower", "name")
PHONE: Final[Path] = ("borrower", "phone")
EMAIL: Final[Path] = ("borrower", "email")
PARTNER: Final[Path] = ("partner",)
SOURCE: Final[Path] = ("source",)
OFFICER: Final[Path] = ("officer",)
PURPOSE: Final[Path] = ("loan", "purpose")
PROGRAM: Final[Path] = ("loan", "program")
AMOUNT: Final[Path] = ("loan", "amount")
RECEIVED: Final[Path] = ("received",)
TAGS: Final[Path] = ("tags",)
NOTES: Final[Path] = ("notes",)


class NewReferral(Struct, frozen=True, kw_only=True):
    """What one line says of a new referral. `partner_word` is as typed: a part of a partner's name or id.

    `received` is `None` where nothing was said, which is now; `more` are the other fields, each once.
    """

    name: str
    phone: str = ""
    email: str = ""
    partner_word: str = ""
    source: str | None = None
    amount: int | None = None
    purpose: str | None = None
    program: str | None = None
    officer: str = ""
    received: Moment | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""
    more: tuple[Assignment, ...] = ()


def parse_new_referral(words: Sequence[str], today: dt.date) -> NewReferral:
    """The new referral that the words say.

    Raises:
        UsageError: no name is among them, something is said twice, or a word has no place.
    """
    line = _Line(today)
    waiting = [word for word in map(str.strip, words) if word]
    while waiting:
        waiting = waiting[line.take(waiting) :]
    return line.referral()


class _Line:
    """What has been read of a line so far."""

    def __init__(self, today: dt.date) -> None:
        self._today = today
        self._values: dict[Path, Value] = {}
        self._received: Moment | None = None
        self._tags: list[str] = []
        self._bare: list[list[str]] = []
        """The words known by nothing, those that stand together in one list."""
        self._phrases: list[_Phrase] = []
        self._in_name = False
        self._before = ""
        """The word before the one that is read."""
        self._cut: dict[str, str] = {}
        """Bare words behind `@partner` or `key=value`, which may have been meant as a part of it."""

    def take(self, words: Sequence[str]) -> int:
        """Read what the first word begins, and say how many words that was."""
        in_name, self._in_name = self._in_name, False
        word = words[0]
        before, self._before = self._before, word
        if taken := self._keyed(words):
            return taken
        if word.startswith("@"):
            self._put(PARTNER, _partner(word))
        elif email := _EMAIL.fullmatch(word):
            self._put(EMAIL, email[1])
        elif phone := phone_at(words):
            self._put(PHONE, phone[0])
            return phone[1]
        elif looks_like_amount(word.rstrip(_TRAILING)) or word.startswith("$"):
            self._put(AMOUNT, amount(word.rstrip(_TRAILING)))
        elif len(word.split()) > 1:
            self._phrases.append(_Phrase(word, before_name=not self._bare))
        else:
            if before.startswith("@") or _KEYED.fullmatch(before):
                self._cut[word] = before
            self._name_word(word, continued=in_name)
        return 1

    def referral(self) -> NewReferral:
        """All of it, when everything was read."""
        notes = [phrase.text for phrase in self._phrases]
        quoted_name = NAME not in self._values and not self._bare and bool(notes)
        name = " ".join((notes.pop(0) if quoted_name else self._name()).split())
        if not any(map(str.isalnum, name)):
            raise UsageError(f"who is it? a new referral needs a name: {EXAMPLE}")
        amount_said = self._values.pop(AMOUNT, None)
        return NewReferral(
            name=name,
            phone=self._text(PHONE),
            email=self._text(EMAIL),
            partner_word=self._text(PARTNER),
            source=self._text(SOURCE) or None,
            amount=amount_said if isinstance(amount_said, int) else None,
            purpose=self._text(PURPOSE) or None,
            program=self._text(PROGRAM) or None,
            officer=self._text(OFFICER),
            received=self._received,
            tags=tuple(dict.fromkeys(self._tags)),
            notes="\n".join(filter(None, [*notes, self._text(NOTES)])),
            more=tuple(Assignment(path, "put", value) for path, value in self._values.items()),
        )

    def _text(self, path: Path) -> str:
        """What was said for `path`, which is then no more among the rest."""
        return str(self._values.pop(path, ""))

    def _keyed(self, words: Sequence[str]) -> int:
        """Read `key=value` or `key:value`; 0 where the first word is neither."""
        word = words[0]
        found = _KEYED.fullmatch(word)
        key = found[1].lower() if found else ""
        if found is None or key not in _KEYS:
            if is_assignment(word):
                self._assign(parse_assignment("referral", word, self._today))
                return 1
            return 0
        typed = found[2].strip()
        if not typed:
            raise UsageError(f"{repeated(word)} says nothing; write the value right behind it")
        key = _RENAMED.get(key, key)
        if key == "received":
            self._receive(typed)
            return 1
        phone = phone_at([typed, *words[1:]]) if key == "phone" else None
        if phone is not None:
            self._put(PHONE, phone[0])
            return phone[1]
        self._assign(parse_assignment("referral", f"{key}={typed}", self._today))
        return 1

    def _assign(self, assignment: Assignment) -> None:
        path, value = assignment.path, assignment.value
        if assignment.operation == "take" or any(isinstance(element, int) for element in path):
            raise UsageError(f"a new referral has nothing yet in {dotted(path[:1])}; record that after it is added")
        if path == TAGS and isinstance(value, tuple):
            self._tags += map(str, value)
        elif value is not None:
            self._put(path, value)

    def _put(self, path: Path, value: Value) -> None:
        before = self._values.get(path)
        if before is not None:
            both = f"{repeated(str(before))} and {repeated(str(value))}"
            other = f"also_tell={visible(str(value))}" if path == PARTNER else "one of them as a note, in quotes"
            raise UsageError(f"{dotted(path)} is said twice: {both}; write {other}")
        self._values[path] = value

    def _receive(self, typed: str) -> None:
        if self._received is not None:
            raise UsageError("the day on which it was received is said twice")
        self._received = fact_day(typed, self._today)

    def _name_word(self, word: str, *, continued: bool) -> None:
        if word.isdecimal():
            raise UsageError(f"{repeated(word)} is neither a phone nor an amount; an amount is written ${word}")
        if _DIGITS.fullmatch(word):
            raise UsageError(f"{repeated(word)} is no phone number; one has seven or ten digits, such as 503-555-0142")
        if "@" in word:
            raise UsageError(f"{repeated(word)} is no e-mail address; one is written dana@example.com")
        if continued:
            self._bare[-1].append(word)
        else:
            self._bare.append([word])
        self._in_name = True

    def _name(self) -> str:
        """The name, which the bare words are unless it is said by its key; "" for none."""
        given = self._text(NAME)
        first, *others = self._bare or [[]]
        stray = first if given else others[0] if others else []
        if stray and stray[0] in self._cut and not _meaning(stray[0], self._today):
            whole = _in_quotes(self._cut[stray[0]], " ".join(stray))
            raise UsageError(f"{repeated(stray[0])} stands apart from the name; write {whole}")
        if stray:
            raise UsageError(_stray(stray[0], [given] if given else first, self._today))
        if given or not first:
            return given
        if self._phrases and self._phrases[0].before_name:
            both = f"{repeated(self._phrases[0].text)} or {repeated(' '.join(first))}"
            raise UsageError(f'which is the name, {both}? write the name first, or name="…"')
        for word in first[1:]:
            if word in _OWN_KEYS and word not in _AMBIGUOUS:
                raise UsageError(_stray(word, first, self._today, within=True))
        return " ".join(first).rstrip(_TRAILING)


class _Phrase(NamedTuple):
    """A text in quotes, and whether it came before the first bare word."""

    text: str
    before_name: bool


def _partner(word: str) -> str:
    name = word.removeprefix("@").strip(_TRAILING)
    if not name:
        raise UsageError("whom does @ name? write the partner right behind it: @chen")
    return name


def _in_quotes(before: str, more: str) -> str:
    """`@"elm street"`, `note="hello world"`."""
    key = _KEYED.fullmatch(before)
    sign, value = ("@", before[1:]) if key is None else (before[: before.index(key[2], len(key[1]) + 1)], key[2])
    return f'{visible(sign)}"{visible(f"{value} {more}")}"'


def _stray(word: str, name: Sequence[str], today: dt.date, *, within: bool = False) -> str:
    """The sentence for a word that looks like no part of the name."""
    whole = visible(" ".join(name if within else [*name, word]))
    means = _meaning(word, today)
    where = "would be a part of the name" if within else "stands apart from the name"
    instead = (
        f'write {means}, or name="{whole}"' if means else f'write name="{whole}", or a note of several words in quotes'
    )
    return f"{repeated(word)} {where}; {instead}"


def _meaning(word: str, today: dt.date) -> str:
    """The word with the key that it is written with, where it is one of a list, or a day; "" else."""
    key = _OWN_KEYS.get(word.lower().replace("-", "_"))
    return f"{key}={word}" if key else f"on:{word}" if _is_day(word, today) else ""


def _is_day(word: str, today: dt.date) -> bool:
    try:
        fact_day(word, today)
    except UsageError:
        return False
    return True
