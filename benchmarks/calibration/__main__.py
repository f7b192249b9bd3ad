"""`python -m benchmarks.calibration [--months 300] [--seed N]`: the forecast beside what simulated officers lived."""

import argparse
import math
from collections.abc import Iterable

from benchmarks.calibration.months import judged
from benchmarks.calibration.officers import BEGINNERS, MONTHS_JUDGED, YEARS, officers
from benchmarks.calibration.replays import summary, track_record_of
from benchmarks.calibration.report import counts, report
from textual_tracker.analytics.forecast.forecast import forecast
from textual_tracker.analytics.forecast.outlook import Outlook
from textual_tracker.analytics.snapshot import Snapshot


def this_month(snapshot: Snapshot) -> Outlook | None:
    """The program's forecast of the month, made on its first day."""
    return forecast(snapshot, replays=0).this_month


def main() -> None:
    """Simulate, forecast, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--months", type=int, default=300, help="how many officer-months (default: 300)")
    parser.add_argument("--seed", type=int, default=1, help="which officers (default: 1)")
    parser.add_argument("--beginners", action="store_true", help="officers in their first year")
    words = parser.parse_args()
    years = BEGINNERS if words.beginners else YEARS
    people = list(officers(words.seed, math.ceil(words.months / MONTHS_JUDGED), years))
    everything = []
    for title, promises in (("closings are expected on a day", True), ("no closing is expected on a day", False)):
        months = [month for one in people for month in judged(one, this_month, promises=promises)]
        _print(title, report(months))
        everything += months
    _print("both together", counts(everything))
    _print(
        "the program's own track record, when all is over",
        summary(record for one in people if (record := track_record_of(one)) is not None),
    )


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"== {title}")
    for line in lines:
        print(line, flush=True)
    print()


if __name__ == "__main__":
    main()
