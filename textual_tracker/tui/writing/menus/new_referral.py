"""`o`: a new referral in one line. Where somebody seems to be here already, it is asked before they are added."""

from msgspec.structs import replace

from textual_tracker.analytics.wording import day, money
from textual_tracker.core.records import Referral
from textual_tracker.editing.actions.new_referral import add_referral, twins
from textual_tracker.editing.moment import Moment
from textual_tracker.editing.near_partners import mistyped_partners
from textual_tracker.editing.one_line import NewReferral, parse_new_referral, split_words
from textual_tracker.editing.senders import known_partner, name_of
from textual_tracker.editing.words import moment_words, plain_word
from textual_tracker.errors import TrackerError
from textual_tracker.tui.messages import Look
from textual_tracker.tui.writing.row import officer
from textual_tracker.tui.writing.steps import Ask, Choice, Choose, Echo, Later, Write

EXAMPLE = "Dana Ortiz 555-0142 @chen $385k"
FROM_WHERE = "say who sent them, @partner, or source:past_client, source:online …"


def new_referral(look: Look) -> Ask:
    """The line."""

    def read(text: str) -> Echo:
        try:
            new = parse_new_referral(split_words(text), look.snapshot.today)
            says = _said(look, new)
        except TrackerError as error:
            return Echo(" ".join(str(error).split()))
        if not new.partner_word and not new.source:
            return Echo(FROM_WHERE)
        return Echo(says, Later(lambda: _step(look, new, ask._replace(text=text))))

    ask = Ask("New referral:", EXAMPLE, read)
    return ask


def _step(look: Look, new: NewReferral, ask: Ask) -> Write | Choose:
    """To write it; where the partner seems to be mistyped, or the journal to have the person, to be asked first."""
    near = mistyped_partners(look.snapshot.journal, new.partner_word)
    if not near:
        return _add(look, new, ask)
    known = [
        Choice(str(number), one.name, _add(look, replace(new, partner_word=one.id), ask))
        for number, one in enumerate(near, 1)
    ]
    name = name_of(new.partner_word)
    more = [
        Choice("n", f"{name}, a new partner", _add(look, new, ask), "new"),
        Choice("b", "back to the line", ask, "back"),
    ]
    return Choose(f"There is no partner {name}. Who sent {new.name}?", [*known, *more], leave=ask)


def _add(look: Look, new: NewReferral, ask: Ask) -> Write | Choose:
    """The same, once it is settled who sent them."""
    write = Write(add_referral(new, officer=officer(look) or None), line=ask)
    known = twins(look.snapshot.journal, new, look.snapshot.today)
    if not known:
        return write
    choices = [Choice("y", f"add {new.name} all the same", write, "add"), Choice("n", "back to the line", ask, "back")]
    if len(known) == 1:
        return Choose(f"This looks like {_known(look, known[0])}", choices, leave=ask)
    them = "\n".join(f"- {_known(look, one)}" for one in known)
    return Choose(f"This looks like these {len(known)}", choices, them, leave=ask)


def _known(look: Look, referral: Referral) -> str:
    return f"{referral.name}, received {day(referral.received, look.snapshot.today)}"


def _said(look: Look, new: NewReferral) -> str:
    """`Dana Ortiz · 555-0142 · from Sarah Chen · $385,000`."""
    parts = [
        new.name,
        new.phone,
        new.email,
        _sender(look, new),
        money(new.amount),
        *(plain_word(word) for word in (new.purpose, new.program) if word),
        _received(look, new.received),
        *new.tags,
        new.notes,
    ]
    return " · ".join(filter(None, parts))


def _sender(look: Look, new: NewReferral) -> str:
    if not new.partner_word:
        return plain_word(new.source or "")
    known = known_partner(look.snapshot.journal, new.partner_word)
    if known is not None:
        return f"from {look.snapshot.journal.partner_name(known)}"
    return f"from {name_of(new.partner_word)}, a new partner"


def _received(look: Look, received: Moment | None) -> str:
    return "" if received is None else f"received {moment_words(received, look.snapshot.today)}"
