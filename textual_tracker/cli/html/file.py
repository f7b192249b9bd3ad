"""Where a page goes: to stdout, or into a file of its own, never over something that the program did not write."""

from pathlib import Path

from textual_tracker.cli.call import Call
from textual_tracker.cli.html.marker import MARKER
from textual_tracker.errors import NotWrittenError, UsageError
from textual_tracker.store.atomic import write_atomically
from textual_tracker.store.layout import RECORD_FOLDERS, SETTINGS_FILE, is_journal
from textual_tracker.store.refusals import why

OWN_FILE = 0o600
"""A page names customers, and lies where other people's files lie too."""

HEAD = 16_384
"""The marker stands within so many bytes."""

STDOUT = "-"


def asked_page(call: Call) -> Path | None:
    """The file that `--html` names, which may be written; `Path("-")` is stdout, `None` is no page.

    Raises UsageError for a file that is not the program's own, for a record folder, and beside `--json`.
    """
    typed = call.parsed.value("html")
    if typed is None:
        return None
    if call.json:
        raise UsageError("--html writes a page and --json prints data; ask for one of the two")
    if typed == STDOUT:
        return Path(STDOUT)
    if not typed.strip() or "\0" in typed:
        raise UsageError("--html takes the name of a file to write, such as results.html, or - for stdout")
    path = call.here / Path(typed).expanduser()
    _refuse(path, typed)
    return path


def put(call: Call, path: Path, page: str) -> None:
    """Write the page. Raises NotWrittenError where the disk refuses."""
    data = page.encode("utf-8", "replace")
    if path == Path(STDOUT):
        call.output.data(data)
        return
    typed = call.parsed.value("html") or str(path)
    try:
        write_atomically(path, data, mode=OWN_FILE)
    except OSError as error:
        raise NotWrittenError(f"{typed} could not be written: {why(error)}; nothing is changed") from None
    call.output.say(f"wrote {typed}; it may name customers, so keep it as you keep their files")


def _refuse(path: Path, typed: str) -> None:
    """Raise UsageError where nothing of the program's may be written."""
    try:
        real = path.resolve()
        is_folder, there, parent = real.is_dir(), real.exists(), real.parent.is_dir()
        is_own = there and not is_folder and MARKER.encode() in _begin(real)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "its links lead round in a circle"
        raise UsageError(f"--html {typed}: {reason}") from None
    if is_folder:
        raise UsageError(f"{typed} is a folder; name a file in it, such as {typed.rstrip('/')}/results.html")
    if not parent:
        raise UsageError(f"there is no folder {Path(typed).parent} to write {Path(typed).name} into; make it first")
    if _is_among_records(real):
        raise UsageError(f"{typed} would lie among the journal's own files; write the page somewhere else")
    if there and not is_own:
        raise UsageError(f"{typed} is there already and is no page of tracker's; name another file, or remove it")


def _begin(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _is_among_records(real: Path) -> bool:
    """Whether it lies in a record folder of any journal, or in a hidden folder of one, or is its journal.yaml."""
    if real.name == SETTINGS_FILE:
        return True
    below = real
    while below.parent != below:
        inside, below = below, below.parent
        hidden = inside != real and inside.name.startswith(".")
        if (inside.name.lower() in RECORD_FOLDERS or hidden) and is_journal(below):
            return True
    return False
