"""The settings of a journal, from the data of journal.yaml."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from textual_tracker.core.settings import Goals, Limits, Settings
from textual_tracker.reading.data import Data
from textual_tracker.reading.decode import Group, texts
from textual_tracker.reading.scalars import days

DEFAULTS = Settings()
LONGEST_RANGE = 3660
"""Days of a range that are taken: ten years."""


def settings(path: str, data: Data) -> Settings:
    """journal.yaml; what is absent or in error has the format's default."""
    group = data.value
    get = group.get
    return Settings(
        path=path,
        format=get("format", DEFAULTS.format),
        officer=get("officer", ""),
        officers=_words(group, "officers"),
        working_days=texts(group, "working_days") if "working_days" in group else DEFAULTS.working_days,
        day_ends=dt.time.fromisoformat(group["day_ends"]) if "day_ends" in group else DEFAULTS.day_ends,
        holidays=_days(group, "holidays"),
        days_off=_days(group, "days_off"),
        goals=_goals(get("goals", {})),
        streak=texts(group, "streak") if "streak" in group else DEFAULTS.streak,
        week=_words(group, "week"),
        activities=texts(group, "activities"),
        stalled={rule: _limits(limits) for rule, limits in get("stalled", {}).items()},
        partner_update_days=get("partner_update_days", DEFAULTS.partner_update_days),
        targets={verdict: _numbers(shares) for verdict, shares in get("targets", {}).items()},
        queries=_words(group, "queries"),
        auto_commit=get("git", {}).get("auto_commit", False),
        extra=tuple(data.extra),
        faulty=bool(data.faults),
    )


def _words(group: Group, key: str) -> dict[str, str]:
    return {name: text for name, text in group.get(key, {}).items() if text is not None}


def _numbers(group: Group) -> dict[str, Any]:
    return {name: number for name, number in group.items() if number is not None}


def _goals(group: Group) -> Goals:
    return Goals(daily=_numbers(group.get("daily", {})), monthly=_numbers(group.get("monthly", {})))


def _limits(limits: list[int | None] | None) -> Limits | None:
    return (limits[0], limits[1]) if limits is not None else None


def _days(group: Group, key: str) -> tuple[dt.date, ...]:
    return tuple(sorted({day for item in group.get(key, ()) if item is not None for day in _range(item)}))


def _range(text: str) -> Iterator[dt.date]:
    found = days(text)
    if found is None:
        return
    first, last = found
    for number in range(min((last - first).days + 1, LONGEST_RANGE)):
        yield first + dt.timedelta(days=number)
