"""What the track record says, and as plainly where the forecast was the worse one."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.analytics.forecast.outlook import Replay, TrackRecord
from textual_tracker.analytics.forecast.words import interval, short_month
from textual_tracker.analytics.wording import count

HIT, MISS = "✓", "✗"
FAR = 1.0
"""What is worse by more than this part is far worse: 1469% tells nobody more."""
SAME = 0.005
"""A difference of less than this part is none."""
NO_RECORD = "No past month can be replayed yet: on its first day ten referrals have to be decided already."


def inside_words(record: TrackRecord) -> str:
    """`10 of the last 12 months fell inside the 80% range`."""
    if record.months == 1:
        return f"the one month replayed fell {'inside' if record.inside else 'outside'} the 80% range"
    return f"{record.inside} of the last {record.months} months fell inside the 80% range"


def against_baselines(record: TrackRecord) -> Iterator[str]:
    """A sentence for each baseline there is: `better than fixed percentages by 22% (Brier 0.081, theirs 0.104)`."""
    if record.brier is not None and record.brier_fixed is not None:
        beside = f"Brier {record.brier:.3f}, theirs {record.brier_fixed:.3f}"
        yield f"{_compared(record.brier, record.brier_fixed, 'fixed percentages')} ({beside})"
    beside = f"off by {record.error:.1f} closings a month, that by {record.error_three_month_mean:.1f}"
    yield f"{_compared(record.error, record.error_three_month_mean, 'the three-month mean')} ({beside})"


def short_record(record: TrackRecord) -> str:
    """`10 of 12 months in the 80% range · beats fixed percentages by 22%`."""
    inside = f"{record.inside} of {count(record.months, 'month')} in the 80% range"
    skill = record.skill
    if skill is None:
        return inside
    if abs(skill) < SAME:
        return f"{inside} · as good as fixed percentages"
    if skill < -FAR:
        return f"{inside} · far worse than fixed percentages"
    return f"{inside} · {'beats' if skill > 0 else 'loses to'} fixed percentages by {abs(skill):.0%}"


def said_and_was(replay: Replay) -> str:
    """`said 4–7, was 5 ✓`."""
    sign = HIT if replay.is_inside else MISS
    return f"said {interval(replay.low, replay.high)}, was {replay.actual} {sign}"


def month_by_month(record: TrackRecord, today: dt.date) -> list[str]:
    """`Feb said 4–7, was 5 ✓`, newest first."""
    return [f"{short_month(replay.month, today)} {said_and_was(replay)}" for replay in reversed(record.replays)]


def _compared(ours: float, theirs: float, what: str) -> str:
    """Better, worse, or neither: errors, of which the smaller is the better one."""
    if theirs <= 0:
        return f"as good as {what}" if ours <= 0 else f"worse than {what}"
    part = 1 - ours / theirs
    if abs(part) < SAME:
        return f"no better and no worse than {what}"
    if part < -FAR:
        return f"far worse than {what}"
    return f"{'better' if part > 0 else 'worse'} than {what} by {abs(part):.0%}"
