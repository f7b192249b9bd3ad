"""What it would bring if one step alone reached its target: closings a month.

The funnel is multiplicative: with a step at its target instead of at its rate, everything behind it grows by the
quotient of the two. Calling sooner, and more often, works through those who would be reached: by how many, the
officer's own numbers tell, or nothing does.
"""

from collections.abc import Sequence

from textual_tracker.analytics.diagnosis.evidence import Evidence, came, is_lately
from textual_tracker.analytics.diagnosis.judgement import LEAST
from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.speed import ENOUGH, first_attempt, within_one
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.core.stages import Stage
from textual_tracker.core.vocabulary import TWO_WAY


def of_a_step(rate: Rate | None, target: float, closings: float) -> float | None:
    """For a step of the funnel. `None` where nobody made it: from nothing, nothing follows."""
    if rate is None or rate.hits == 0:
        return None
    return closings * (target / rate.rate - 1)


def of_speed(snapshot: Snapshot, members: Sequence[Member], target: float, closings: float) -> float | None:
    """If so many were called within a day, and reached as often as those who are called so now.

    Whoever came within the last ten working days is not counted. `None` where fewer than eight were called in time, or
    late, or those called late are reached as often.
    """
    reached = {True: [0, 0], False: [0, 0]}
    for member in members:
        soon = within_one(member, first_attempt(member, snapshot.today), snapshot)
        if soon is not None and not is_lately(snapshot, came(snapshot, member)):
            reached[soon][member.furthest >= Stage.contacted] += 1
    soon_n, late_n = sum(reached[True]), sum(reached[False])
    if min(soon_n, late_n) < LEAST:
        return None
    soon_share, late_share = reached[True][1] / soon_n, reached[False][1] / late_n
    now = (reached[True][1] + reached[False][1]) / (soon_n + late_n)
    then = target * soon_share + (1 - target) * late_share
    return closings * (then / now - 1) if soon_share > late_share and then > now else None


def of_six_attempts(members: Sequence[Member], evidence: Evidence, target: float, closings: float) -> float | None:
    """If so many of those never reached were tried six times, and each further try reached as many as it does now.

    `None` where fewer than eight were ever tried a second time, or nobody was ever reached.
    """
    reached = sum(member.furthest >= Stage.contacted for member in members)
    chances = _reached_at(members)
    if evidence.rate is None or not reached or chances is None:
        return None
    more = sum(_reached_later(member.standing.all_attempts, chances) for member in evidence.missed)
    share = (target - evidence.rate.rate) / (1 - evidence.rate.rate)
    return closings * share * more / reached


def _reached_at(members: Sequence[Member]) -> list[float] | None:
    """The chance that the first, the second … sixth attempt reaches somebody whom none before it reached."""
    tried, reached = [0] * ENOUGH, [0] * ENOUGH
    for member in members:
        attempts = sorted(member.referral.contact_attempts, key=lambda attempt: attempt.date)
        for number, attempt in enumerate(attempts[:ENOUGH]):
            tried[number] += 1
            if attempt.result in TWO_WAY:
                reached[number] += 1
                break
    if tried[1] < LEAST:
        return None
    return [hits / n if n else 0.0 for hits, n in zip(reached, tried, strict=True)]


def _reached_later(attempts: int, chances: Sequence[float]) -> float:
    """The chance to reach somebody by the sixth attempt whom so many attempts did not reach."""
    missed = 1.0
    for chance in chances[attempts:]:
        missed *= 1 - chance
    return 1 - missed
