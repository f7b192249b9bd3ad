"""`tracker init`: start a journal."""

import os
import shlex
from pathlib import Path

from textual_tracker.cli.call import Call
from textual_tracker.cli.schema_files import outdated_copies
from textual_tracker.errors import NoJournalError, UsageError
from textual_tracker.history.git import git_installed, init_repository, repository_of
from textual_tracker.store.atomic import write_atomically
from textual_tracker.store.layout import SETTINGS_FILE, find_journal, is_journal

STARTER = Path(__file__).resolve().parent.parent / "starter"
RECORD_FOLDERS = ("referrals/{year}", "activity/{year}", "partners")
FIRST = "tracker add Dana Ortiz 555-0142 source=past_client"
FILES = {SETTINGS_FILE: "journal.yaml", ".gitignore": "gitignore", ".gitattributes": "gitattributes"}
EXAMPLES = {f"examples/{name}": f"examples/{name}" for name in ("referral.yaml", "day.yaml", "partner.yaml")}


def run(call: Call) -> int:
    """Write the journal's first files; what lies there already is never overwritten."""
    named = Path(call.here, Path(call.journal or "").expanduser(), call.words[0] if call.words else "")
    root = Path(os.path.normpath(named))
    _refuse_a_second(root)
    kept = write_journal(root, call.today().year, examples=not call.parsed.flag("bare"))
    for name in kept:
        call.output.say(f"kept your own {name}")
    if not call.parsed.flag("no_git"):
        _make_repository(root, call)
    call.output.line(f"A new journal: {root}")
    call.output.line()
    call.output.line("Next, your first referral: a name, and where it came from.")
    call.output.line()
    for line in next_steps(root, call):
        call.output.line(line)
    return 0


def _refuse_a_second(root: Path) -> None:
    """No journal over another, and none within another, where the outer one would be lost from sight."""
    if is_journal(root):
        raise UsageError(f"{root} is a journal already; nothing was written")
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} is a file, and a journal is a folder")
    try:
        outer = find_journal(None, {}, root)
    except NoJournalError:
        return
    raise UsageError(f"{root} lies within the journal {outer}; name a folder outside of it: tracker init DIR")


def write_journal(root: Path, year: int, *, examples: bool) -> list[str]:
    """Write everything a new journal has; the result names the files that were there and were kept.

    journal.yaml, which makes the folder a journal, comes last: a start that was interrupted can be made again.
    """
    for name in RECORD_FOLDERS:
        (root / name.format(year=year)).mkdir(parents=True, exist_ok=True)
    wanted = {root / name: (STARTER / source).read_bytes() for name, source in FILES.items()}
    if examples:
        wanted |= {root / name: (STARTER / source).read_bytes() for name, source in EXAMPLES.items()}
    wanted |= outdated_copies(root)
    settings = root / SETTINGS_FILE
    order = sorted(wanted, key=lambda path: path == settings)
    kept = [path for path in order if path.exists()]
    for path in order:
        if path not in kept:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, wanted[path])
    return [path.relative_to(root).as_posix() for path in kept]


def _make_repository(root: Path, call: Call) -> None:
    """`git init`, unless the journal lies in a repository already; without git it is as good a journal."""
    if not git_installed():
        call.output.say("git is not installed, so the journal has no history yet; `git init` there later is enough.")
        return
    outer = repository_of(root)
    if outer is not None:
        call.output.say(f"The journal lies in the git repository {outer}.")
        return
    complaint = init_repository(root)
    if complaint:
        call.output.say(f"The journal is there, but git would not start a repository in it: {complaint}")


def next_steps(root: Path, call: Call) -> list[str]:
    """What to type next: a first referral, and a look at it."""
    steps = [FIRST, "tracker"]
    if root.resolve() != call.here.resolve():
        steps.insert(0, f"cd {shlex.quote(_shown(root, call.here))}")
    return [f"  {step}" for step in steps]


def _shown(root: Path, here: Path) -> str:
    return root.relative_to(here).as_posix() if root.is_relative_to(here) else str(root)
