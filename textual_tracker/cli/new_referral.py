"""A new referral by question and answer."""

from functools import partial

from textual_tracker.cli.asking import ask, needed, optional
from textual_tracker.cli.call import Call
from textual_tracker.cli.sender import sure_sender
from textual_tracker.core.journal import Journal
from textual_tracker.core.vocabulary import PURPOSES, SOURCES
from textual_tracker.editing.one_line import NewReferral, a_choice
from textual_tracker.editing.one_line.amounts import amount
from textual_tracker.editing.senders import SIGN, known_partner, name_of
from textual_tracker.reading.nearest import spelled


def asked_referral(call: Call, journal: Journal) -> NewReferral:
    """Whom the answers describe; all but the name and the origin may be left empty."""
    call.output.say("A new referral. What is not known yet stays empty; ctrl+c leaves without a trace.")
    name = needed(call, "Name:", str)
    phone = ask("Phone:")
    partner, source = needed(
        call, "Who sent them? A partner, or a source such as past client:", partial(_origin, journal)
    )
    partner = sure_sender(call, journal, partner)
    if partner and known_partner(journal, partner) is None:
        source = asked_type(call, name_of(partner))
    purpose = optional(call, "What for, such as purchase or refinance?", partial(a_choice, choices=PURPOSES))
    dollars = optional(call, "Amount? $", amount)
    return NewReferral(name=name, phone=phone, partner_word=partner, source=source, purpose=purpose, amount=dollars)


def asked_type(call: Call, name: str) -> str | None:
    """What a new partner is; None: not known yet."""
    call.output.say(f"{name} is new here: {', '.join(SOURCES).replace('_', ' ')}.")
    return optional(call, "Which of these are they?", partial(a_choice, choices=SOURCES, noun="one of them"))


def _origin(journal: Journal, answer: str) -> tuple[str, str | None]:
    """A partner by a name, or a source: whatever the answer is the beginning or a part of."""
    is_source = any(spelled(answer) in source for source in SOURCES)
    if is_source and not answer.startswith(SIGN) and known_partner(journal, answer) is None:
        return "", a_choice(answer, SOURCES, "a source")
    return answer.removeprefix(SIGN), None
