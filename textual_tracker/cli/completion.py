"""Shell completion: what could stand where the cursor is. Runs at every press of the tab key, so it imports little.

The scripts in `shells/` call `tracker --complete SHELL ...`; the answer is a candidate a line, with a tab and a
description for the shells that show one. A first line `:files` or `:folders` asks the shell for its own.
"""

import sys

from textual_tracker.cli.completion_values import Candidate, values_for
from textual_tracker.cli.grammar import Option, Verb
from textual_tracker.cli.parse import is_option, split_verb
from textual_tracker.cli.verbs import VERBS, options_of, verb_named

UNFINISHED = (":", "=")
"""A candidate that ends with one of these is typed on; the others are followed by a blank."""

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,@%+"


def run(words: list[str]) -> int:
    """Answer a completion script. bash sends its word breaks and the line, the others the words themselves."""
    shell, rest = (words[0], words[1:]) if words else ("", [])
    if shell == "bash":
        breaks, line = (*rest, "", "")[:2]
        typed = split_line(line)[1:]
        found = complete(typed)
        lines = found if isinstance(found, str) else "\n".join(_for_bash(found, typed[-1] if typed else "", breaks))
    else:
        found = complete(rest[1:] if rest[:1] == ["--"] else rest)
        lines = found if isinstance(found, str) else "\n".join(f"{value}\t{about}" for value, about in found)
    if lines:
        sys.stdout.buffer.write(lines.encode("utf-8", "surrogateescape") + b"\n")
    return 0


def complete(words: list[str]) -> list[Candidate] | str:
    """The candidates for the last of `words`, the one being typed; or `:files`, `:folders`."""
    before, current = words[:-1], words[-1] if words else ""
    name, rest = split_verb(before)
    verb = None if name is None else verb_named(name)
    if name is not None and verb is None:
        return []
    waiting = _waiting_for_value(rest, verb)
    if waiting is not None:
        return _kept(values_for(waiting.values, current, before), current)
    if "--" in before:
        return _words_of(verb, current, before)
    if is_option(current):
        options = _options(verb, current, before)
        return options or _words_of(verb, current, before)
    if verb is None:
        return _kept([(known.name, known.summary) for known in VERBS], current)
    return _words_of(verb, current, before)


def _waiting_for_value(rest: list[str], verb: Verb | None) -> Option | None:
    """The option that the word being typed is the value of."""
    if not rest:
        return None
    return next((option for option in options_of(verb) if rest[-1] in option.flags and option.metavar), None)


def _options(verb: Verb | None, current: str, before: list[str]) -> list[Candidate] | str:
    """The command's options, or after `--option=` the values of that one."""
    flag, equals, value = current.partition("=")
    if equals:
        option = next((option for option in options_of(verb) if flag in option.flags and option.metavar), None)
        values = [] if option is None else values_for(option.values, value, before)
        if isinstance(values, str):
            return values
        return _kept([(f"{flag}={candidate}", about) for candidate, about in values], current)
    return _kept([(option.flags[-1], option.summary) for option in options_of(verb) if not option.hidden], current)


def _words_of(verb: Verb | None, current: str, before: list[str]) -> list[Candidate] | str:
    if verb is None or verb.argument is None:
        return []
    return _kept(values_for(verb.argument.values, current, before), current)


def _kept(values: list[Candidate] | str, current: str) -> list[Candidate] | str:
    """Those that begin with what was typed."""
    if isinstance(values, str):
        return values
    return [(value, about) for value, about in values if value.startswith(current)]


def _for_bash(found: list[Candidate], current: str, breaks: str) -> list[str]:
    """Candidates as bash takes them: from the last word break on, escaped, with the blank that ends a word."""
    cut = max((current.rfind(sign) + 1 for sign in UNFINISHED if sign in breaks), default=0)
    return [_escaped(value[cut:]) + ("" if value.endswith(UNFINISHED) else " ") for value, _ in found]


def _escaped(value: str) -> str:
    return "".join(sign if sign in PLAIN or sign > "\x7f" else f"\\{sign}" for sign in value)


def split_line(line: str) -> list[str]:
    """The words of a command line up to the cursor, quotes and backslashes resolved; the last may be empty."""
    words, quote, escaped = [""], "", False
    for sign in line:
        if escaped or (quote and sign not in (quote, "\\")) or (quote == "'" and sign != "'"):
            words[-1] += sign
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign in ("'", '"'):
            quote = "" if quote else sign
        elif sign in " \t":
            words.append("")
        else:
            words[-1] += sign
    return [word for word in words[:-1] if word] + words[-1:]
