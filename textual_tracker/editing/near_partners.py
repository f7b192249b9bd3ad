"""Partners whom a word that names nobody may have meant: `chenn` is likely Sarah Chen, mistyped.

A new partner who was only misspelled would be a second file of the same person, and the first one would wait for word.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from textual_tracker.core.journal import Journal
from textual_tracker.core.letters import plain
from textual_tracker.core.records import Partner
from textual_tracker.editing.ids import slug
from textual_tracker.editing.senders import SIGN, known_partner, name_of
from textual_tracker.reading.names import stem
from textual_tracker.reading.nearest import LONGEST

CLOSE: Final = 0.7
"""As like each other are a word of a name and the same one with a slip: `tram` and `tran`."""
CLOSE_WHOLE: Final = 0.85
"""As like each other are two whole names with a slip in one: `jen park` and `jin park`."""
SHOWN: Final = 5
"""Nobody chooses among more."""

_BETWEEN: Final = re.compile(r"[\W_]+")


def mistyped_partners(journal: Journal, word: str) -> list[Partner]:
    """Whom `word`, with or without an `@`, may have meant, the likeliest first; nobody where it names somebody.

    Raises:
        NotOneRecordError: it names several.
    """
    if not word.strip(f" {SIGN}") or known_partner(journal, word) is not None:
        return []
    partner_id = slug(name_of(word), "partner")
    if any(stem(problem.path) == partner_id for problem in journal.unreadable):
        return []  # their file has an error, so that nobody knows their name
    return near_partners(journal, word.removeprefix(SIGN))


def near_partners(journal: Journal, name: str) -> list[Partner]:
    """The partners whose name or id is like `name`, or the same, the likeliest first."""
    if len(name) > LONGEST:
        return []
    typed = _Typed(_words(name))
    likely = {one.id: typed.likeness(one) for one in journal.partners.values()}
    found = sorted((id_ for id_, likeness in likely.items() if likeness), key=lambda id_: (-likely[id_], id_))
    return [journal.partners[id_] for id_ in found[:SHOWN]]


class _Typed:
    """The words of a name as typed, to be compared with many."""

    def __init__(self, words: Sequence[str]) -> None:
        self._whole = SequenceMatcher(b="".join(words), autojunk=False)
        self._words = [(word, SequenceMatcher(b=word, autojunk=False)) for word in words]

    def likeness(self, partner: Partner) -> float:
        """From 0, not alike, to 1, the same."""
        named = [_words(partner.name), _words(partner.id)]
        return max((self._alike(known) for known in named if known and self._words), default=0.0)

    def _alike(self, known: Sequence[str]) -> float:
        self._whole.set_seq1("".join(known))
        return self._whole.ratio() if _is_close(self._whole, CLOSE_WHOLE) or self._is_within(known) else 0.0

    def _is_within(self, known: Sequence[str]) -> bool:
        """Whether each word of the one name is a word of the other but for a slip, or an initial of it, not of all."""
        slips = [[_is_slip(compared, word) for word in known] for _, compared in self._words]
        near = [
            [slip or _is_initial(typed, word) for slip, word in zip(row, known, strict=True)]
            for row, (typed, _) in zip(slips, self._words, strict=True)
        ]
        columns = list(zip(*near, strict=True))
        fits = all(map(any, near)) or (len(columns) > 1 and all(map(any, columns)))
        return fits and any(map(any, slips))


def _is_slip(typed: SequenceMatcher[str], word: str) -> bool:
    typed.set_seq1(word)
    return len(word) > 1 and _is_close(typed, CLOSE)


def _is_initial(typed: str, word: str) -> bool:
    return 1 in (len(typed), len(word)) and typed[:1] == word[:1]


def _is_close(compared: SequenceMatcher[str], least: float) -> bool:
    ways = (compared.real_quick_ratio, compared.quick_ratio, compared.ratio)
    return all(ratio() >= least for ratio in ways)


def _words(name: str) -> list[str]:
    return [word for word in _BETWEEN.split(plain(name)) if word]
