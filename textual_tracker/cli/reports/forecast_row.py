"""The JSON of `forecast`: the window that was asked for, the others beside it, the track record."""

from collections.abc import Sequence

from textual_tracker.analytics.forecast.months import is_month
from textual_tracker.analytics.forecast.outlook import Chance, Forecast, Outlook, TrackRecord
from textual_tracker.analytics.forecast.reckoning import NO_GOALS, goals_of
from textual_tracker.analytics.results.endings import endings
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.cli.reports.rows import Row

NEGLIGIBLE = 1e-10
"""So much of the whole chance may be left out at the end of a distribution."""


def forecast_row(snapshot: Snapshot, found: Forecast, officer: str | None) -> Row:
    """All of it; where there is too little history the numbers are null."""
    window, chosen = found.chosen_window, found.chosen
    numbers = _nothing(snapshot, window, officer) if chosen is None else _numbers(chosen)
    return {
        **numbers,
        "referrals": [] if chosen is None else [chance_row(chance) for chance in chosen.chances],
        "this_month": None if found.this_month is None else _numbers(found.this_month),
        "next_month": None if found.next_month is None else _numbers(found.next_month),
        "ninety_days": None if found.ninety_days is None else _numbers(found.ninety_days),
        "track_record": None if found.track_record is None else _record_row(found.track_record),
        "enough_history": found.enough_history,
        "decided": found.decided,
        "missing": found.missing,
    }


def chance_row(chance: Chance) -> Row:
    """The chance of one open referral, and what it rests on."""
    return {
        "id": chance.referral.id,
        "stage": chance.stage.name,
        "probability": chance.probability,
        "basis": chance.basis,
        "been": chance.been,
        "days_in_stage": chance.days_in_stage,
        "expected_close": chance.expected_close,
        "amount": chance.amount,
    }


def _numbers(outlook: Outlook) -> Row:
    return {
        "from": outlook.window.start,
        "to": outlook.window.end,
        "closed_already": outlook.closed_already,
        "expected": outlook.expected,
        "interval80": [outlook.low, outlook.high],
        "distribution": _distribution(outlook.distribution, outlook.closed_already),
        "goal": outlook.goal,
        "chance_of_goal": outlook.chance_of_goal,
        "arrivals": outlook.arrivals,
        "closed_amount": outlook.closed_amount,
        "expected_amount": outlook.expected_amount,
        "amount_unknown": outlook.amount_unknown,
        "volume_goal": outlook.volume_goal,
    }


def _nothing(snapshot: Snapshot, window: Window, officer: str | None) -> Row:
    """What is known of a window without any forecast of it."""
    closed = endings(snapshot, "closed", window, officer)
    goals = goals_of(snapshot.journal.settings) if is_month(window) else NO_GOALS
    return {
        "from": window.start,
        "to": window.end,
        "closed_already": len(closed),
        "expected": None,
        "interval80": None,
        "distribution": None,
        "goal": goals.closings,
        "chance_of_goal": None,
        "arrivals": None,
        "closed_amount": sum(ending.facts.amount or 0 for ending in closed),
        "expected_amount": None,
        "amount_unknown": None,
        "volume_goal": goals.volume,
    }


def _distribution(chances: Sequence[float], least: int) -> list[Row]:
    """From the least there can be on, without the end of it that is next to impossible."""
    last, left_out = len(chances) - 1, 0.0
    while last > least and left_out + chances[last] <= NEGLIGIBLE:
        left_out += chances[last]
        last -= 1
    return [{"closings": closings, "probability": chances[closings]} for closings in range(least, last + 1)]


def _record_row(record: TrackRecord) -> Row:
    return {
        "months": record.months,
        "inside80": record.inside,
        "brier": record.brier,
        "brier_fixed_stage": record.brier_fixed,
        "log_score": record.log_score,
        "log_score_three_month_mean": record.log_score_three_month_mean,
        "error": record.error,
        "error_three_month_mean": record.error_three_month_mean,
        "error_fixed_stage": record.error_fixed,
        "replays": [
            {
                "month": f"{replay.month:%Y-%m}",
                "expected": replay.expected,
                "interval80": [replay.low, replay.high],
                "actual": replay.actual,
                "inside80": replay.is_inside,
                "referrals": replay.referrals,
                "brier": replay.brier,
                "brier_fixed_stage": replay.brier_fixed,
                "log_score": replay.log_score,
                "log_score_three_month_mean": replay.log_score_three_month_mean,
                "three_month_mean": replay.three_month_mean,
                "expected_fixed_stage": replay.expected_fixed,
            }
            for replay in record.replays
        ],
    }
