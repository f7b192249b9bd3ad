"""Text from a journal within Markdown: shown as it was typed, never obeyed."""

import re

SIGNS = re.compile(
    r"[\\`*_\[\]<>|~#$]|&(?=#?\w+;)|(?<=\w):(?=//)|(?<=www)\.|(?<=\w)@(?=\w)|^(?=[-+=] )|^\d+(?=[.)])", re.IGNORECASE
)
"""What Markdown, that of GitHub too, would take for more than text: emphasis, code, links, tables, HTML, addresses that
become links, and at the beginning of a line lists and headings."""


def escaped(text: str) -> str:
    r"""`text` on one line, with a backslash before each sign that would be more: `Jo \*Ace\* Hale`."""
    return SIGNS.sub(_with_backslash, " ".join(text.split()))


def _with_backslash(found: re.Match[str]) -> str:
    # Of a number at the beginning of a line the point behind it is the sign, which it gets by the digit's side.
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
