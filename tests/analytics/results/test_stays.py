"""How long somebody stayed where: over a return, and within a day."""

from tests.factories import application, appointment, attempts, day, ended_outcome, make_referral, outcome
from textual_tracker.analytics.results.stays import Stay, stays
from textual_tracker.core.stages import Stage

TODAY = day("2026-03-10")


def test_after_a_return_all_begins_anew() -> None:
    """Reached at once, lost after 10 days; back on 2 March and called that day, reached on the 4th."""
    back = make_referral(
        "Dana Ortiz",
        "2026-01-05",
        contact_attempts=attempts("2026-01-05 call reached", "2026-03-02 call no_answer", "2026-03-04 call reached"),
        outcome=outcome(earlier=[ended_outcome("lost", "2026-01-15", "2026-03-02", reason="not_ready")]),
    )
    assert list(stays(back, Stage.contacted, TODAY)) == [
        Stay(Stage.received, 0, is_over=True),
        Stay(Stage.contacted, 10, is_over=True),
        Stay(Stage.received, 0, is_over=True),
        Stay(Stage.attempting, 2, is_over=True),
        Stay(Stage.contacted, 6, is_over=False),
    ]


def test_a_later_call_on_the_day_of_an_application_is_no_stay_in_an_earlier_stage() -> None:
    busy = make_referral(
        "Kai Brooks",
        "2026-02-02",
        contact_attempts=attempts("2026-02-02 call reached", "2026-02-09 call reached"),
        appointment=appointment("held", set="2026-02-03", date="2026-02-05"),
        application=application("preapproved", started="2026-02-09", submitted="2026-02-09", preapproved="2026-02-10"),
    )
    assert [(stay.stage.name, stay.days) for stay in stays(busy, Stage.preapproved, TODAY)] == [
        ("received", 0),
        ("contacted", 1),
        ("appointment_set", 2),
        ("appointment_held", 4),
        ("application_started", 0),
        ("application_submitted", 1),
        ("preapproved", 28),
    ]
