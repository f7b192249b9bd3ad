"""The program: finds the command that was typed, runs it, and turns what goes wrong into a sentence and an exit code.

Only the module of the command itself is imported, so that each costs no more than what it does.
"""

import sys
from errno import ENOSPC
from importlib import import_module

from textual_tracker import __version__
from textual_tracker.errors import TrackerError

INTERRUPTED = 130
BROKEN_PIPE = 141
REFUSED = 2
COMPLETE = "--complete"
"""How the shells' completion scripts call: a hidden first word."""


def main(argv: list[str] | None = None) -> int:
    """Run `tracker` with these words (default: those of the process); the result is the exit code."""
    typed = sys.argv[1:] if argv is None else argv
    try:
        code = _run(typed)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _abandon("stdout")
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except TrackerError as error:
        return _refuse(str(error), error.exit_code)
    except OSError as error:
        return _refuse(_os_sentence(error), REFUSED)
    return code


def _run(typed: list[str]) -> int:
    if typed[:1] == [COMPLETE]:
        completion: int = import_module("textual_tracker.cli.completion").run(typed[1:])
        return completion
    if typed == ["--version"] and sys.stdout is not None:
        sys.stdout.write(f"tracker {__version__}\n")
        return 0
    code: int = import_module("textual_tracker.cli.dispatch").run(typed)
    return code


def _refuse(sentence: str, code: int) -> int:
    """Say on stderr why nothing was done."""
    safe = import_module("textual_tracker.cli.text").safe
    shown = "\n".join(safe(line) for line in f"tracker: {sentence}".split("\n"))
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _abandon("stdout")
    if sys.stderr is not None:
        encoding = sys.stderr.encoding or "utf-8"
        try:
            sys.stderr.write(shown.encode(encoding, "replace").decode(encoding) + "\n")
            sys.stderr.flush()
        except OSError:
            _abandon("stderr")
    return code


def _abandon(name: str) -> None:
    import_module("textual_tracker.cli.streams").abandon(name)


def _os_sentence(error: OSError) -> str:
    """What the system refused, as a sentence: `cannot use /x: Permission denied`; of a stream `the disk is full`."""
    if error.filename:
        return f"cannot use {error.filename}: {error.strerror or error}"
    reason: str = import_module("textual_tracker.store.refusals").why(error)
    return f"standard output does not take the answer: {reason}" if error.errno == ENOSPC else reason
