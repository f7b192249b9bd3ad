"""The sample journal, put together: simulated, polished, joined by the hand-written, and its days counted."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from benchmarks.simulator.clock import Clock
from benchmarks.simulator.days import Counts, activity, count_partner, count_referral
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.life import arrivals, name_for, stories
from benchmarks.simulator.record import record
from benchmarks.simulator.sample.known import known_partners
from benchmarks.simulator.sample.polish import in_order, polished
from benchmarks.simulator.sample.reading import HERE, facts_of, hand_written
from benchmarks.simulator.sample.sparing import say_once, thin_out
from benchmarks.simulator.story import Facts, Sender
from benchmarks.simulator.yaml_text import other_text, referral_text

SEED = 629
START = dt.date(2025, 1, 6)
LAST_DAY = dt.date(2026, 3, 10)
NOW = dt.datetime.combine(LAST_DAY, dt.time(11, 30))
REFERRALS_PER_MONTH = 12.0
GROWTH = 1.5
OTHER_LINE_ENDS = frozenset({"2025-06-16-wanda-dalton"})
"""Ids of the records that were written with an editor on Windows."""


def sample_files() -> Iterator[tuple[str, bytes]]:
    """(path in the journal, bytes) of every record and of journal.yaml."""
    typed = hand_written("days.yaml")
    clock = Clock(START, LAST_DAY, (day for day, facts in typed.items() if facts.get("day_off")))
    senders, partners = known_partners(SEED, clock)
    referrals = _simulated(clock, senders)
    for facts in map(in_order, hand_written("cast.yaml")):
        referrals[name_for(referrals, facts)] = facts
    texts = dict(_other_hands())
    referrals |= {name: in_order(facts_of(data.decode())) for name, data in texts.items()}
    for name, facts in referrals.items():
        yield f"referrals/{name[:4]}/{name}.yaml", texts.get(name) or referral_text(facts).encode()
    for name, partner in partners.items():
        yield f"partners/{name}.yaml", other_text("partner", "../", partner).encode()
    for day, facts in _days(clock, referrals, partners, typed).items():
        yield f"activity/{day.year}/{day}.yaml", other_text("activity", "../../", facts).encode()
    yield "journal.yaml", (HERE / "journal.yaml").read_bytes()
    for name in ("gitignore", "gitattributes"):
        yield f".{name}", (HERE / name).read_bytes()


def _simulated(clock: Clock, senders: list[Sender]) -> dict[str, Facts]:
    """The records of the simulation, with what was changed in them by hand."""
    found: dict[str, Facts] = {}
    for story in stories(SEED, clock, arrivals(SEED, clock, REFERRALS_PER_MONTH, GROWTH), senders):
        story.notes = ""
        facts = record(story, NOW)
        found[name_for(found, facts)] = facts
    say_once(list(found.values()))
    for facts in found.values():
        thin_out(facts)
    notes, changes = hand_written("notes.yaml"), hand_written("polish.yaml")
    if unknown := (notes.keys() | changes.keys()) - found.keys():
        raise ValueError(f"no such record was simulated: {', '.join(sorted(unknown))}")
    referrals: dict[str, Facts] = {}
    for name, simulated in found.items():
        change = changes.get(name, {})
        if change == "drop":
            continue
        facts = polished(simulated, change)
        facts["notes"] = facts["notes"] or notes.get(name, "")
        referrals[name_for(referrals, facts)] = facts
    return referrals


def _other_hands() -> Iterator[tuple[str, bytes]]:
    """(id, bytes) of the records that keep the hand of whoever wrote them."""
    for path in sorted((HERE / "hands").glob("*.yaml")):
        line_end = b"\r\n" if path.stem in OTHER_LINE_ENDS else b"\n"
        yield path.stem, path.read_bytes().replace(b"\n", line_end)


def _days(
    clock: Clock, referrals: dict[str, Facts], partners: dict[str, Facts], typed: dict[dt.date, Facts]
) -> dict[dt.date, Facts]:
    counts: Counts = {}
    for facts in referrals.values():
        count_referral(counts, facts)
    for partner in partners.values():
        count_partner(counts, partner["touches"])
    days: dict[dt.date, Facts] = {}
    for day in sorted({*clock.days[: clock.last + 1], *typed}):
        known = typed.get(day, {})
        if known.get("forgotten"):
            continue
        if known.get("day_off") or not clock.calendar.is_working(day):
            days[day] = {"date": day, **known}
            continue
        days[day] = _working_day(day, counts.get(day, Counter())) | known
        for name, number in counts.get(day, Counter()).items():
            days[day][name] = max(days[day][name], number)
    return days


def _working_day(day: dt.date, shown: Counter[str]) -> Facts:
    week = Dice(SEED, "week", *day.isocalendar()[:2]).roll()
    dice = Dice(SEED, "day", day)
    vigour = 0.80 + 0.28 * week + 0.28 * dice.roll()
    return activity(dice, day, shown, vigour=vigour, whole_day=day != LAST_DAY)
