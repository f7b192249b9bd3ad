"""The chances of the forecast beside lifelines, and beside a chain carried forward a day at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from lifelines import AalenJohansenFitter, KaplanMeierFitter

from textual_tracker.analytics.forecast.chances import Chances
from textual_tracker.analytics.forecast.hazards import CLOSED, ENDED, OLDEST, Counts, Hazards, Weights, hazards_of
from textual_tracker.core.stages import Stage

CTC, IN_PROCESS, PREAPPROVED = Stage.clear_to_close, Stage.in_process, Stage.preapproved
NO_LEANING = Weights(age=0.0, stage=0.0, unseen=0.0)
STAYED = 0


def people(seed: int, count: int = 60) -> list[tuple[int, int]]:
    """So many in one stage: the days they stayed, no two the same, and how they left (`STAYED`: still there)."""
    random = np.random.default_rng(seed)
    days = random.permutation(np.arange(1, 2 * count))[:count]
    ways = random.choice([CLOSED, ENDED, STAYED], size=count, p=[0.5, 0.25, 0.25])
    return [(int(day), int(way)) for day, way in zip(days, ways, strict=True)]


def counted(seen: Sequence[tuple[int, int]]) -> Counts:
    """The same as the forecast counts them."""

    def of(way: int) -> list[int]:
        ages = [0] * (OLDEST + 2)
        for day, how in seen:
            if how == way:
                ages[day] += 1
        return ages

    ways = sorted({how for _, how in seen if how != STAYED})
    return Counts({way: of(way) for way in ways}, of(STAYED), 0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_where_nobody_moves_on_a_chance_is_what_the_cumulative_incidence_says(seed: int) -> None:
    seen = people(seed)
    days, ways = zip(*seen, strict=True)
    incidence = AalenJohansenFitter(calculate_variance=False).fit(days, ways, event_of_interest=CLOSED)
    survival = KaplanMeierFitter().fit(days, [way != STAYED for way in ways])
    closed = incidence.cumulative_density_.iloc[:, 0]

    def incidence_at(day: int) -> float:
        return float(closed[closed.index <= day].iloc[-1])

    chances = Chances(hazards_of({CTC: counted(seen)}, NO_LEANING), 40)
    for age in (0, 1, 7, 30, 55):
        there = float(survival.survival_function_at_times(age).iloc[0])
        for ahead in (1, 10, 31, 40):
            expected = (incidence_at(age + ahead) - incidence_at(age)) / there
            assert chances.within(CTC, age, ahead) == pytest.approx(expected, abs=1e-9), (age, ahead)


@pytest.mark.parametrize("seed", [4, 5])
def test_where_nobody_is_left_unknown_everybody_closes_whom_lifelines_sees_closing(seed: int) -> None:
    seen = [(day, way) for day, way in people(seed) if way != STAYED]
    days, ways = zip(*seen, strict=True)
    incidence = AalenJohansenFitter(calculate_variance=False).fit(days, ways, event_of_interest=CLOSED)
    chances = Chances(hazards_of({CTC: counted(seen)}, NO_LEANING), 1)
    assert chances.ever(CTC, 0) == pytest.approx(float(incidence.cumulative_density_.iloc[-1, 0]), abs=1e-9)


def carried(hazards: Mapping[Stage, Hazards], stage: Stage, age: int, days: int) -> float:
    """The chance to have closed after so many days: every (stage, age) with its chance, carried forward day by day."""
    now = {(stage, age): 1.0}
    closed = 0.0
    for _ in range(days):
        evening: defaultdict[tuple[Stage, int], float] = defaultdict(float)
        for (where, since), chance in now.items():
            older = min(since + 1, OLDEST + 1)
            stays = 1.0
            for way, each in hazards[where].ways.items():
                stays -= each[older]
                if way == CLOSED:
                    closed += chance * each[older]
                elif way != ENDED:
                    evening[Stage(way), 0] += chance * each[older]
            evening[where, older] += chance * stays
        now = dict(evening)
    return closed


def moving() -> dict[Stage, Hazards]:
    """Three stages with any hazards: contracts fall through, some close early, some are lost."""
    random = np.random.default_rng(6)

    def daily(most: float) -> list[float]:
        return [0.0, *(float(hazard) for hazard in random.uniform(0, most, OLDEST + 1))]

    stays = [0.0] * (OLDEST + 2)
    found = {stage: Hazards([9] * (OLDEST + 2), {ENDED: stays}, 9) for stage in Stage if stage < Stage.closed}
    ways = {
        PREAPPROVED: {int(IN_PROCESS): daily(0.1), int(CTC): daily(0.01), ENDED: daily(0.03)},
        IN_PROCESS: {int(PREAPPROVED): daily(0.03), int(CTC): daily(0.1), CLOSED: daily(0.02), ENDED: daily(0.02)},
        CTC: {CLOSED: daily(0.4), int(PREAPPROVED): daily(0.02), ENDED: daily(0.01)},
    }
    return {**found, **{stage: Hazards([9] * (OLDEST + 2), each, 9) for stage, each in ways.items()}}


@pytest.mark.parametrize("stage", [PREAPPROVED, IN_PROCESS, CTC])
@pytest.mark.parametrize("age", [0, 3, 40, OLDEST - 2, OLDEST, OLDEST + 30])
def test_a_chance_over_several_stages_is_that_of_the_chain(stage: Stage, age: int) -> None:
    hazards = moving()
    chances = Chances(hazards, 45)
    for days in (0, 1, 2, 17, 45):
        assert chances.within(stage, age, days) == pytest.approx(carried(hazards, stage, age, days), abs=1e-12)


def test_to_close_at_all_is_to_close_within_a_long_time() -> None:
    hazards = moving()
    chances = Chances(hazards, 1)
    for stage in (PREAPPROVED, IN_PROCESS, CTC):
        assert chances.ever(stage, 10) == pytest.approx(carried(hazards, stage, 10, 500), abs=1e-5)


def test_nobody_who_stays_for_ever_closes() -> None:
    chances = Chances(moving(), 45)
    assert chances.within(Stage.received, 3, 45) == 0
    assert chances.ever(Stage.received, 3) == 0
