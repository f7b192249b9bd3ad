"""Typed counters of a day, kept in step with what the records newly show.

A day's counter is the larger of what was typed and what the records show. Where a person typed one, a contact that is
recorded now would vanish behind it; so it is raised by what the record adds. Source: docs/numbers.md, "Activity".
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from textual_tracker.analytics.activity import RECORDED, Event, Events, touches_by_day
from textual_tracker.core.records import Partner, Referral
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.edits import Put

Shown: TypeAlias = Counter[tuple[dt.date, Event]]
"""How often what the records show raises a counter: by day, officer and counter."""


def raise_typed_counters(draft: Draft) -> None:
    """Raise what was typed of a day by what the draft's records show of it now and did not show before."""
    gained: Shown = Counter()
    for change in draft.changes:
        if change.after is not None and change.path.startswith(("referrals/", "partners/")):
            before = draft.opened_before(change.path)
            now = _shown(draft, draft.file(change.path).record)
            gained += now - (_shown(draft, before.record) if before is not None else Counter())
    for path, name, number in _typed(draft, gained):
        draft.edit(path, Put((name,), number))


def _shown(draft: Draft, record: Referral | Partner) -> Shown:
    shared = bool(draft.journal.settings.officers)
    if isinstance(record, Referral):
        by_day = Events(dt.date.min, draft.today, shared=shared)([record])
    else:
        by_day = touches_by_day([record], shared=shared)
    return Counter({(day, event): number for day, events in by_day.items() for event, number in events.items()})


def _typed(draft: Draft, gained: Shown) -> Iterator[tuple[str, str, int]]:
    """Of each day's file that has such a counter: its path, the counter, and what it is to be."""
    for (date, (officer, name)), more in gained.items():
        known = draft.journal.days.get((officer, date.isoformat()))
        if known is None or name == RECORDED or date > draft.today:
            continue
        file = draft.day(known.path)
        typed: int | None = getattr(file.record, name) if file is not None else None
        if typed is not None:
            yield known.path, name, typed + more
