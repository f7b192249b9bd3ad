"""What completes the words of the commands that write: whom, and then what may follow a name."""

from textual_tracker.cli import completion_words as words
from textual_tracker.cli.parse import is_option, split_verb
from textual_tracker.cli.verbs import options_of, verb_named
from textual_tracker.core import vocabulary

Candidate = tuple[str, str]

PARTNER_SIGN = "@"
REFERRALS, PEOPLE, PARTNERS = "referral", "people", "partner"
"""Whom a list of people has."""

_CHANNELS = tuple((channel.replace("_", "-"), "a channel") for channel in vocabulary.CHANNELS)
_RESULTS = tuple((result.replace("_", "-"), "what came of it") for result in vocabulary.RESULTS)
_CHOICES = {
    "source": vocabulary.SOURCES, "program": vocabulary.PROGRAMS, "purpose": vocabulary.PURPOSES,
    "consent_to_share": vocabulary.CONSENTS, "outcome.reason": vocabulary.REASONS, "do_not_contact": ("yes", "no"),
}  # fmt: skip
"""The values of the fields that have a closed list."""


def writing_values(kind: str, current: str, before: list[str]) -> list[Candidate] | str:
    """The candidates of one kind; or, where people are wanted, which: `referral`, `people`, `partner`."""
    typed = _typed(before)
    if kind == ":log":
        return _contact(typed) if typed else PEOPLE
    if kind == ":appt":
        return [*words.CAME_OF_IT, *((day, "") for day in words.SOON)] if typed else REFERRALS
    if kind == ":mark":
        return list(words.MILESTONES) if typed else REFERRALS
    if kind == ":set":
        return _assignment(current) if typed else PEOPLE
    if kind == ":add":
        return PARTNERS if current.startswith(PARTNER_SIGN) else _new(current, typed)
    if kind == ":counters":
        return [(f"{counter}+1", f"{meaning}: one more") for counter, meaning in words.COUNTERS]
    if kind == ":abouts":
        return [(about, "") for about in vocabulary.ABOUTS]
    if kind == ":channels":
        return [(channel, "") for channel in vocabulary.CHANNELS]
    if kind == ":reasons":
        return [(reason, vocabulary.CAUSE_OF[reason]) for reason in vocabulary.REASONS]
    return PARTNERS if kind == ":partners" else PEOPLE


def _typed(before: list[str]) -> list[str]:
    """The words after the command that are no options."""
    name, rest = split_verb(before)
    options = {flag for option in options_of(verb_named(name or "")) if option.metavar for flag in option.flags}
    return [word for last, word in zip(["", *rest], rest, strict=False) if not is_option(word) and last not in options]


def _contact(typed: list[str]) -> list[Candidate]:
    """After a channel its results, before it the short forms and the channels."""
    if typed[-1].lower() in {channel for channel, _ in _CHANNELS} and len(typed) > 1:
        return list(_RESULTS)
    return [*words.SHORT_FORMS, *_CHANNELS]


def _assignment(current: str) -> list[Candidate]:
    field, equals, _ = current.partition("=")
    if equals:
        return [(f"{field}={choice}", "") for choice in _CHOICES.get(field, ())]
    return [(f"{field}=", meaning) for field, meaning in words.FIELDS]


def _new(current: str, typed: list[str]) -> list[Candidate]:
    """A field of a new referral, once a word shows that one is meant."""
    first = [] if typed else [("partner", "a new partner")]
    return first + [one for one in _assignment(current) if current]
