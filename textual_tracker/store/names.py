"""The names that shell completion offers: ids and people, as plain lines beside the index.

Read at every press of the tab key, so without records, YAML or msgspec. Where there is no such file yet, the ids
alone are found from the names of the journal's files.
"""
# ruff: noqa: PTH118, PTH123, PTH208 - os.path and open, because pathlib takes 8 ms to import

from __future__ import annotations

import os

from textual_tracker.config.places import names_file
from textual_tracker.store import layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Final, TypeAlias

    from textual_tracker.core.journal import Journal

    Name: TypeAlias = tuple[str, str, str]
    """("referral", "partner" or "officer", id, the person's name or "")"""

_KINDS: Final = ("referral", "partner", "officer")


def completion_names(root: str, kind: str = "", part: str = "") -> list[Name]:
    """What completion offers in the journal at `root`: referrals, then partners, then officers, each by id.

    With `kind` only those; with `part` at least all whose id contains it, and few others, since taking ten thousand
    lines apart is most of what a press of the tab key costs.
    """
    file = names_file(root)
    if file is not None:
        try:
            with open(file, encoding="utf-8", newline="\n") as lines:
                return [found for line in lines if line.startswith(kind) and part in line and (found := _parse(line))]
        except (OSError, UnicodeDecodeError):
            pass
    return sorted((name for name in _from_file_names(root) if name[0].startswith(kind)), key=_order)


def names_of(journal: Journal) -> list[Name]:
    """The referrals and partners of a journal that is loaded, in the same way."""
    referrals = [("referral", key, referral.name) for key, referral in journal.referrals.items()]
    partners = [("partner", key, partner.name) for key, partner in journal.partners.items()]
    return sorted([*referrals, *partners], key=_order)


def officers_of(journal: Journal) -> list[Name]:
    """Its officers; none of a journal of one."""
    return sorted(("officer", key, name) for key, name in journal.settings.officers.items())


def format_names(names: Iterable[Name]) -> bytes:
    """The file's lines. A control character, which would break a line or steer a terminal, becomes a space."""
    return "".join(f"{kind}\t{_plain(key)}\t{_plain(name)}\n" for kind, key, name in names).encode("utf-8", "replace")


def _parse(line: str) -> Name | None:
    kind, _, rest = line.rstrip("\n").partition("\t")
    key, separator, name = rest.partition("\t")
    return (kind, key, name) if kind in _KINDS and separator else None


def _plain(text: str) -> str:
    return text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)


def _order(name: Name) -> tuple[int, str]:
    return (_KINDS.index(name[0]), name[1])


def _from_file_names(root: str) -> Iterator[Name]:
    for top, kind in layout.RECORD_FOLDERS.items():
        if kind in _KINDS:
            for _, folders, files in os.walk(os.path.join(root, top)):
                folders[:] = [folder for folder in folders if not layout.is_hidden(folder)]
                yield from ((kind, layout.stem(name), "") for name in files if layout.is_record_name(name))
        else:
            yield from (("officer", name, "") for name in _officers_folders(os.path.join(root, top)))


def _officers_folders(activity: str) -> list[str]:
    """In a shared journal each officer's days lie in a folder of their own; the other folders are years."""
    try:
        names = os.listdir(activity)
    except OSError:
        return []
    return [name for name in names if not (name.isdecimal() or layout.is_hidden(name) or "." in name)]
