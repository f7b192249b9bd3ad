"""The program `tracker`, also as `python -m textual_tracker`."""

import gc
import os
import sys

from textual_tracker.cli.main import main as run


def main() -> None:
    """Run the command and leave at once: taking ten thousand records apart takes as long as listing them.

    Nor is garbage looked for among them: a command ends before there is any worth it, and what stays turns it on again.
    """
    gc.disable()
    code = run()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
