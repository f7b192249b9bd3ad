"""`tracker demo`: the sample journal, on a copy that is thrown away."""

import datetime as dt
import shutil
import signal
import stat
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual_tracker.cli.call import Call
from textual_tracker.cli.commands import today, ui
from textual_tracker.cli.output import is_terminal
from textual_tracker.config.resources import sample_journal_folder
from textual_tracker.errors import TrackerError


def run(call: Call) -> int:
    """Open the screen on the copy; not on a terminal, print its report of the day."""
    with _leaving_in_order(), tempfile.TemporaryDirectory(prefix="tracker-demo-", ignore_cleanup_errors=True) as folder:
        root = Path(folder) / "sample_journal"
        copy_sample(root)
        sample = call.on(root, call.fixed_today or last_day(root))
        if is_terminal(call.environ) and not call.json:
            return ui.open_screen(sample, root)
        return today.run(sample)


@contextmanager
def _leaving_in_order() -> Iterator[None]:
    """A window that is closed, or a polite kill, ends the demo as leaving it does: the copy is thrown away."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, _leave) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def copy_sample(root: Path) -> None:
    """Copy the sample journal to `root`, every file writable however the program was installed."""
    source = sample_journal_folder()
    if not (source / "journal.yaml").is_file():
        raise TrackerError(f"the sample journal is missing from this installation: {source}")
    shutil.copytree(source, root)
    for path in (root, *root.rglob("*")):
        path.chmod(path.stat().st_mode | stat.S_IWUSR)


def last_day(root: Path) -> dt.date:
    """The newest day that the journal's activity was written for."""
    days = [dt.date.fromisoformat(path.stem) for path in (root / "activity").rglob("*.yaml")]
    return max(days)
