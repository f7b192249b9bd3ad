"""Typed counters of a day, kept in step with what the records newly show.

A day's counter is the larger of what was typed and what the records show. Where a person typed one, a contact that is
recorded now would vanish behind it; so it is raised by what the record adds. Source: docs/numbers.md, "Activity".
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final, TypeAlias

from textual_tracker.analytics.activity.counters import RECORDED, Event, Events, touches_by_day
from textual_tracker.core.records import Partner, Referral
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.edits import Put
from textual_tracker.editing.words import plain_word

Shown: TypeAlias = Counter[tuple[dt.date, Event]]
"""How often what the records show raises a counter: by day, officer and counter."""


def newly_shown(draft: Draft) -> dict[str, Shown]:
    """By the path of each changed record, what the draft's records show now and did not show before."""
    found: dict[str, Shown] = {}
    for change in draft.changes:
        if change.after is not None and change.path.startswith(("referrals/", "partners/")):
            before = draft.opened_before(change.path)
            now = _shown(draft, draft.file(change.path).record)
            found[change.path] = now - (_shown(draft, before.record) if before is not None else Counter())
    return found


def raise_typed_counters(draft: Draft, newly: Mapping[str, Shown]) -> str:
    """Raise what was typed of a day by what is newly shown of it.

    The result says which counters that raised by more than one, for nobody expects it: `calls 9 to 18`; "" for none.
    """
    raised = list(_typed(draft, sum(newly.values(), Counter())))
    for path, name, typed, more in raised:
        draft.edit(path, Put((name,), typed + more))
    return ", ".join(f"{plain_word(name)} {typed} to {typed + more}" for _, name, typed, more in raised if more > 1)


def on_nobodys_day(draft: Draft, newly: Mapping[str, Shown]) -> str:
    """That what is newly shown counts for none of the officers, and what to do about it; "" where all counts."""
    if not draft.journal.settings.officers:
        return ""
    for path, shown in newly.items():
        names = {name for _, (officer, name) in shown if not officer and name != RECORDED}
        if names:
            return f"It counts on nobody's day{_how_it_counts(draft.file(path).record, names)}."
    return ""


WITHOUT_BY: Final = "appointments"
"""An appointment counts for the referral's officer alone."""


def _how_it_counts(record: Referral | Partner, names: Collection[str]) -> str:
    said = "say who did it, with --by or $TRACKER_OFFICER"
    if not isinstance(record, Referral):
        return f": {said}"
    whose = f", for {record.name} has no officer: tracker set {record.id} officer=NAME"
    return whose if names == {WITHOUT_BY} else f"{whose}; or {said}"


def _shown(draft: Draft, record: Referral | Partner) -> Shown:
    shared = bool(draft.journal.settings.officers)
    if isinstance(record, Referral):
        by_day = Events(dt.date.min, draft.today, shared=shared)([record])
    else:
        by_day = touches_by_day([record], shared=shared)
    return Counter({(day, event): number for day, events in by_day.items() for event, number in events.items()})


def _typed(draft: Draft, gained: Shown) -> Iterator[tuple[str, str, int, int]]:
    """Of each day's file that has such a counter: its path, the counter, what is typed and how many more it gets."""
    for (date, (officer, name)), more in gained.items():
        known = draft.journal.days.get((officer, date.isoformat()))
        if known is None or name == RECORDED or date > draft.today:
            continue
        file = draft.day(known.path)
        typed: int | None = getattr(file.record, name) if file is not None else None
        if typed is not None:
            yield known.path, name, typed, more
