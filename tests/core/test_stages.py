"""The stages, and which words and dates of a journal reach them."""

from textual_tracker.core.records import ApplicationFacts
from textual_tracker.core.stages import APPLICATION_STAGE, ENDED_BADLY, ENDINGS, MILESTONE_STAGE, TOUCHES, Stage
from textual_tracker.core.vocabulary import APPLICATION_STATUSES, OUTCOME_STATUSES


def test_the_stages_are_numbered_as_in_the_manual() -> None:
    assert [(stage.value, stage.name) for stage in Stage if stage <= Stage.closed] == [
        (1, "received"),
        (2, "attempting"),
        (3, "contacted"),
        (4, "appointment_set"),
        (5, "appointment_held"),
        (6, "application_started"),
        (7, "application_submitted"),
        (8, "preapproved"),
        (9, "in_process"),
        (10, "clear_to_close"),
        (11, "closed"),
    ]


def test_every_status_of_an_application_but_not_started_reaches_one() -> None:
    assert set(APPLICATION_STAGE) == set(APPLICATION_STATUSES) - {"not_started"}
    assert set(APPLICATION_STAGE) > ENDED_BADLY


def test_every_outcome_but_open_is_an_ending() -> None:
    assert set(ENDINGS) == set(OUTCOME_STATUSES) - {"open"}


def test_milestones_are_touches_and_touches_are_dates_of_the_record() -> None:
    assert set(MILESTONE_STAGE) < set(TOUCHES)
    assert set(TOUCHES) == set(ApplicationFacts.__struct_fields__) - {
        "status",
        "expires",
        "expected_close",
        "lock_expires",
        "note",
    }
