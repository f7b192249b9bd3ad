"""Questions to a person at a terminal. Ctrl+c and ctrl+d end the program before anything is written."""

import re
import sys
from collections.abc import Sequence

from textual_tracker.cli.call import Call
from textual_tracker.cli.text import safe

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


def pick(call: Call, question: str, groups: Sequence[tuple[str, Sequence[str]]]) -> str:
    """What a person answers to a numbered list: the word of the number that was typed, else what was typed.

    `groups` are titles with the words below them.
    """
    words = [word for _, group in groups for word in group]
    width = max(len(title) for title, _ in groups)
    number = 0
    for title, group in groups:
        for place, word in enumerate(group):
            number += 1
            shown = title if place == 0 else ""
            call.output.say(f"  {number:>2}  {shown:<{width}}  {word.replace('_', ' ')}")
    answer = ask(question)
    if answer.isdecimal() and 0 < int(answer) <= len(words):
        return words[int(answer) - 1]
    return answer
