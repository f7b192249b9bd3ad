"""A small journal on the disk, and the workspace on it, for tests of what is written."""

import datetime as dt
from pathlib import Path
from textwrap import dedent

from textual_tracker.workspace import Workspace

TODAY = dt.date(2026, 3, 10)
DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
MARCH_10 = "activity/2026/2026-03-10.yaml"


def journal(root: Path, files: dict[str, str]) -> Workspace:
    """A journal with these files, seen from 10 March 2026; a Sarah Chen is among the partners."""
    everything = {
        "journal.yaml": "format: 1\n",
        "partners/sarah-chen.yaml": "name: Sarah Chen\ntype: real_estate_agent\nprefers: text\n",
        **files,
    }
    for path, text in everything.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    return opened(root)


def opened(root: Path) -> Workspace:
    """The workspace on the journal at `root`."""
    return Workspace.open(root, today=lambda: TODAY, use_index=False)
