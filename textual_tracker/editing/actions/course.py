"""What the actions on a referral's course share: the day of a fact, what is over, and what moves to `earlier`.

Source: "What the program writes" (docs/journal-format.md). Nothing dated is overwritten: what stood in a section goes
to its `earlier` exactly as it was typed, with the comments behind it, and the person's own keys stay where they are.
"""

import datetime as dt
from collections.abc import Collection

from textual_tracker.core.records import Referral
from textual_tracker.core.stages import ENDINGS
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.edits import Append, Edit, Put, Remove, Value
from textual_tracker.editing.record_file import ReferralFile
from textual_tracker.editing.words import day_words
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.paths import Path
from textual_tracker.reading.shape import OWN_KEY

HISTORY = ("earlier", "moved")
"""Lists of what was before, within a section: they are never moved themselves."""


def fact_day(draft: Draft, on: dt.date | None) -> dt.date:
    """The day on which something happened: `on`, or today.

    Raises:
        RefusedEditError: it lies ahead.
    """
    day = on or draft.today
    if day > draft.today:
        said = day_words(day, draft.today)
        raise RefusedEditError(
            f"{said} is still ahead, so nothing can have happened on it; a plan belongs in the next step"
        )
    return day


def refuse_after_ending(draft: Draft, referral: Referral, day: dt.date) -> None:
    """Refuse what belongs to `day` where the referral ended before it.

    Raises:
        RefusedEditError: the message says how it ended, and how it is opened again.
    """
    outcome = referral.outcome
    if outcome.status in ENDINGS and (outcome.date is None or day > outcome.date):
        raise RefusedEditError(
            f"{ended_words(draft, referral)}; if they are back, open it first: tracker reopen {referral.id}"
        )


def ended_words(draft: Draft, referral: Referral) -> str:
    """`Dana Ortiz was lost on Thu 5 Mar`; without the day where none was written."""
    outcome = referral.outcome
    verb = {"closed": "closed", "lost": "was lost"}.get(outcome.status or "", "went into nurture")
    day = "" if outcome.date is None else f" on {day_words(outcome.date, draft.today)}"
    return f"{referral.name} {verb}{day}"


def last_return(referral: Referral, today: dt.date) -> dt.date | None:
    """The day on which the referral came back last, `None` for one that never did: what is older is history."""
    days = [item.ended for item in referral.outcome.earlier if item.ended is not None and item.ended <= today]
    return max(days, default=None)


def typed_facts(file: ReferralFile, section: str) -> dict[str, Value]:
    """What is typed in a section now, without what was before and without the person's own keys."""
    typed = file.at(section)
    if not isinstance(typed, dict):
        return {}
    return {
        name: value
        for name, value in typed.items()
        if value is not None and name not in HISTORY and not name.startswith(OWN_KEY)
    }


def written_anew(
    file: ReferralFile, section: str, new: dict[str, Value], *, before: dict[str, Value] | None = None
) -> list[Edit]:
    """The edits after which a section holds `new`, and its `earlier` as its last entry `before`.

    Without `before` nothing moves, and what is typed beside the keys of `new` stays.
    """
    if file.at(section) is None:
        return [Put((section,), new)]
    edits: list[Edit] = []
    if before:
        edits.append(Append((section, "earlier"), before, takes=_places_of_facts(file, section)))
    edits += put_changed(file, section, new)
    if before:
        edits += [Remove((section, name)) for name in typed_facts(file, section) if name not in new]
    return edits


def _places_of_facts(file: ReferralFile, section: str) -> tuple[Path, ...]:
    """Where the facts of a section stand, or are to stand: the comments behind them are about what was."""
    names = file.at(section)
    names = names if isinstance(names, dict) else {}
    return tuple((section, name) for name in names if name not in HISTORY and not name.startswith(OWN_KEY))


def put_changed(file: ReferralFile, section: str, values: dict[str, Value]) -> list[Edit]:
    """An edit for each of `values` that is not typed so already."""
    return [Put((section, name), value) for name, value in values.items() if file.at(section, name) != str(value)]


def without_empty(values: dict[str, "Value | None"]) -> dict[str, Value]:
    """The values that there are."""
    return {name: value for name, value in values.items() if value is not None and value != ""}


def noted(file: ReferralFile, section: str, note: str) -> dict[str, Value]:
    """`note` for a section, behind the one that it has; nothing for "": nobody's words are written over."""
    if not note:
        return {}
    old = file.at(section, "note")
    if not isinstance(old, str) or not old.strip():
        return {"note": note}
    if "\n" in old:
        return {"note": f"{old.rstrip()}\n{note}\n"}
    return {"note": f"{old}; {note}"}


def picked(facts: dict[str, Value], names: Collection[str]) -> dict[str, Value]:
    """Those of `facts` that are named."""
    return {name: value for name, value in facts.items() if name in names}
