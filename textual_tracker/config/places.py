"""Where the user's own files lie: the settings, and the cache and state folders of each system.

The cache is disposable and never trusted over a journal's file. The state is what cannot be made again: what the last
writes replaced, and texts that a person typed. Where there is no place for one of them, or it cannot be written, the
program does without. Shell completion comes here at every press of the tab key, so the common case
is answered without platformdirs, which takes longer to import than Python to start.
"""
# ruff: noqa: PTH117, PTH118 - os.path, because pathlib takes 8 ms to import

from __future__ import annotations

import os
import sys

from textual_tracker.config.digest import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

APPLICATION: Final = "textual-tracker"
CONFIG_NAME: Final = "config.yaml"
CONFIG_VARIABLE: Final = "TRACKER_CONFIG"
README_NAME: Final = "README.txt"
README: Final = """\
What textual-tracker remembers of your journals, so that it starts fast: for each journal an index (.index) and the
names for shell completion (.names). Nothing here is needed: delete any of it at any time, and it is made again from
the journal's own files. Like them it holds clients' names and numbers, so it is readable by you alone.
"""
STATE_README: Final = """\
What textual-tracker keeps beside your journals.

undo/  for each journal what its last writes replaced, so that `tracker undo` can put it back: 200 writes, 90 days.
kept/  texts that you typed and that did not go into a journal, for 90 days. Look here before you type one again.
       While a file is in your editor, what it held before.

Like the journals these files hold clients' names and numbers, so they are readable by you alone. You may delete any of
them at any time: the journals do not need them.
"""


def cache_folder() -> str | None:
    """The user's cache folder for this program (it need not exist yet), or None where there is no such place.

    $XDG_CACHE_HOME is honoured where the system does so.
    """
    return _folder("XDG_CACHE_HOME", ".cache", "user_cache_dir")


def state_folder() -> str | None:
    """The user's state folder for this program (it need not exist yet), or None where there is no such place.

    $XDG_STATE_HOME is honoured where the system does so.
    """
    return _folder("XDG_STATE_HOME", os.path.join(".local", "state"), "user_state_dir")


def config_file() -> str | None:
    """The file of the user's own settings (it need not exist), or None where there is no place for one.

    $TRACKER_CONFIG names another; else $XDG_CONFIG_HOME is honoured where the system does so.
    """
    named = os.environ.get(CONFIG_VARIABLE, "")
    if named:
        return os.path.abspath(os.path.expanduser(named))  # noqa: PTH100, PTH111 - as above
    folder = _folder("XDG_CONFIG_HOME", ".config", "user_config_dir")
    return None if folder is None else os.path.join(folder, CONFIG_NAME)


def index_file(root: str) -> str | None:
    """The index of the journal at the absolute path `root`; None where there is no place for one."""
    return _file_of(root, "index")


def names_file(root: str) -> str | None:
    """The plain list of ids and names for completion, beside the index."""
    return _file_of(root, "names")


def undo_folder(root: str) -> str | None:
    """What is needed to undo the last writes to the journal at `root`; None where there is no place for it."""
    folder = state_folder()
    return None if folder is None else os.path.join(folder, "undo", _name_of(root))


def lock_file(root: str) -> str | None:
    """What stands for the journal at `root` where its own folder cannot be locked; None: there is no place for it."""
    folder = state_folder()
    return None if folder is None else os.path.join(folder, "locks", f"{_name_of(root)}.lock")


def kept_folder() -> str | None:
    """Texts that a person typed and that are in no journal; None where there is no place for them."""
    folder = state_folder()
    return None if folder is None else os.path.join(folder, "kept")


def _file_of(root: str, ending: str) -> str | None:
    folder = cache_folder()
    return None if folder is None else os.path.join(folder, f"{_name_of(root)}.{ending}")


def _name_of(root: str) -> str:
    """A name that no other journal has, and that says nothing."""
    return blake2b(os.fsencode(os.path.realpath(root)), digest_size=10).hexdigest()


def _folder(variable: str, in_home: str, function: str) -> str | None:
    """One of the user's folders: by XDG's rules on Linux, elsewhere as platformdirs' `function` says."""
    if sys.platform == "linux" and (home := _plain_home()):
        named = os.environ.get(variable, "")
        return os.path.join(named if os.path.isabs(named) else os.path.join(home, in_home), APPLICATION)
    return _platform_folder(function)


def _plain_home() -> str:
    """$HOME where it can be taken at its word, else ""."""
    home = os.environ.get("HOME", "")
    return home if os.path.isabs(home) else ""


def _platform_folder(function: str) -> str | None:
    """What a function of platformdirs gives; None where it finds no home."""
    import platformdirs  # noqa: PLC0415 - takes 16 ms, and is not needed on Linux

    try:
        folder: str = getattr(platformdirs, function)(APPLICATION, appauthor=False)
    except (RuntimeError, OSError, KeyError, ValueError):  # no home that could be found
        return None
    return folder if os.path.isabs(folder) else None
