"""What setting fields by name must not do: write over an ending, an application or an appointment that is on record.

A single day that was mistyped is corrected. What would make one fact into another is refused, with the command that
keeps the first one.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from textual_tracker.core.records import Referral
from textual_tracker.core.stages import ENDED_BADLY, ENDINGS, TOUCHES
from textual_tracker.editing.actions.application import how_it_ended, is_of_before_a_return
from textual_tracker.editing.actions.appointment import how_it_went
from textual_tracker.editing.actions.course import ended_words, last_return
from textual_tracker.editing.actions.field_edits import is_so, moment_of, place_of
from textual_tracker.editing.actions.milestone import MILESTONES
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.one_line import Assignment
from textual_tracker.editing.record_file import AnyFile
from textual_tracker.editing.splicing.typed import Typed
from textual_tracker.editing.words import day_words
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.schema import Kind, shape_at
from textual_tracker.reading.shape import OWN_KEY

Changes: TypeAlias = Mapping[Path, "Value | None"]
"""What becomes another, by its path; `None`: it goes."""

DATED: Final = frozenset({"moment", "day"})
PLAN: Final = "next_step"
"""What is planned is no fact: another plan takes its place."""

APPOINTED: Final = frozenset({"set"})
BEGUN: Final = frozenset({"started", "submitted", "preapproved", "in_process", "clear_to_close"})
EDITOR: Final = "a slip is mended with: tracker edit {}"


def refuse_overwriting(draft: Draft, file: AnyFile, assignments: Sequence[Assignment]) -> None:
    """Refuse what all of the assignments together would make of the dated facts of a referral.

    Raises:
        RefusedEditError: one of them would be written over; the message says how it is kept.
    """
    if file.kind != "referral":
        return
    changes = dict(_changes(file, assignments))
    _refuse_ending(draft, file.record, changes)
    _refuse_application(draft, file.record, changes)
    _refuse_appointment(draft, file.record, changes)


def refuse_unmaking(file: AnyFile, assignment: Assignment) -> None:
    """Refuse to take out, or to replace, a whole group, list or entry in which something has a day.

    Raises:
        RefusedEditError: the message says how that is recorded.
    """
    path = place_of(file, assignment.path)
    typed = file.at(*path)
    if assignment.operation not in {"put", "remove"} or path[0] == PLAN or not _has_day(file.kind, path, typed):
        return
    is_entry = isinstance(path[-1], int) and assignment.operation == "remove"
    if isinstance(typed, dict | list) or is_entry:
        said = f"{file.record.name}: {dotted(path)} has dates in it, and nothing dated is taken out as a whole; "
        raise RefusedEditError(said + (_way(file, path) + EDITOR).replace("{}", file.record.id))


def _changes(file: AnyFile, assignments: Sequence[Assignment]) -> Iterator[tuple[Path, "Value | None"]]:
    """What is typed now and becomes another. A field that is empty may be filled with anything."""
    for one in assignments:
        typed = file.at(*one.path)
        if typed is not None and (one.value is None or not is_so(typed, one.value)):
            yield one.path, one.value


def _refuse_ending(draft: Draft, referral: Referral, changes: Changes) -> None:
    known = referral.outcome.status
    if known not in ENDINGS or ("outcome", "status") not in changes:
        return
    ways = {"lost": "lose {} --reason REASON", "closed": "close {}", "nurture": "nurture {} --revisit DATE"}
    wanted = str(changes["outcome", "status"])
    way = ways.get(wanted, "reopen {}") if known != "closed" else "reopen {}"
    said = "who came back is opened again with" if way.startswith("reopen") else "what came after it is recorded with"
    raise _refused(referral, ended_words(draft, referral), f"{said}: tracker {way}")


def _refuse_application(draft: Draft, referral: Referral, changes: Changes) -> None:
    application = referral.application
    is_other = ("application", "status") in changes
    wanted = str(changes.get(("application", "status")))
    mark = wanted.replace("_", "-")
    way = f"a new one is begun with: tracker mark {{}} {mark if mark in MILESTONES else 'started'}"
    is_more = wanted not in ENDED_BADLY or ("application", "decided") in changes
    if application.status in ENDED_BADLY and is_other and is_more:
        raise _refused(referral, f"{referral.name}: the application {how_it_ended(draft, referral)}", way)
    returned = last_return(referral, draft.today)
    if returned is None or not is_of_before_a_return(draft, referral, draft.today):
        return
    if is_other or any(_is_since(returned, changes.get(("application", name))) for name in TOUCHES):
        said = (
            f"{referral.name} came back on {day_words(returned, draft.today)}, after all of the application on record"
        )
        raise _refused(referral, said, way)


def _refuse_appointment(draft: Draft, referral: Referral, changes: Changes) -> None:
    status = referral.appointment.status
    is_other = ("appointment", "status") in changes
    days = [name for name in ("date", "set") if ("appointment", name) in changes]
    wanted = changes.get(("appointment", "status"))
    over = {"held", "no_show", "cancelled"}
    if status in over and is_other:
        # Whether it was held or missed may be a slip, and so may the calling off; that it is to come is another one.
        if days or (wanted not in over and status != "cancelled"):
            said = f"{referral.name}: the appointment {how_it_went(draft, referral)}"
            what = {"held": "held", "no_show": "no-show"}.get(str(wanted), "WHEN")
            raise _refused(referral, said, f"another one is recorded with: tracker appt {{}} {what}")
    elif status == "set" and not is_other and len(days) > 1:
        said = f"{referral.name}: the appointment{_for_its_day(draft, referral)}"
        raise _refused(referral, said, "another one is recorded with: tracker appt {} WHEN")


def _refused(referral: Referral, said: str, way: str) -> RefusedEditError:
    whole = f"{said}, and nothing dated is written over; {way}; {EDITOR}"
    return RefusedEditError(whole.replace("{}", referral.id))


def _for_its_day(draft: Draft, referral: Referral) -> str:
    day = referral.appointment.date
    return "" if day is None else f" for {day_words(day, draft.today)}"


def _is_since(returned: dt.date, value: "Value | None") -> bool:
    new = moment_of(value)
    return new is not None and new[0] >= returned


def _way(file: AnyFile, path: Path) -> str:
    """How the end of a whole section is recorded; "" where that has no command."""
    if file.kind != "referral" or len(path) > 1:
        return ""
    referral: Referral = file.record
    ways = {
        "appointment": ("one that was called off is recorded with: tracker appt {} cancelled; ", APPOINTED),
        "application": ("one that came to nothing is recorded with: tracker mark {} withdrawn; ", BEGUN),
        "outcome": ("who came back is opened again with: tracker reopen {}; ", frozenset(ENDINGS)),
    }
    way, statuses = ways.get(str(path[0]), ("", frozenset()))
    return way if way and getattr(referral, str(path[0])).status in statuses else ""


def _has_day(kind: Kind, path: Path, typed: Typed) -> bool:
    """Whether a day is typed at `path`, or within it; the person's own keys are theirs."""
    if any(isinstance(element, str) and element.startswith(OWN_KEY) for element in path):
        return False
    if isinstance(typed, dict):
        return any(_has_day(kind, (*path, name), value) for name, value in typed.items())
    if isinstance(typed, list):
        return any(_has_day(kind, (*path, place), value) for place, value in enumerate(typed))
    return moment_of(typed) is not None and shape_at(kind, path).kind in DATED
