"""Whether a partner whom nobody knows is a new one, or one who is known and was mistyped."""

from collections.abc import Sequence

from textual_tracker.cli.asking import YES, can_ask, optional
from textual_tracker.cli.call import Call
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Partner
from textual_tracker.core.vocabulary import SOURCES
from textual_tracker.editing.near_partners import mistyped_partners
from textual_tracker.editing.one_line import NewReferral
from textual_tracker.editing.repeated import either, repeated
from textual_tracker.editing.senders import SIGN, known_partner, name_of
from textual_tracker.errors import NotOneRecordError, RefusedEditError, UsageError
from textual_tracker.reading.nearest import spelled

NO = ("n", "no", "new")


def sure_sender(call: Call, journal: Journal, word: str) -> str:
    """The word for the partner who is meant: `word`, or the id of one who was mistyped, as the person chooses.

    Raises RefusedEditError where nobody is there to choose, or nothing is chosen.
    """
    near = mistyped_partners(journal, word)
    if not near or call.parsed.flag("yes"):
        return word
    new = name_of(word)
    unknown = f"There is no partner {repeated(word.removeprefix(SIGN))}"
    if not can_ask(call):
        meant = either(f"{one.name} ({SIGN}{one.id})" for one in near)
        raise RefusedEditError(
            f"{unknown}; did you mean {meant}?\nNothing was written; --yes makes {new} a new partner."
        )
    call.output.say(f"{unknown}; did you mean")
    for number, one in enumerate(near, 1):
        call.output.say(f"  {number}  {one.name}")
    call.output.say(f"  n  nobody of these: {new} is new here")
    chosen = optional(call, "Which one?", lambda answer: _chosen(answer, near, word))
    if chosen is None:
        raise RefusedEditError("Nothing was written.")
    return chosen


def refuse_sender_in_name(journal: Journal, new: NewReferral) -> None:
    """Refuse a line that says nobody who sent them, where a partner or a source stands behind the name: `Bob chen`.

    Raises UsageError; where nothing is found the action itself says what is missing.
    """
    words = [word for word in new.name.split() if word.lower() != "from"]
    for at in range(1, len(words) if not (new.partner_word or new.source) else 0):
        rest = " ".join(words[at:])
        right = _as_sender(journal, rest)
        if right:
            raise UsageError(f"say where it came from; if {repeated(rest)} is no part of the name, write {right}")


def _as_sender(journal: Journal, word: str) -> str:
    """The word as it is written where it says who sent somebody; "" where it names no partner and no source."""
    if spelled(word) in SOURCES:
        return f"source={spelled(word)}"
    try:
        partner = known_partner(journal, word)
    except NotOneRecordError:
        return ""
    return "" if partner is None else f"{SIGN}{partner}"


def _chosen(answer: str, near: Sequence[Partner], word: str) -> str:
    if answer.lower() in NO:
        return word
    if answer.lower() in YES and len(near) == 1:
        return near[0].id
    if answer.isdecimal() and 0 < int(answer) <= len(near):
        return near[int(answer) - 1].id
    raise UsageError(f"type {either([*map(str, range(1, len(near) + 1)), 'n'])}; enter alone leaves")
