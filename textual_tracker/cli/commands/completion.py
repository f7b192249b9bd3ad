"""`tracker completion`: print the completion script of a shell."""

from pathlib import Path

from textual_tracker.cli.call import Call

SHELLS = Path(__file__).resolve().parent.parent / "shells"


def run(call: Call) -> int:
    """Print the script; where to put it stands at its head."""
    script = SHELLS / f"tracker.{call.words[0]}"
    call.output.data(script.read_bytes())
    return 0
