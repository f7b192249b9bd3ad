"""A record as text, in the canonical style: fixed key order, block mappings, events as one-line items.

A text is quoted where some YAML reader (1.1 or 1.2) would take it for something else than the text that it is.
"""

import datetime as dt
import re
from typing import Any

from benchmarks.simulator.story import Facts

MODELINE = "# yaml-language-server: $schema={}.schema/{}.schema.json\n"
ONE_LINE = frozenset({"loan", "next_step", "custom"})
"""Mappings that fit on one line."""
APART = frozenset({"contact_attempts", "appointment", "application", "outcome", "partner_updates"})
"""Sections of a referral before which a line is left blank."""
SAFE = re.compile(r"[^\W_][\w .'’/()+@&%$;!…–—-]*")
MISREAD = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|inf|nan|0x[0-9a-f]+|0o[0-7]+|[0-9][0-9_.]*(?:e[+-]?[0-9]+)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)",
    re.IGNORECASE,
)


def referral_text(facts: Facts) -> str:
    """A referral file."""
    lines = [MODELINE.format("../../", "referral")]
    blank = False
    for name, value in facts.items():
        if _empty(value):
            continue
        if name in APART or (blank is False and name in AFTER and len(lines) > 1):
            lines.append("\n")
            blank = True
        _block(lines, name, value, "")
    return "".join(lines)


AFTER = frozenset({"next_step", "log", "consent_to_share", "tags", "notes"})


def other_text(kind: str, up: str, facts: Facts) -> str:
    """An activity, partner or journal file; `up` is the way from it to the journal's root."""
    lines = [MODELINE.format(up, kind)]
    for name, value in facts.items():
        if not _empty(value):
            _block(lines, name, value, "")
    return "".join(lines)


def _empty(value: Any) -> bool:
    return value is None or (not value and isinstance(value, str | list | dict))


def _block(lines: list[str], name: str, value: Any, indent: str) -> None:
    if isinstance(value, str) and "\n" in value:
        lines.append(f"{indent}{name}: |\n")
        lines.extend(f"{indent}  {line}\n" if line else "\n" for line in value.rstrip("\n").split("\n"))
    elif isinstance(value, dict) and name not in ONE_LINE:
        lines.append(f"{indent}{name}:\n")
        for key, item in value.items():
            if not _empty(item):
                _block(lines, key, item, indent + "  ")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        lines.append(f"{indent}{name}:\n")
        lines.extend(f"{indent}  - {_flow(item)}\n" for item in value)
    else:
        lines.append(f"{indent}{name}: {_flow(value)}\n")


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items() if not _empty(item)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return value if _plain(value) else _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _plain(text: str) -> bool:
    return SAFE.fullmatch(text) is not None and text[-1] != " " and MISREAD.fullmatch(text) is None


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
