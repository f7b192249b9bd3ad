"""A person does not say everything twice: repeated fragments go."""

from collections import Counter
from collections.abc import Iterator

from benchmarks.simulator.story import Facts

SHORT = 14
"""Up to so many letters ("rang out"), anybody writes the same again."""
OFTEN = 4


def say_once(referrals: list[Facts]) -> None:
    """Take away notes, in place, that have been said before, in the order of the referrals."""
    said: Counter[str] = Counter()
    for facts in referrals:
        for event in _noted(facts):
            if "note" in event and _is_worn(said, event["note"]):
                del event["note"]
        facts["log"] = [entry for entry in facts["log"] if not _is_worn(said, entry["note"])]


def _is_worn(said: Counter[str], note: str) -> bool:
    said[note] += 1
    return said[note] > (OFTEN if len(note) <= SHORT else 1)


def _noted(facts: Facts) -> Iterator[Facts]:
    yield from facts["contact_attempts"]
    yield facts["outcome"]
    yield from facts["application"].get("moved", ())
