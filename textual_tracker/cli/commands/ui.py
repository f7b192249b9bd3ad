"""`tracker ui`, and `tracker` alone on a terminal: the terminal screen."""

from importlib import import_module
from pathlib import Path

from textual_tracker.cli.call import Call
from textual_tracker.cli.output import is_terminal
from textual_tracker.errors import NoJournalError, UsageError
from textual_tracker.store.layout import find_journal

COLOUR = {"always": True, "never": False}
"""What `--color` tells the screen; `auto` leaves it to look for itself."""

OFFER = """\
There is no journal here: {here}

  i   start one in this folder
  d   look around in a sample journal first; nothing is kept
  q   leave
"""


def run(call: Call) -> int:
    """Open the screen on the journal; where there is none, offer to start one or to look at the sample."""
    if not is_terminal(call.environ):
        raise UsageError("the screen needs a terminal; `tracker today` prints the day's report anywhere")
    try:
        root = find_journal(call.journal, call.environ, call.here)
    except NoJournalError:
        if call.journal or call.environ.get("TRACKER_JOURNAL"):
            raise
        return _offer(call)
    return open_screen(call, root)


def open_screen(call: Call, root: Path) -> int:
    """Run the terminal screen until the person leaves it.

    Raises:
        UsageError: stderr, on which the screen is drawn, leads somewhere else than to the terminal.
    """
    if not call.output.stderr.isatty():
        raise UsageError("the screen is drawn on stderr, and that is not a terminal here; leave out the 2>")
    use_index = not call.parsed.flag("no_index")
    colour = COLOUR.get(call.parsed.value("color") or "auto")
    code: int = import_module("textual_tracker.tui").run(root, today=call.today, use_index=use_index, colour=colour)
    return code


def _offer(call: Call) -> int:
    """Ask what to do where there is no journal."""
    for line in OFFER.format(here=call.here).split("\n"):
        call.output.line(line)
    call.output.stdout.write("? ")
    call.output.stdout.flush()
    try:
        answer = input().strip().lower()
    except EOFError:
        answer = ""
    command = {"i": "init", "init": "init", "d": "demo", "demo": "demo"}.get(answer)
    if command is None:
        return NoJournalError.exit_code
    code: int = import_module(f"textual_tracker.cli.commands.{command}").run(call)
    return code
