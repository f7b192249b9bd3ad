"""A contact as it is typed: `vm`, `text`, `in person`, `text reached`, or a result alone, which is that of a call."""

from collections.abc import Collection, Sequence

from textual_tracker.cli.completion_words import SHORT_FORMS
from textual_tracker.core.vocabulary import CHANNELS, RESULTS
from textual_tracker.editing.actions.contact import SHORT, Contact
from textual_tracker.errors import UsageError

DEFAULT_CHANNEL = "call"
LEAST = 2
"""As many letters tell a word that is only begun; a single one is a short form, or a slip."""


def contact_of(words: Sequence[str]) -> tuple[Contact, bool]:
    """The contact that these words are, and whether one of them is only begun.

    Raises UsageError where they are none.
    """
    if len(words) == 1 and words[0].lower() in SHORT:
        return SHORT[words[0].lower()], False
    for cut in range(len(words) + 1):
        channel = _channel(words[:cut])
        result = _only(words[cut:], RESULTS)
        if channel is not None and result is not None:
            return Contact(channel[0], result[0] or None), channel[1] or result[1]
    raise UsageError(refusal(" ".join(words)))


def refusal(typed: str) -> str:
    """What a contact may be, for somebody who typed something else."""
    meant = [f"  {short:<3} {meaning}" for short, meaning in SHORT_FORMS]
    channels, results = ", ".join(CHANNELS), ", ".join(RESULTS)
    return "\n".join([f'"{typed}" is no contact. It is one of', *meant, f"or a channel ({channels})",
                      f"and what came of it ({results})"])  # fmt: skip


def _channel(words: Sequence[str]) -> tuple[str, bool] | None:
    """The channel, and whether it is only begun; without words that of a call."""
    if not words:
        return DEFAULT_CHANNEL, False
    short = SHORT.get(words[0].lower())
    if len(words) == 1 and short is not None and short.result is None:
        return short.channel, False
    return _only(words, CHANNELS)


def _only(words: Sequence[str], known: Collection[str]) -> tuple[str, bool] | None:
    """The one of these words that is typed or begun, and whether it is only begun; "" without words."""
    typed = "_".join(words).lower().replace("-", "_")
    if not typed or typed in known:
        return typed, False
    begun = [one for one in known if one.startswith(typed)]
    return (begun[0], True) if len(begun) == 1 and len(typed) >= LEAST else None
