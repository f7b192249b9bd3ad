"""Several programs that write into one file in the same moment: nothing is lost, and nobody is refused."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.writing import KAI, TODAY_FILE

ROOT = Path(__file__).parents[2]
PROGRAMS, EACH = 3, 4


def test_three_shells_log_and_count_at_once(journal: Path) -> None:
    numbers = " ".join(map(str, range(1, EACH + 1)))
    script = f"for i in {numbers}; do {sys.executable} -m textual_tracker log kai vm --note $0-$i || exit; done"
    running = [
        subprocess.Popen(
            ["sh", "-c", script, f"shell{number}"],
            cwd=journal,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number in range(PROGRAMS)
    ]
    for one in running:
        _, complaints = one.communicate()
        assert (one.returncode, complaints) == (0, b"")
    written = (journal / KAI).read_text()
    assert all(f"note: shell{number}-{i}}}" in written for number in range(PROGRAMS) for i in range(1, EACH + 1))
    assert f"calls: {6 + PROGRAMS * EACH}\n" in (journal / TODAY_FILE).read_text()
