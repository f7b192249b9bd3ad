"""Questions to a person at a terminal. Ctrl+c and ctrl+d end the program before anything is written."""

import re
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from textual_tracker.cli.call import Call
from textual_tracker.cli.text import safe
from textual_tracker.errors import UsageError

T = TypeVar("T")
YES = ("y", "yes")
_ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|O.|.)?")
"""What arrow keys leave in a line that a terminal hands over as it was typed."""


def can_ask(call: Call) -> bool:
    """Whether somebody is there to answer: both ends of the talk are a terminal, and no program waits for JSON."""
    streams = (sys.stdin, sys.stderr)
    return not call.json and all(stream is not None and stream.isatty() for stream in streams)


def ask(question: str) -> str:
    """The answer to `question`, without the blanks around it; "" for none.

    Raises KeyboardInterrupt where the person leaves.
    """
    sys.stdout.flush()
    sys.stderr.write(f"{safe(question)} ")
    sys.stderr.flush()
    try:
        typed = sys.stdin.readline()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        raise
    if not typed:
        sys.stderr.write("\n")
        raise KeyboardInterrupt
    return _ESCAPES.sub("", typed).strip()


def agree(question: str) -> bool:
    """Whether the person says yes; an empty answer is no."""
    return ask(f"{question} [y/N]").lower() in YES


def optional(call: Call, question: str, read: Callable[[str], T]) -> T | None:
    """What `read` makes of the answer, asked for until there is one that it understands; None for an empty one.

    `read` raises UsageError for what it does not understand.
    """
    while answer := ask(question):
        try:
            return read(answer)
        except UsageError as error:
            call.output.say(str(error))
    return None


def needed(call: Call, question: str, read: Callable[[str], T]) -> T:
    """The same, where no answer is none: it is asked for again."""
    while (found := optional(call, question, read)) is None:
        call.output.say("That one is needed.")
    return found


def pick(
    call: Call, question: str, groups: Sequence[tuple[str, Sequence[str]]], read: Callable[[str], str]
) -> str | None:
    """A word of a numbered list, by its number, or as `read` understands it; None for an empty answer.

    `groups` are titles with the words below them.
    """
    words = [word for _, group in groups for word in group]
    width = max(len(title) for title, _ in groups)
    numbers = iter(range(1, len(words) + 1))
    for title, group in groups:
        for place, word in enumerate(group):
            shown = title if place == 0 else ""
            call.output.say(f"  {next(numbers):>2}  {shown:<{width}}  {word.replace('_', ' ')}")

    def chosen(answer: str) -> str:
        is_number = answer.isdecimal() and 0 < int(answer) <= len(words)
        return words[int(answer) - 1] if is_number else read(answer)

    return optional(call, question, chosen)
