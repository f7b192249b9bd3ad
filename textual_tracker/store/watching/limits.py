"""The limits of Linux on how much may be watched, see inotify(7)."""

import errno
from pathlib import Path
from typing import Final

_WATCHES: Final = ("max_user_watches", 524_288)
_INSTANCES: Final = ("max_user_instances", 1_024)
_LIMITS: Final = {
    errno.ENOSPC: _WATCHES,
    errno.ENOMEM: _WATCHES,
    errno.EMFILE: _INSTANCES,
    errno.ENFILE: _INSTANCES,
}
"""Which limit an error stands for, and a value that is enough for most people."""
_SETTINGS: Final = Path("/proc/sys/fs/inotify")


def limit_of(error: OSError, settings: Path = _SETTINGS) -> str:
    """The setting that would lift the limit that `error` tells of, such as `fs.inotify.max_user_watches=524288`.

    "": it tells of no limit.
    """
    name, enough = _LIMITS.get(error.errno or 0, ("", 0))
    if not name:
        return ""
    try:
        now = int((settings / name).read_text("ascii"))
    except (OSError, ValueError):
        now = 0
    return f"fs.inotify.{name}={max(enough, 2 * now)}"
