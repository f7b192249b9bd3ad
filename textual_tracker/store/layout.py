"""Where the files of a journal lie, and which of them are records (docs/journal-format.md).

Everything here judges names, never contents. Shell completion imports this module at every press of the tab key:
it must load neither pathlib nor typing, and types are for the type checker only.
"""
# ruff: noqa: PTH100, PTH111, PTH112, PTH113, PTH118, PTH119, PTH120 - os.path, because pathlib takes 8 ms to import

from __future__ import annotations

import os

from textual_tracker.errors import NoJournalError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Final

    from textual_tracker.store.kinds import Kind

SETTINGS_FILE: Final = "journal.yaml"
RECORD_FOLDERS: Final[Mapping[str, Kind]] = {"referrals": "referral", "activity": "activity", "partners": "partner"}
ENDINGS: Final = (".yaml", ".yml")

_NO_JOURNAL_HINT: Final = (
    "Make one with `tracker init`, look at a sample with `tracker demo`, "
    "or name one with -C DIR or the variable TRACKER_JOURNAL."
)
_DROPPING_STARTS: Final = (".", "#")  # vim's .x.swp, emacs's .#x and #x#, everything hidden
_DROPPING_ENDINGS: Final = ("~", ".tmp", ".temp", ".swp", ".swo", ".swn", ".swx", ".bak", ".orig", ".rej", ".part")
_ALMOST: Final = (".yaml", ".yml", ".ymal", ".yalm", ".yam")
_MISSPELT_FOLDERS: Final = {
    "referral": "referrals",
    "activities": "activity",
    "days": "activity",
    "partner": "partners",
}
_VIM_PROBE: Final = "4913"
_SED_COPY_LENGTH: Final = len("sedAbC123")


def find_journal(explicit: str | Path | None, environ: Mapping[str, str], start: str | Path) -> Path:
    """The journal's folder: `explicit` (-C, --journal), else $TRACKER_JOURNAL, else the nearest upward from `start`.

    Raises:
        NoJournalError: there is none; the message says how to make one.
    """
    from pathlib import Path  # noqa: PLC0415 - completion, which calls find_root, does without

    return Path(find_root(explicit, environ, start))


def find_root(explicit: str | Path | None, environ: Mapping[str, str], start: str | Path) -> str:
    """What `find_journal` finds, as an absolute path in plain text; raises the same."""
    named = os.fspath(explicit) if explicit else environ.get("TRACKER_JOURNAL", "")
    if named:
        return _named_root(os.path.join(start, os.path.expanduser(named)), named)
    folder = os.path.abspath(start)
    while not is_journal(folder):
        above = os.path.dirname(folder)
        if above == folder:
            nothing = f"There is no journal here: no {SETTINGS_FILE} in this folder or above it."
            raise NoJournalError(f"{nothing} {_NO_JOURNAL_HINT}")
        folder = above
    return folder


def is_journal(folder: str | Path) -> bool:
    """Whether `folder` is a journal: its journal.yaml is there, even if that cannot be read."""
    try:
        return os.path.lexists(os.path.join(folder, SETTINGS_FILE))
    except ValueError:  # a NUL in the name
        return False


def kind_of(path: str) -> Kind | None:
    """What the file at `path` (relative to the journal, forward slashes) is a record of. None: it is never read."""
    if path == SETTINGS_FILE:
        return "journal"
    top, *between = path.split("/")
    kind = RECORD_FOLDERS.get(top)
    if kind is None or not between or any(is_hidden(part) for part in between):
        return None
    return kind if is_record_name(between[-1]) else None


def is_hidden(name: str) -> bool:
    """Whether a folder or file of this name is hidden: `.git`, `.schema`; never read."""
    return name.startswith(".")


def is_record_name(name: str) -> bool:
    """Whether a file of this name, in a record folder, is a record: .yaml or .yml, and no editor's dropping."""
    low = name.lower()
    # Of the droppings only these can end in .yaml; said again in few steps, because every file of a scan comes here.
    return low.endswith(ENDINGS) and low[0] not in ".#" and ("conflict" not in low or not _is_copy(low))


def is_dropping(name: str) -> bool:
    """Whether a file of this name was left by an editor, a version control or a synchroniser, and is no record."""
    low = name.lower()
    return (
        low.startswith(_DROPPING_STARTS)
        or low.endswith(_DROPPING_ENDINGS)
        or low[:-1].endswith(".bak")  # .bak1
        or low == _VIM_PROBE
        or (len(low) == _SED_COPY_LENGTH and low.startswith("sed") and low.isalnum())
        or _is_copy(low)
    )


def is_astray(name: str) -> bool:
    """Whether a file of this name, in a record folder, was meant for a record and is none: `2026-03-02-x.yaml.txt`.

    It begins with a day, is spelt almost like a record, or has no ending at all.
    """
    if is_hidden(name) or is_record_name(name) or is_dropping(name):
        return False
    low = name.lower()
    return _begins_with_day(low) or any(word in low for word in _ALMOST) or ("." not in name and name == low)


def belongs_in(name: str) -> str:
    """The record folder that what has this name, at the top of a journal, should be or lie in; "" for anything else."""
    low = name.lower()
    if name in RECORD_FOLDERS:
        return ""
    if low in RECORD_FOLDERS:
        return low
    if low.endswith(ENDINGS) and _begins_with_day(low) and not is_dropping(name):
        return "activity" if low[10:] in ENDINGS else "referrals"
    return _MISSPELT_FOLDERS.get(low, "")


def is_conflicted_copy(name: str) -> bool:
    """Whether a synchroniser left this record because it had been changed on two machines."""
    low = name.lower()
    return low.endswith(ENDINGS) and not low.startswith(_DROPPING_STARTS) and _is_copy(low)


def stem(path: str) -> str:
    """The record's id: the file's name without .yaml or .yml, letter case as it is."""
    return path.rpartition("/")[2].rpartition(".")[0]


def long_id(path: str) -> str:
    """An id for a record whose stem is another's already, its path below the top: "2025/2026-03-02-dana-ortiz"."""
    return path.partition("/")[2].rpartition(".")[0]


def _begins_with_day(low: str) -> bool:
    return [len(part) if part.isdigit() else 0 for part in low[:10].split("-")] == [4, 2, 2]


def _is_copy(low: str) -> bool:
    """Dropbox, Nextcloud and others write "(… conflicted copy …)"; Syncthing ".sync-conflict-<date>"."""
    return "conflicted copy" in low or ".sync-conflict-" in low


def _named_root(folder: str, named: str) -> str:
    """The journal that a person named; naming its journal.yaml will do."""
    if os.path.basename(folder) == SETTINGS_FILE and os.path.isfile(folder):
        folder = os.path.dirname(folder)
    if not is_journal(folder):
        if os.path.isdir(folder) and not os.access(folder, os.X_OK):
            raise NoJournalError(f"You have no permission to open {named}.")
        raise NoJournalError(f"{named} is not a journal: it has no {SETTINGS_FILE}. {_NO_JOURNAL_HINT}")
    return os.path.abspath(folder)
