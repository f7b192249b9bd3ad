"""Write a journal of any size: `python -m benchmarks.generate N DIR [--seed S]`.

The referrals spread over N / 700 years up to the last day, but over fifteen at most: above some ten thousand it is the
journal of a team, not of one officer. About one in nine is open at the end: those still on their way, and, in a
journal of many years, those whose loss nobody wrote down. The same number and seed give the same bytes on any machine.
"""

import argparse
import datetime as dt
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.crowd import tell_apart
from benchmarks.simulator.clock import DAY, Clock
from benchmarks.simulator.days import Counts, count_partner, count_referral
from benchmarks.simulator.life import arrivals, name_for, stories, typed_days
from benchmarks.simulator.record import record
from benchmarks.simulator.roster import roster, settings
from benchmarks.simulator.story import Facts, day_of
from benchmarks.simulator.yaml_text import other_text, referral_text

LAST_DAY = dt.date(2026, 3, 10)
A_YEAR = 700
MOST_YEARS = 15.0
LEAST_YEARS = 1.2
OPEN = 0.11
MONTHS_OPEN = 1.35
"""How long a referral is open, on average, where the end is written down."""
LOST = 0.7
"""The share of referrals that are lost."""


def generate(number: int, place: Path, *, seed: int = 1) -> dt.date:
    """Write a journal of `number` referrals into the new folder `place`; its last day, for `--today`."""
    years = min(MOST_YEARS, max(LEAST_YEARS, number / A_YEAR))
    clock = Clock(LAST_DAY - DAY * round(years * 365.25), LAST_DAY)
    senders, partners = roster(seed, max(20, round(number / years / 35)), clock)
    on_the_way = MONTHS_OPEN / (years * 12)
    unrecorded = max(0.0, OPEN - on_the_way) / LOST
    counts: Counts = {}
    taken: dict[str, Facts] = {}
    for story in stories(seed, clock, _days(seed, number, years, clock), senders, unrecorded_losses=unrecorded):
        facts = record(story, dt.datetime.combine(LAST_DAY, dt.time(23, 59)))
        count_referral(counts, facts)
        facts["borrower"] = tell_apart(facts["borrower"], story.number)
        name = name_for(taken, facts)
        taken[name] = {}
        _write(place / "referrals" / str(day_of(facts["received"]).year) / f"{name}.yaml", referral_text(facts))
    for name, partner in partners.items():
        count_partner(counts, partner["touches"])
        _write(place / "partners" / f"{name}.yaml", other_text("partner", "../", partner))
    for day, facts in typed_days(seed, clock, counts).items():
        _write(place / "activity" / str(day.year) / f"{day}.yaml", other_text("activity", "../../", facts))
    _write(place / "journal.yaml", other_text("journal", "", settings("Sam Load", clock)))
    return LAST_DAY


def _days(seed: int, number: int, years: float, clock: Clock) -> list[dt.date]:
    """Exactly `number` days on which a referral comes."""
    more = number * 1.1 + 50
    days = arrivals(seed, clock, more / (years * 12))
    return [days[place * len(days) // number] for place in range(number)]


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def main() -> None:
    """Read the command line, write the journal, print its last day."""
    parser = argparse.ArgumentParser(description="Write a journal of N referrals into the new folder DIR.")
    parser.add_argument("number", type=int, metavar="N")
    parser.add_argument("place", type=Path, metavar="DIR")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    if words.number < 1:
        parser.error("N must be at least 1")
    if words.place.exists() and (not words.place.is_dir() or any(words.place.iterdir())):
        parser.error(f"{words.place} exists and is not an empty folder")
    print(generate(words.number, words.place, seed=words.seed))


if __name__ == "__main__":
    main()
