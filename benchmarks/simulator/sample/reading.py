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
    """The facts in a YAML text; a short form becomes the long one. A key that is there twice is an error."""
    return _typed("", _built(yaml.compose(text, Loader=yaml.BaseLoader)))


def _built(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        built = {key.value: _built(value) for key, value in node.value}
        if len(built) < len(node.value):
            raise ValueError(f"a key is there twice in the mapping that begins in line {node.start_mark.line + 1}")
        return built
    if isinstance(node, yaml.SequenceNode):
        return [_built(item) for item in node.value]
    return node.value if node else None


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
