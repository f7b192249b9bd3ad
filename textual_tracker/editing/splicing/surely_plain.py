"""Texts that nobody needs quotes for: words that begin with a letter or a digit, without a sign that YAML knows.

More texts may stand without quotes (`textual_tracker.editing.splicing.scalar`); around these they are a habit.
"""

import re

from textual_tracker.editing.splicing.scalar import is_plain

_SAFE = re.compile(r"[^\W_][\w .'’/()+@&%$;!…–—-]*(?<! )")
_PERHAPS = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|none|inf|nan|0b[01_]+|0x[0-9a-f_]+|0o[0-7_]+"
    r"|[0-9][0-9_.]*(?:e[+-]?[0-9]+)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)",
    re.IGNORECASE,
)


def is_surely_plain(text: str) -> bool:
    """Whether every reader takes `text`, without quotes and wherever it stands, for the text that it is."""
    is_safe = _SAFE.fullmatch(text) is not None and _PERHAPS.fullmatch(text) is None
    return is_safe and is_plain(text, flow=True)
