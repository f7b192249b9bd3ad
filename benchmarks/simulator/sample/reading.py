"""Facts written by hand, as the simulator has them: dates as dates, numbers as numbers, everything else as typed."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
WHOLE = frozenset({
    "amount", "calls", "follow_ups", "notes", "conversations", "appointments", "open_houses", "classes", "update_days",
    "every",
})  # fmt: skip
NUMBERS = frozenset({"rate", "care"})
DATED = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d)?")
EVENTS = frozenset({"contact_attempts", "partner_updates"})


def hand_written(name: str) -> Any:
    """The facts of one file of this folder."""
    return facts_of((HERE / name).read_text(encoding="utf-8"))


def facts_of(text: str) -> Any:
    """The facts in a YAML text; a short form becomes the long one."""
    return _typed("", yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506  the base loader makes nothing but text


def _typed(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {_typed("", key): _typed(key, item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed("", {"date": item} if name in EVENTS and isinstance(item, str) else item) for item in value]
    if name == "borrower":
        return {"name": value}
    if DATED.fullmatch(value):
        return dt.datetime.fromisoformat(value) if ":" in value else dt.date.fromisoformat(value)
    if name in WHOLE and value.isdecimal():
        return int(value)
    if name in NUMBERS:
        return float(value)
    return {"true": True, "false": False}.get(value, value)
