"""The story of the sample journal is found: from the talk to the appointment too many are lost."""

import pytest

from benchmarks.simulator.sample.build import LAST_DAY
from textual_tracker.analytics.diagnosis.diagnosis import diagnosis
from textual_tracker.analytics.diagnosis.verdict import Diagnosis
from textual_tracker.analytics.diagnosis.words import headline
from textual_tracker.analytics.results.cohort import cohort
from textual_tracker.analytics.results.funnel import funnel
from textual_tracker.analytics.results.speed import speed
from textual_tracker.analytics.rules import STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import last_twelve_months
from textual_tracker.config.resources import sample_journal_folder
from textual_tracker.core.stages import Stage
from textual_tracker.workspace import Workspace

WINDOW = last_twelve_months(LAST_DAY)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return Snapshot(Workspace.open(sample_journal_folder(), today=lambda: LAST_DAY, use_index=False).journal, LAST_DAY)


@pytest.fixture(scope="module")
def found(snapshot: Snapshot) -> Diagnosis:
    return diagnosis(snapshot, WINDOW)


def test_scripting_is_the_one_thing_to_change(found: Diagnosis) -> None:
    assert found.first is not None
    assert (found.first.name, found.first.step) == ("scripting", "contacted_to_set")
    assert found.first.chance is not None
    assert found.first.chance > 0.9
    assert found.first.leverage is not None
    assert found.first.leverage > 0
    assert headline(found).startswith("Change one thing: scripting. ")
    assert "rate" in found.first.advice


def test_no_other_step_of_the_funnel_fires(found: Diagnosis) -> None:
    statuses = {one.step: one.status for one in found.verdicts}
    assert statuses["within_one"] == "on_target"
    assert statuses["set_to_held"] == "on_target"
    assert statuses["held_to_application"] == "on_target"
    assert statuses["submitted_to_closed"] == "on_target"
    assert statuses["six_attempts"] == "undecided"
    assert statuses["referrals"] == "waits"
    assert statuses["lost_to_it"] == "reported"


def test_five_of_those_open_early_on_are_stalled(found: Diagnosis, snapshot: Snapshot) -> None:
    """More than one in ten: it fires, and behind what has a number."""
    stalled = next(one for one in found.verdicts if one.step == "stalled")
    early = [
        one
        for one in snapshot.referrals
        if one.received in WINDOW
        and snapshot.standing(one).is_open
        and snapshot.standing(one).stage < Stage.application_submitted
    ]
    waiting = [one for one in early if any(firing.level == STALLED for firing in snapshot.fires(one))]
    assert (stalled.rate.hits if stalled.rate else 0, stalled.n) == (len(waiting), len(early))
    assert stalled.behind == tuple(sorted(waiting, key=lambda one: (one.received, one.id), reverse=True))


def test_the_speed_is_that_of_the_results(found: Diagnosis, snapshot: Snapshot) -> None:
    verdict = next(one for one in found.verdicts if one.step == "within_one")
    assert verdict.rate == speed(cohort(snapshot, WINDOW), snapshot).within_one


def test_those_judged_and_those_not_yet_are_the_funnel_of_the_results(found: Diagnosis, snapshot: Snapshot) -> None:
    """So that its 48% of 151 and this share can be told apart."""
    steps = {one.stage: one.reached for one in funnel(cohort(snapshot, WINDOW))}
    for step, stage in (
        ("contacted_to_set", Stage.contacted),
        ("set_to_held", Stage.appointment_set),
        ("held_to_application", Stage.appointment_held),
    ):
        verdict = next(one for one in found.verdicts if one.step == step)
        assert verdict.n + verdict.left_out == steps[stage]
