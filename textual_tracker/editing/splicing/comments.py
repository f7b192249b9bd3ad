"""The comments of a text, and behind what each of them stands."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_BREAK = re.compile("[\n\r\x85\u2028\u2029]")
_DIRECT = re.compile(r"[ \t]*:?[ \t,]*")


class Leaf(NamedTuple):
    """A text of the tree, a key or a value, or a part of one: where it begins and ends, and what it says."""

    start: int
    end: int
    value: str


class Comment(NamedTuple):
    """A comment from its sign to the end of its line. `alone`: nothing else stands on that line.

    `behind` is the text that it stands right behind; `None` where it is alone, or behind a bracket or a dash.
    """

    start: int
    end: int
    text: str
    alone: bool
    behind: str | None


def comments_between(text: str, leaves: Iterable[Leaf]) -> list[Comment]:
    """The comments of `text`; `leaves` are the texts of its tree, in the order in which they stand."""
    found: list[Comment] = []
    before, at = Leaf(0, 0, ""), 0
    for leaf in [*leaves, Leaf(len(text), len(text), "")]:
        while (sign := text.find("#", at, leaf.start)) >= 0:
            found.append(_comment(text, sign, before))
            at = found[-1].end
        at = max(at, leaf.end)
        before = leaf
    return found


def joined(comments: Iterable[Comment]) -> str:
    """Several comments as one: `# he called; at noon`. One alone stays as it was typed."""
    texts = [comment.text for comment in comments]
    if len(texts) < 2:  # noqa: PLR2004 - none, or one
        return "".join(texts)
    words = [words for text in texts if (words := text.removeprefix("#").strip())]
    return "# " + "; ".join(words)


def _comment(text: str, sign: int, before: Leaf) -> Comment:
    found = _BREAK.search(text, sign)
    end = found.start() if found is not None else len(text)
    begin = max(text.rfind(sign_of_end, 0, sign) for sign_of_end in "\n\r\x85\u2028\u2029") + 1
    alone = not text[begin:sign].strip(" \t")
    direct = before.end > 0 and _DIRECT.fullmatch(text, before.end, sign) is not None
    return Comment(sign, end, text[sign:end].rstrip(), alone, before.value if direct and not alone else None)
