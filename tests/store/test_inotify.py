"""Linux's own limits and losses, brought about for real: a user namespace has limits of its own."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.store.conftest import write
from tests.store.seeing import Seen, follows
from textual_tracker.store.watching import watch as watch_module
from textual_tracker.store.watching.watch import Watcher

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")

WATCH = """
import pathlib, sys, threading
from textual_tracker.store.watching.watch import Watcher

def look():
    print(watcher.mode, watcher.limit, flush=True)

watcher = Watcher(pathlib.Path(sys.argv[1]), look)
watcher.start()
sys.stdin.read()
"""
YEAR = "referrals/2026"
DANA = f"{YEAR}/2026-03-02-dana-ortiz.yaml"
FOLDERS = 6
"""The folders of the small journal: its own, three record folders, two years."""


def limited(watches: int, instances: int, root: Path) -> "subprocess.Popen[str]":
    """A watcher that may watch so many folders; it says how it watches at each look."""
    allow = 'echo "$1" > /proc/sys/user/max_inotify_watches && echo "$2" > /proc/sys/user/max_inotify_instances'
    words = ["unshare", "--user", "--map-root-user", "sh", "-c", f'{allow} && exec "$3" -c "$4" "$5"', "sh"]
    return subprocess.Popen(
        [*words, str(watches), str(instances), sys.executable, WATCH, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def can_limit() -> bool:
    """Whether this machine lets a process have limits of its own."""
    if shutil.which("unshare") is None:
        return False
    write_limit = "cat /proc/sys/user/max_inotify_watches > /proc/sys/user/max_inotify_watches"
    words = ["unshare", "--user", "--map-root-user", "sh", "-c", write_limit]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


needs_limits = pytest.mark.skipif(not can_limit(), reason="no user namespaces here (unshare --user)")


@needs_limits
@pytest.mark.parametrize(
    ("watches", "instances", "says"),
    [
        (100, 9, "events "),
        (100, 0, "polling fs.inotify.max_user_instances="),
        (0, 9, "polling fs.inotify.max_user_watches="),
        (FOLDERS - 1, 9, "polling fs.inotify.max_user_watches="),
    ],
    ids=["enough", "no instance", "no watch", "one too few"],
)
def test_where_a_limit_is_met_it_polls(root: Path, watches: int, instances: int, says: str) -> None:
    with limited(watches, instances, root) as watching:
        assert watching.stdout is not None
        assert watching.stdout.readline().startswith(says)
        watching.communicate()


@needs_limits
def test_a_year_for_which_no_watch_is_left_makes_it_poll(root: Path) -> None:
    with limited(FOLDERS, 9, root) as watching:
        assert watching.stdout is not None
        assert watching.stdout.readline() == "events \n"
        write(root, "referrals/2027/2027-01-04-lee.yaml", "Lee")
        assert watching.stdout.readline().startswith("polling fs.inotify.max_user_watches=")
        watching.communicate()


def test_after_events_got_lost_everything_is_looked_at_and_still_watched(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inotify = pytest.importorskip("textual_tracker.store.watching.inotify")
    room = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text("ascii"))
    if room > 50_000:
        pytest.skip(f"a queue of {room} events takes long to fill")
    monkeypatch.setattr(watch_module, "RECONCILE_SECONDS", 10_000.0)
    seen = Seen()
    full, reads = threading.Event(), inotify._Queue.read_events

    def reads_once_it_is_full(queue: object) -> object:
        assert full.wait(60)
        return reads(queue)

    watcher = Watcher(root, lambda: seen.tell(watcher.take_folders()))
    with monkeypatch.context() as held:
        held.setattr(inotify._Queue, "read_events", reads_once_it_is_full)
        watcher.start()
        assert seen.wait_for(lambda looks: looks == [None])
        for number in range(room + 1_000):
            (root / YEAR / f"{number % 100}.txt").touch()
        full.set()
    assert seen.wait_for(lambda looks: None in looks[1:])

    assert follows(root, seen, DANA)
    watcher.stop()
