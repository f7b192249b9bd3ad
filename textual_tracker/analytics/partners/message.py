"""A text to send to a partner: where their referrals stand, in a greeting and a line for each.

Source: docs/numbers.md, "What may be said": words of stages only, never an amount or a reason; where the borrower did
not consent to more, no more than that there is contact.
"""

import re
from collections.abc import Sequence

from textual_tracker.analytics.partners.word_due import NO_NEWS, THANKS, Word
from textual_tracker.analytics.partners.words import IN_TOUCH, where_it_stands
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Partner

THANK_YOU = "thank you for "
NOTHING_NEW = "nothing new yet; "
TITLES = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "rev"})
NOT_A_PERSON = re.compile(
    r"[&0-9]|\b(?:advisors?|agency|associates|bank|brokers?|builders?|co|company|corp|credit union|escrow|financial"
    r"|group|homes?|inc|insurance|law|llc|llp|lending|ltd|mortgage|office|partners|properties|realtors?|realty|services"
    r"|team|the|title|website)\b",
    re.IGNORECASE,
)
"""A name in which one of these stands is that of a house: it is not greeted by its first word."""


def suggested_text(snapshot: Snapshot, words: Sequence[Word]) -> str:
    """A text about all of `words`, which are for one partner; "" for none.

    `Hi Sarah, about Dana Ortiz: we have spoken.` Of several each stands on a line of its own.
    """
    if not words:
        return ""
    hello = greeting(snapshot.journal.partners.get(words[0].partner_id))
    if len(words) == 1:
        (word,) = words
        about = THANK_YOU if word.about == THANKS else "about "
        return f"{hello}, {about}{_name(word)}: {_says(snapshot, word)}."
    lines = [f"- {THANK_YOU if word.about == THANKS else ''}{_name(word)}: {_says(snapshot, word)}" for word in words]
    return "\n".join([f"{hello}, here is where things stand:", *lines])


def _says(snapshot: Snapshot, word: Word) -> str:
    """Where it stands; of an ending that they heard of before nothing else is to be expected, so nothing new either."""
    says = where_it_stands(snapshot, word.referral, word.news or word.about)
    may_come = word.about == NO_NEWS and snapshot.standing(word.referral).is_open
    return NOTHING_NEW + says if may_come and says != IN_TOUCH else says


def _name(word: Word) -> str:
    """The borrower's name on one line, however it is typed."""
    return " ".join(word.referral.name.split())


def greeting(partner: Partner | None) -> str:
    """`Hi Sarah`, `Hi Dr. Kim`; whoever is not known as a person is not greeted by name."""
    name = "" if partner is None else partner.name
    first, *rest = name.split() or [""]
    if not first or name == (partner and partner.company) or NOT_A_PERSON.search(name):
        return "Hello"
    if first.casefold().rstrip(".") in TITLES and rest:
        return f"Hi {first} {rest[-1]}"
    return f"Hi {first}"
