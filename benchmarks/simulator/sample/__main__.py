"""Write the sample journal into a folder: `python -m benchmarks.simulator.sample DIR`."""

import sys
from pathlib import Path

from benchmarks.simulator.sample.build import sample_files


def write(place: Path) -> None:
    """Write every file, and take away the records that are no longer there."""
    files = dict(sample_files())
    for folder in ("referrals", "activity", "partners"):
        for path in (place / folder).rglob("*.yaml"):
            if path.relative_to(place).as_posix() not in files:
                path.unlink()
    for name, data in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
