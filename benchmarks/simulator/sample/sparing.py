"""A person does not write everything down, nor say the same thing twice."""

from collections import Counter
from collections.abc import Iterator

from benchmarks.simulator.story import Facts, day_of

SHORT = 14
"""Up to so many letters ("rang out"), anybody writes the same again."""
OFTEN = 4
TWICE = 2
MANY = 15
"""Attempts above which the ones of which nothing is to be said are no longer written down."""
TWO_WAY = frozenset({"reached", "replied"})


def say_once(referrals: list[Facts]) -> None:
    """Take away notes, in place, that have been said before; the newest referrals keep theirs."""
    said: Counter[str] = Counter()
    for facts in reversed(referrals):
        for event in _noted(facts):
            if "note" in event and _is_worn(said, event["note"]):
                del event["note"]
        facts["log"] = [entry for entry in facts["log"] if not _is_worn(said, entry["note"])]


def _is_worn(said: Counter[str], note: str) -> bool:
    said[note] += 1
    return said[note] > (OFTEN if len(note) <= SHORT else TWICE)


def _noted(facts: Facts) -> Iterator[Facts]:
    yield from facts["contact_attempts"]
    yield facts["outcome"]
    yield from facts["application"].get("moved", ())


def thin_out(facts: Facts) -> None:
    """Take away, in place, every second silent attempt of a long story that is over."""
    if facts["outcome"].get("status") not in {"closed", "lost"}:
        return
    attempts: list[Facts] = facts["contact_attempts"]
    talks = [place for place, attempt in enumerate(attempts) if attempt["result"] in TWO_WAY]
    agreed = {meeting["set"] for meeting in _meetings(facts["appointment"])}
    for dull in (lambda event: event["result"] not in TWO_WAY, lambda event: event["result"] == "reached"):
        while len(attempts) > MANY:
            places = [
                place
                for place, attempt in enumerate(attempts[:-1])
                if place > talks[0]
                and dull(attempt)
                and "note" not in attempt
                and day_of(attempt["date"]) not in agreed
            ]
            if not places:
                break
            for place in reversed(places[::2]):
                del attempts[place]


def _meetings(appointment: Facts) -> list[Facts]:
    return [appointment, *appointment.get("earlier", ())] if appointment else []
