"""`tracker upgrade`: bring the journal's copies of the schemas up to this version of the program."""

from pathlib import Path

from textual_tracker.cli.call import Call
from textual_tracker.cli.schema_files import COPIES_FOLDER, outdated_copies
from textual_tracker.errors import TrackerError
from textual_tracker.store.atomic import write_atomically
from textual_tracker.store.layout import find_journal


def run(call: Call) -> int:
    """Rewrite the copies that differ, and say which."""
    root = find_journal(call.journal, call.environ, call.here)
    _refuse_a_way_out(root)
    outdated = outdated_copies(root)
    for path, content in outdated.items():
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, content)
        call.output.line(f"wrote {path.relative_to(root).as_posix()}")
    if not outdated:
        call.output.say("The schema copies are those of this version; nothing to do.")
    return 0


def _refuse_a_way_out(root: Path) -> None:
    """Nothing is written through a link that leads out of the journal."""
    folder = root / COPIES_FOLDER
    if not folder.resolve().is_relative_to(root.resolve()):
        raise TrackerError(f"{COPIES_FOLDER} is a link that leads out of the journal; nothing was written")
