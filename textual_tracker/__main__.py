"""The program `tracker`, also as `python -m textual_tracker`."""

import sys

from textual_tracker.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
