"""What words were meant for that stand where they mean nothing: `lose ortiz went-cold` lacks `--reason`."""

import datetime as dt
import shlex
from collections.abc import Callable, Iterator, Sequence

from textual_tracker.analytics.naming import PARTNER_SIGN
from textual_tracker.cli.call import Call
from textual_tracker.cli.split import Names
from textual_tracker.core.vocabulary import ABOUTS, CHANNELS, REASONS
from textual_tracker.editing.one_line import a_choice
from textual_tracker.editing.one_line.amounts import whole_number
from textual_tracker.editing.repeated import repeated
from textual_tracker.editing.spoken import fact_day, plan_day
from textual_tracker.editing.spoken.names import MONTH_NAMES
from textual_tracker.errors import UsageError
from textual_tracker.reading.excerpt import visible

LEAST = 3
"""As many letters of a word of a list are taken for that word; fewer are rather a slip in a name."""
LONGEST = 3
"""As many words more a day may have."""
EXAMPLE = "6 mar"


def behind_name(call: Call, names: Names) -> str:
    """The sentence for words that name nobody, but of which the first do; "" where the others have no other place."""
    words = call.words
    for at in range(len(words) - 1, 0, -1):
        name, rest = " ".join(words[:at]), " ".join(words[at:])
        if names.anyone(name):
            return cut_off(call, rest) or next(_places(call, name, rest), "")
    return ""


def cut_off(call: Call, rest: str) -> str:
    """The sentence for words that are the end of what an option says in several words; "" where they are none."""
    for option, fits in (*_FITS, ("note", lambda *_: True)):
        begun = call.parsed.value(option)
        if begun and fits(f"{begun} {rest}", call.today()):
            return _in_quotes(option, f"{begun} {rest}")
    return ""


def half_a_day(call: Call, option: str, typed: str) -> str:
    """The sentence for a word of a day that an option got alone; "" for one that is none."""
    words = call.words
    others = [words[-length:] for length in range(1, LONGEST)] + [words[:length] for length in range(1, LONGEST)]
    whole = [f"{typed} {' '.join(other)}" for other in others if other]
    meant = next((text for text in whole if is_day(text, call.today(), plan=option != "date")), None)
    is_begun = typed.isdecimal() or typed[:3].lower() in {month[:3].lower() for month in MONTH_NAMES}
    if meant is None and not is_begun:
        return ""
    return f"{repeated(typed)} is no day; {_in_quotes(option, meant or EXAMPLE)}"


def is_day(text: str, today: dt.date, *, plan: bool) -> bool:
    """Whether the text says a day or a time, as a plan or as what happened."""
    try:
        (plan_day if plan else fact_day)(text, today)
    except UsageError:
        return False
    return True


def _in_quotes(option: str, text: str) -> str:
    return f'what has several words stands in quotes: --{option} "{visible(text)}"'


def _places(call: Call, name: str, rest: str) -> Iterator[str]:
    """What the words may be meant for: an option, two of them one after the other, or a note."""
    verb = call.parsed.verb
    if verb is None:
        return
    known = [option.name for option in verb.options if call.parsed.value(option.name) is None]
    if verb.name == "lose":
        known = [name for name in known if name != "revisit"]  # a day behind a loss is rather the day of the loss
    words = rest.split()
    for cut in range(len(words), 0, -1):
        parts = [" ".join(part) for part in (words[:cut], words[cut:]) if part]
        found = [_option(part, known, call.today()) for part in parts]
        if all(found) and len(set(found)) == len(found):
            pairs = zip(found, parts, strict=True)
            line = " ".join(f"--{option} {shlex.quote(_value(part, option))}" for option, part in pairs)
            yield f"{repeated(rest)} is no part of the name; write {visible(f'tracker {verb.name} {name} {line}')}"
    if "note" in known:
        whole = repeated(f"{name} {rest}")
        yield f"nobody is named {whole}; if {repeated(rest)} is a note: --note {visible(shlex.quote(rest))}"


def _option(text: str, known: Sequence[str], today: dt.date) -> str:
    """The option whose value the text likely is; "" for none."""
    return next((option for option, fits in _FITS if option in known and fits(_value(text, option), today)), "")


def _value(text: str, option: str) -> str:
    """The text without the option's name, as in `lose ortiz reason went-cold`."""
    return text.removeprefix(f"{option} ")


def _is_choice(text: str, choices: Sequence[str]) -> bool:
    try:
        a_choice(text, choices)
    except UsageError:
        return False
    return len(text) >= LEAST


_FITS: Sequence[tuple[str, Callable[[str, dt.date], bool]]] = (
    ("partner", lambda text, _: text.startswith(PARTNER_SIGN)),
    ("reason", lambda text, _: _is_choice(text, REASONS)),
    ("amount", lambda text, _: whole_number(text) is not None),
    ("about", lambda text, _: _is_choice(text, ABOUTS)),
    ("channel", lambda text, _: _is_choice(text, CHANNELS)),
    ("revisit", lambda text, today: is_day(text, today, plan=True)),
    ("date", lambda text, today: is_day(text, today, plan=False)),
)
"""The options, and what is likely the value of each, the likeliest first."""
