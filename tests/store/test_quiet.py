"""Moments are in seconds."""

import pytest

from textual_tracker.store.watching.quiet import Looks


@pytest.fixture
def looks() -> Looks:
    return Looks(7.0, now=100.0, share=0.0025)


def test_without_events_a_look_is_due_now_and_then(looks: Looks) -> None:
    assert looks.due() == 107.0
    assert looks.is_routine()


def test_a_look_waits_until_it_is_quiet(looks: Looks) -> None:
    looks.event(100.0)
    assert looks.due() == pytest.approx(100.12)
    assert not looks.is_routine()
    looks.event(100.1)
    assert looks.due() == pytest.approx(100.22)


def test_events_without_end_delay_a_look_by_a_second_at_most(looks: Looks) -> None:
    for tenth in range(30):
        looks.event(100.0 + tenth / 10)

    assert looks.due() == pytest.approx(101.0)


def test_what_happens_during_a_look_asks_for_another(looks: Looks) -> None:
    looks.event(100.0)
    looks.start()
    assert looks.due() == 107.0
    looks.event(100.3)
    looks.done(100.2, 100.4)

    assert looks.due() == pytest.approx(100.42)


def test_a_promised_look_comes_even_without_events_and_the_earlier_of_two_counts(looks: Looks) -> None:
    looks.promise(100.3)
    looks.promise(100.5)
    assert looks.due() == 100.3
    assert not looks.is_routine()
    looks.start()
    assert looks.due() == 107.0


def test_long_looks_are_rarer(looks: Looks) -> None:
    looks.done(107.0, 107.01)
    assert looks.due() == pytest.approx(114.01)
    looks.done(200.0, 200.1)
    assert looks.due() == pytest.approx(240.1)
