"""`tracker ui`, and `tracker` alone on a terminal: the terminal screen; with `--serve` in a browser.

Where there is no terminal for it, the day's report.
"""

import sys
from importlib import import_module
from pathlib import Path

from textual_tracker.cli.call import Call
from textual_tracker.cli.output import is_terminal
from textual_tracker.errors import NoJournalError, UsageError
from textual_tracker.store.layout import find_journal
from textual_tracker.tui import SERVED

COLOUR = {"always": True, "never": False}
"""What `--color` tells the screen; `auto` leaves it to look for itself."""

PORT = 8137
"""Where `--serve` listens unless it is told otherwise."""

HIGHEST_PORT = 65_535

OFFER = """\
There is no journal here: {here}

  i   start one in this folder
  d   look around in a sample journal first; nothing is kept
  q   leave
"""


def run(call: Call) -> int:
    """Open the screen on the journal; without a journal offer to start one, without a terminal print the report."""
    if call.parsed.flag("serve"):
        return _serve(call)
    if call.parsed.value("port") is not None:
        raise UsageError("--port is where --serve listens; there is no --serve here")
    if call.environ.get(SERVED):
        return open_screen(call, _journal(call))
    if not is_terminal(call.environ):
        return _report(call)
    try:
        root = _journal(call)
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
    if not call.environ.get(SERVED) and not call.output.stderr.isatty():
        raise UsageError("the screen is drawn on stderr, and that is not a terminal here; leave out the 2>")
    use_index = not call.parsed.flag("no_index")
    colour = COLOUR.get(call.parsed.value("color") or "auto")
    code: int = import_module("textual_tracker.tui").run(root, today=call.today, use_index=use_index, colour=colour)
    return code


def _report(call: Call) -> int:
    """Print the day's report, as `tracker today` does."""
    code: int = import_module("textual_tracker.cli.commands.today").run(call)
    return code


def _journal(call: Call) -> Path:
    return find_journal(call.journal, call.environ, call.here)


def _serve(call: Call) -> int:
    """Draw the screen for the browsers of this machine until ctrl+c."""
    port, root = _port(call.parsed.value("port")), _journal(call).resolve()
    words = [sys.executable, "-P", "-m", "textual_tracker", "ui", f"--journal={root}"]
    words += [f"--{name}={value}" for name in ("today", "color") if (value := call.parsed.value(name)) is not None]
    words += ["--no-index"] if call.parsed.flag("no_index") else []

    def say(text: str) -> None:
        call.output.line(text)
        call.output.stdout.flush()

    code: int = import_module("textual_tracker.tui.serve").serve(words, port=port, title=root.name, say=say)
    return code


def _port(text: str | None) -> int:
    """The port as typed; 0 is any that is free."""
    if text is None:
        return PORT
    if not (text.isascii() and text.isdecimal()) or int(text) > HIGHEST_PORT:
        raise UsageError(f'--port is a number from 0 to {HIGHEST_PORT}, and "{text}" is not')
    return int(text)


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
