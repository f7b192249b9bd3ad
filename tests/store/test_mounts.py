from pathlib import Path

import pytest

from textual_tracker.store.watching.mounts import gives_no_events

MOUNTINFO = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home/ana/office rw,relatime shared:2 - nfs4 server:/office rw
31 30 0:41 / /home/ana/office/local rw - ext4 /dev/sdb1 rw
32 22 0:42 / /mnt/My\040Drive rw,nosuid - fuse.rclone drive: rw
33 22 0:43 / /mnt/usb rw - fuseblk /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("folder", "silent"),
    [
        ("/home/ana/journal", False),
        ("/home/ana/office", True),
        ("/home/ana/office/journal", True),
        ("/home/ana/office/local/journal", False),
        ("/home/ana/officer", False),
        ("/mnt/My Drive/journal", True),
        ("/mnt/usb/journal", False),
    ],
)
def test_a_disk_on_another_machine_gives_no_events(tmp_path: Path, folder: str, silent: bool) -> None:
    (tmp_path / "mountinfo").write_text(MOUNTINFO)

    assert gives_no_events(folder, tmp_path / "mountinfo") is silent


def test_where_nothing_is_known_of_mounts_events_are_expected(tmp_path: Path) -> None:
    assert not gives_no_events("/home/ana/journal", tmp_path / "missing")
    (tmp_path / "mountinfo").write_bytes(b"\xff garbage\n- -\n\n1 2 3\n")
    assert not gives_no_events("/home/ana/journal", tmp_path / "mountinfo")
