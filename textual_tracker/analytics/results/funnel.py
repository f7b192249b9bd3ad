"""How far a cohort came, stage by stage."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.statistics.rate import Rate, rate_of
from textual_tracker.core.stages import Stage

FUNNEL = tuple(stage for stage in Stage if stage <= Stage.closed)
"""The eleven stages in order."""


class Step(Struct, frozen=True, kw_only=True):
    """One stage of the funnel.

    `reached`: how many came so far or further; a stage that was skipped counts as reached, and closed is reached by
    closing alone. `undecided`: how many have not come so far and still may, being open or in nurture.
    `from_previous` is `None` for the first stage, and where nobody reached the stage before.
    """

    stage: Stage
    reached: int
    undecided: int
    from_received: Rate | None
    from_previous: Rate | None


def funnel(members: Sequence[Member]) -> tuple[Step, ...]:
    """The eleven steps, received first."""
    furthest: Counter[int] = Counter(member.furthest for member in members)
    pending: Counter[int] = Counter(member.furthest for member in members if not member.is_decided)
    steps: list[Step] = []
    reached, undecided, before = len(members), 0, 0
    for stage in FUNNEL:
        steps.append(
            Step(
                stage=stage,
                reached=reached,
                undecided=undecided,
                from_received=rate_of(reached, len(members)),
                from_previous=None if stage is Stage.received else rate_of(reached, before),
            )
        )
        before = reached
        reached -= furthest[stage]
        undecided += pending[stage]
    return tuple(steps)
