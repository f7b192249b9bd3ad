"""Forecasts made by hand: on 10 March 2026 three loans are closed, and five are the likeliest."""

from typing import Any

from tests.factories import day, make_referral
from textual_tracker.analytics.forecast.outlook import Chance, Forecast, Outlook, Replay, TrackRecord
from textual_tracker.analytics.window import Window
from textual_tracker.core.stages import Stage

MARCH = Window(day("2026-03-01"), day("2026-03-31"))
APRIL = Window(day("2026-04-01"), day("2026-04-30"))
NINETY = Window(day("2026-03-11"), day("2026-06-08"))
CHANCES = (0.0, 0.0, 0.0, 0.04, 0.18, 0.31, 0.26, 0.14, 0.05, 0.02)
"""Of 0 to 9 closings; five or more: 78 %."""


def make_chance(name: str = "Priya Nair", probability: float = 0.92, **facts: Any) -> Chance:
    """The chance of somebody open; by its age in the stage unless told otherwise."""
    values: dict[str, Any] = {
        "referral": make_referral(name, source="sphere"),
        "stage": Stage.in_process,
        "days_in_stage": 12,
        "probability": probability,
        "basis": "age",
        "been": 34,
        "expected_close": None,
        "amount": 400_000,
    }
    return Chance(**{**values, **facts})


def make_outlook(window: Window = MARCH, distribution: tuple[float, ...] = CHANCES, **facts: Any) -> Outlook:
    """A window with this distribution; its goal is five closings, and two million dollars."""
    goal = facts.get("goal", 5)
    values: dict[str, Any] = {
        "window": window,
        "closed_already": 3,
        "expected": sum(number * chance for number, chance in enumerate(distribution)),
        "low": 4,
        "high": 7,
        "distribution": distribution,
        "arrivals": 0.25,
        "goal": 5,
        "chance_of_goal": None if goal is None else sum(distribution[goal:]),
        "closed_amount": 1_200_000,
        "expected_amount": 1_500_000.0,
        "amount_unknown": 0,
        "usual_amount": 310_000.0,
        "volume_goal": 2_000_000,
        "chances": (make_chance(),),
    }
    return Outlook(**{**values, **facts})


def make_replay(month: str = "2026-02-01", low: int = 4, high: int = 7, actual: int = 5, **facts: Any) -> Replay:
    """A past month: what was said of it, and what was."""
    values: dict[str, Any] = {
        "month": day(month),
        "expected": 5.5,
        "low": low,
        "high": high,
        "actual": actual,
        "referrals": 20,
        "brier": 0.08,
        "brier_fixed": 0.1,
        "log_score": -1.8,
        "log_score_three_month_mean": -2.1,
        "three_month_mean": 4.0,
        "expected_fixed": 7.0,
    }
    return Replay(**{**values, **facts})


def make_record(*replays: Replay, **facts: Any) -> TrackRecord:
    """The record of these replays; better than the fixed percentages by a fifth."""
    shown = replays or (make_replay("2026-01-01", 2, 5, 6), make_replay())
    values: dict[str, Any] = {
        "replays": shown,
        "inside": sum(replay.is_inside for replay in shown),
        "brier": 0.08,
        "brier_fixed": 0.1,
        "log_score": -1.8,
        "log_score_three_month_mean": -2.1,
        "error": 1.2,
        "error_three_month_mean": 1.6,
        "error_fixed": 2.0,
    }
    return TrackRecord(**{**values, **facts})


def make_forecast(**facts: Any) -> Forecast:
    """March is asked for; April and ninety days stand beside it."""
    march = facts.pop("chosen", make_outlook())
    later = {"closed_already": 0, "closed_amount": 0, "low": 2, "high": 6}
    april = make_outlook(APRIL, (0.02, 0.1, 0.2, 0.26, 0.22, 0.12, 0.08), **later)
    ninety = make_outlook(NINETY, goal=None, volume_goal=None, closed_already=0, closed_amount=0)
    values: dict[str, Any] = {
        "decided": 40,
        "chosen_window": march.window if march is not None else MARCH,
        "chosen": march,
        "this_month": march,
        "next_month": april,
        "ninety_days": ninety,
        "track_record": make_record(),
    }
    return Forecast(**{**values, **facts})
