"""What is wrong with the words after `log` that are no name with a contact behind it."""

import shlex

from textual_tracker.cli.call import Call
from textual_tracker.cli.contact_words import contact_of, refusal
from textual_tracker.cli.misplaced import cut_off, is_day
from textual_tracker.cli.split import Names, pieces, splits
from textual_tracker.core.vocabulary import CHANNELS, RESULTS
from textual_tracker.editing.repeated import repeated
from textual_tracker.errors import UsageError
from textual_tracker.reading.nearest import nearest

CLOSE = 0.75
"""As like each other are a word with a slip and the one that was meant; a note has words that are less."""


def no_contact(call: Call) -> str:
    """The sentence for words that end with no contact: a day or a note behind one, or a word that is none."""
    words, today = call.words, call.today()
    for cut in range(len(words) - 1, 1, -1):
        rest = " ".join(words[cut:])
        if not splits(words[:cut], contact_of):
            continue
        if quoted := cut_off(call, rest):
            return quoted
        if is_day(rest, today, plan=False):
            return _when(" ".join(words[:cut]), rest)
        if len(words) - cut > 1:
            return f"{repeated(rest)} is no contact; what was said is a note: --note {shlex.quote(rest)}"
    if _is_contact(words[0]):
        return f"the name comes first: tracker log {' '.join(words[1:])} {words[0]}"
    near = nearest(words[-1], (*CHANNELS, *RESULTS), CLOSE)
    return f"{repeated(words[-1])} is no contact; did you mean {near}?" if near else refusal(words[-1])


def no_name(call: Call, names: Names) -> str:
    """The sentence for words that end with a contact, where those before it name nobody; "" where they are a name only.

    In `ortiz vm reached` there is a second contact before it, in `ortiz fri vm` a day.
    """
    for name, first, last in pieces(call.words, names):
        if quoted := cut_off(call, last) or cut_off(call, first):
            return quoted
        if _is_contact(last) and is_day(first, call.today(), plan=False):
            return _when(f"{name} {last}", first)
        if _is_contact(last) and _is_contact(first):
            each = f"tracker log {name} {first}, then tracker log {name} {last}"
            return f"{repeated(first)} and {repeated(last)} are two contacts; log one after the other: {each}"
    return ""


def _when(words: str, day: str) -> str:
    return f"{repeated(day)} is no contact; when it was, --date says: tracker log {words} --date {shlex.quote(day)}"


def _is_contact(text: str) -> bool:
    try:
        contact_of(text.split())
    except UsageError:
        return False
    return True
