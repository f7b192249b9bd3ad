"""From the words typed to a command with its options, or a refusal that says what was meant."""

from importlib import import_module

from textual_tracker.cli.grammar import Argument, Option, Verb
from textual_tracker.cli.verbs import GLOBAL_OPTIONS, VERBS, options_of, verb_named
from textual_tracker.errors import UsageError

CLOSE = 0.6
CLOSE_OPTION = 0.7
"""As like each other are a word that was mistyped and the one that was meant."""
OTHER_NAMES = {
    "appointment": "appt", "meeting": "appt", "schedule": "appt", "call": "log", "called": "log", "contact": "log",
    "text": "log", "email": "log", "note": "log", "new": "add", "referral": "add", "won": "close", "funded": "close",
    "told": "tell", "update": "tell", "change": "set", "milestone": "mark", "todo": "next",
}  # fmt: skip
"""What people call some commands."""


class Parsed:
    """The command (`None`: none was given), its option values by name, and its words."""

    __slots__ = ("_values", "verb", "words")

    def __init__(self, verb: Verb | None, values: dict[str, str | bool], words: list[str]) -> None:
        self.verb = verb
        self.words = words
        self._values = values

    def flag(self, name: str) -> bool:
        """Whether the option without a value, such as `at_risk`, was given."""
        return bool(self._values.get(name, False))

    def value(self, name: str) -> str | None:
        """The option's value as typed, `None` where it was not given."""
        value = self._values.get(name)
        return value if isinstance(value, str) else None

    def with_values(self, values: dict[str, str | bool]) -> "Parsed":
        """The same words with these option values beside the others."""
        return Parsed(self.verb, {**self._values, **values}, self.words)


def parse(typed: list[str]) -> Parsed:
    """Take the words apart; global options may stand before the command and after it.

    Raises UsageError for an unknown command or option, a value that is missing or not one of the allowed, and too
    few or too many words.
    """
    name, rest = split_verb(typed)
    verb = None if name is None else verb_named(name)
    if name is not None and verb is None:
        known = {verb.name: verb.name for verb in VERBS} | OTHER_NAMES
        raise UsageError(f'there is no command "{name}"{_nearest(name, known)}')
    values, words = _take(rest, options_of(verb), verb)
    if verb is not None and not values.get("help"):
        _judge_words(verb, words)
    return Parsed(verb, values, words)


def split_verb(typed: list[str]) -> tuple[str | None, list[str]]:
    """The name of the command, and all the other words in their order."""
    index = 0
    while index < len(typed):
        word = typed[index]
        if word == "--" or not is_option(word):
            break
        option, value = _find(word, GLOBAL_OPTIONS)
        index += 2 if option is not None and option.metavar and value is None else 1
    if index >= len(typed) or typed[index] == "--":
        return None, typed
    return typed[index], typed[:index] + typed[index + 1 :]


def is_option(word: str) -> bool:
    """Whether the word is an option rather than a value; a lone `-` is a value."""
    return word.startswith("-") and word != "-"


def _take(rest: list[str], options: tuple[Option, ...], verb: Verb | None) -> tuple[dict[str, str | bool], list[str]]:
    """The option values, and the words that are no option."""
    values: dict[str, str | bool] = {}
    words: list[str] = []
    waiting = rest[::-1]
    while waiting:
        word = waiting.pop()
        if word == "--":
            words += waiting[::-1]
            break
        if not is_option(word):
            words.append(word)
        else:
            option, written = _find(word, options)
            if option is not None:
                value = _value(option, word, written, waiting)
                if option not in GLOBAL_OPTIONS:
                    _refuse_another(option, values.get(option.name, value), value)
                values[option.name] = value
            elif _is_dashed_word(word, verb):
                words.append(word)
            else:
                raise UsageError(_unknown_option(word, options, verb))
    return values, words


def _refuse_another(option: Option, before: str | bool, value: str | bool) -> None:
    """Raise UsageError where an option of the command's own is given twice, and not the same.

    Of those for all commands the last counts: an alias may have given the first.
    """
    if before != value:
        raise UsageError(f'{option.flags[-1]} is given twice, "{before}" and "{value}"; which of the two?')


def _is_dashed_word(word: str, verb: Verb | None) -> bool:
    """Whether the word, which is no option, may be one of the command's words in spite of its dash."""
    argument = None if verb is None else verb.argument
    return argument is not None and argument.dashed and not word.startswith("--")


def _find(word: str, options: tuple[Option, ...]) -> tuple[Option | None, str | None]:
    """The option that `word` is, and the value written into it: `--color=never`, `-Cjournal`."""
    name, equals, value = word.partition("=")
    for option in options:
        if word in option.flags:
            return option, None
        if equals and name in option.flags and name.startswith("--"):
            return option, value
        short = option.flags[0]
        if option.metavar and not short.startswith("--") and word.startswith(short):
            return option, word[len(short) :]
    return None, None


def _value(option: Option, word: str, written: str | None, waiting: list[str]) -> str | bool:
    flag = next((flag for flag in option.flags if word.startswith(flag)), word)
    if not option.metavar:
        if written is not None:
            raise UsageError(f"{flag} takes no value")
        return True
    if written is None and not waiting:
        raise UsageError(f"{flag} needs a value: {flag} {option.metavar}")
    value = waiting.pop() if written is None else written
    if option.closed and value not in option.values:
        raise UsageError(f'{flag} is one of {", ".join(option.values)}, not "{value}"')
    return value


def _judge_words(verb: Verb, words: list[str]) -> None:
    argument = verb.argument
    if argument is None:
        if words:
            raise UsageError(f'{verb.name} takes no words, and "{words[0]}" is one')
        return
    if len(words) < argument.least:
        raise UsageError(f"{verb.name} needs {argument.usage}: {argument.summary}")
    if len(words) > 1 and not argument.many:
        raise UsageError(f'{verb.name} takes one {argument.metavar}, and "{words[1]}" is a second')
    _judge_choice(argument, words)


def _judge_choice(argument: Argument, words: list[str]) -> None:
    for word in words:
        if argument.closed and word not in argument.values:
            raise UsageError(f'{argument.metavar} is one of {", ".join(argument.values)}, not "{word}"')


def _unknown_option(word: str, options: tuple[Option, ...], verb: Verb | None) -> str:
    name = word.partition("=")[0]
    flags = {flag.lstrip("-"): flag for option in options for flag in option.flags if not option.hidden}
    near = _nearest(name.lstrip("-"), flags, CLOSE_OPTION)
    if verb is None:
        return f"the program has no option {name}{near}"
    own = ", ".join(option.flags[-1] for option in verb.options)
    return f"{verb.name} has no option {name}{near or (own and f'; it has {own}')}"


def _nearest(word: str, known: dict[str, str], close: float = CLOSE) -> str:
    """`; did you mean list?`: of the known names (each with the way it is written) the most similar one."""
    found: list[str] = import_module("difflib").get_close_matches(word, known, n=1, cutoff=close)
    return f"; did you mean {known[found[0]]}?" if found else ""
