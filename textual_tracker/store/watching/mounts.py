"""Which disks tell nothing of what others change on them: those that lie on another machine, or beneath this one."""

import re
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/self/mountinfo")
_FAR: Final = frozenset(
    {
        *(
            "9p",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "drvfs",
            "gfs2",
            "glusterfs",
            "lustre",
            "ncpfs",
            "nfs",
        ),
        *("nfs4", "ocfs2", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs"),
    }
)
_USER_SPACE: Final = "fuse."  # sshfs, rclone and their like; fuseblk is a local disk
_ESCAPE: Final = re.compile(r"\\([0-7]{3})")


def gives_no_events(root: str, mounts: Path = _MOUNTS) -> bool:
    """Whether changes in the folder at the absolute path `root` may go unannounced.

    Known for Linux only; elsewhere the answer is no, and the watcher's look now and then must do.
    """
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    inside = [(len(place), kind) for place, kind in map(_mount, lines) if _contains(place, root)]
    _, kind = max(inside, key=lambda mount: mount[0], default=(0, ""))
    return kind in _FAR or kind.startswith(_USER_SPACE)


def _mount(line: str) -> tuple[str, str]:
    """The place and the file system's kind of one line of mountinfo (see proc(5)); the place escapes blanks."""
    before, _, after = line.partition(" - ")
    fields = before.split(" ")
    place = fields[4] if len(fields) > 4 else ""  # noqa: PLR2004 - the fifth field
    return _ESCAPE.sub(lambda found: chr(int(found[1], 8)), place), after.split(" ")[0]


def _contains(place: str, path: str) -> bool:
    return bool(place) and (path == place or path.startswith(place.rstrip("/") + "/"))
