"""The settings of the person at the screen: found, read, and told.

A person without a file of settings pays for one look whether there is one: what reads it is imported for nobody else.
"""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from textual_tracker.config.places import CONFIG_VARIABLE, config_file
from textual_tracker.tui.actions import ACTIONS, key_name
from textual_tracker.tui.views import VIEWS

MOST_BYTES: Final = (1 << 16) + 1
"""What is read of a file: enough to see that it is too large."""


class Remark(NamedTuple):
    """One thing that is wrong with the settings: where (`line 3`, or ""), what, and what to do about it."""

    where: str
    message: str
    hint: str = ""

    @property
    def sentence(self) -> str:
        """All of it, on one line."""
        says = f"{self.where}: {self.message}" if self.where else self.message
        return f"{says} ({self.hint})" if self.hint else says


class Personal(NamedTuple):
    """A person's settings.

    `path` is the file's, with `~` for the home folder, "" where there is no place for one; `written` whether it is
    there. `keys` are those of the actions that have others than always. `start` is a view's id, `theme` auto, dark
    or light.
    """

    path: str = ""
    written: bool = False
    keys: Mapping[str, tuple[str, ...]] = {}
    start: str = VIEWS[0]
    theme: str = "auto"
    remarks: tuple[Remark, ...] = ()


def personal() -> Personal:
    """The settings of whoever started the program. Never raises: what is wrong is told in `remarks`."""
    file = config_file()
    if file is None or file == os.devnull:
        return Personal()
    path = _short(file)
    try:
        data = _content(file)
    except FileNotFoundError:
        named = bool(os.environ.get(CONFIG_VARIABLE))
        remarks = (Remark("", f"{path} is not there", f"${CONFIG_VARIABLE} names it"),) if named else ()
        return Personal(path, remarks=remarks)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return Personal(path, remarks=(Remark("", f"{path} cannot be read: {why}"),))
    return _read(path, data)


def _read(path: str, data: bytes) -> Personal:
    from textual_tracker.reading.preferences import Screen, read_preferences  # noqa: PLC0415 - brings in the parser

    always = {action.id: action.keys for action in ACTIONS}
    preferences, problems = read_preferences(path, data, Screen(always, VIEWS, key_name))
    return Personal(
        path,
        written=True,
        keys={action: keys for action, keys in preferences.keys.items() if keys != always[action]},
        start=preferences.start or VIEWS[0],
        theme=preferences.theme,
        remarks=tuple(Remark(f"line {at.line}", at.message, at.hint) for at in problems),
    )


def _content(file: str) -> bytes:
    """The beginning of a file. Raises OSError for anything that is no file, and would keep a reader waiting."""
    if not stat.S_ISREG(Path(file).stat().st_mode):
        raise OSError(0, "it is not a file")
    with Path(file).open("rb") as opened:
        return opened.read(MOST_BYTES)


def _short(file: str) -> str:
    """The path with `~` for the person's home."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home raises where there is none
    inside = file.startswith(home.rstrip(os.sep) + os.sep) and home != os.sep
    return "~" + file[len(home.rstrip(os.sep)) :] if inside else file
