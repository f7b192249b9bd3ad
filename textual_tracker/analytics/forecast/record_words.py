"""What the track record says, and as plainly where the forecast was the worse one."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.analytics.forecast.outlook import Replay, TrackRecord
from textual_tracker.analytics.forecast.track_record import MONTHS
from textual_tracker.analytics.forecast.words import interval, short_month

HIT, MISS = "✓", "✗"
FAR = 1.0
"""What is worse by more than this part is far worse: 1469% tells nobody more."""
SAME = 0.005
"""A difference of less than this part is none."""
FEWEST_INSIDE = 0.5
"""Of a range that holds four times in five, fewer than this part of the months inside is a poor record."""
CARE = "take it with care"
NO_RECORD = "No past month can be replayed yet: on its first day ten referrals have to be decided already."


def trust(record: TrackRecord | None) -> str:
    """What stands beside a range: `9 of the last 11 months fell inside such a range`.

    That it takes care is said where fewer than half of the months did, or the chances were no better than fixed
    percentages.
    """
    if record is None:
        return "no past month can tell yet how good such a range is"
    inside = f"{_inside(record)} such a range"
    if _is_mostly_outside(record):
        return f"{CARE}: {'only ' if record.inside else ''}{inside}"
    return f"{CARE}: its chances were no better than fixed percentages" if _is_no_better(record) else inside


def takes_care(record: TrackRecord | None) -> bool:
    """Whether the record is so poor that the headline says so."""
    return record is not None and (_is_mostly_outside(record) or _is_no_better(record))


def inside_words(record: TrackRecord) -> str:
    """`10 of the last 12 months fell inside the 80% range`."""
    return f"{_inside(record)} the 80% range"


def months_missing(record: TrackRecord) -> str:
    """Why fewer than twelve months were replayed; "" where all of them were."""
    missing = MONTHS - record.months
    if missing <= 0:
        return ""
    why = f"fewer than ten were decided when {'it' if missing == 1 else 'they'} began"
    return f"{missing} of the last {MONTHS} {'is' if missing == 1 else 'are'} missing: {why}"


def against_baselines(record: TrackRecord) -> Iterator[str]:
    """A sentence for each baseline there is: `better than fixed percentages by 22% (Brier 0.081, theirs 0.104)`."""
    if record.brier is not None and record.brier_fixed is not None:
        beside = f"Brier {record.brier:.3f}, theirs {record.brier_fixed:.3f}"
        yield f"{_compared(record.brier, record.brier_fixed, 'fixed percentages')} ({beside})"
    beside = f"off by {record.error:.1f} closings a month, that by {record.error_three_month_mean:.1f}"
    yield f"{_compared(record.error, record.error_three_month_mean, 'the three-month mean')} ({beside})"


def short_record(record: TrackRecord) -> str:
    """`10 of the last 12 months fell inside · beats fixed percentages by 22%`."""
    skill = record.skill
    if skill is None:
        return _inside(record)
    if skill >= SAME:
        return f"{_inside(record)} · beats fixed percentages by {skill:.0%}"
    return f"{_inside(record)} · {'as good as' if skill > -SAME else 'worse than'} fixed percentages"


def said_and_was(replay: Replay) -> str:
    """`said 4–7, was 5 ✓`."""
    sign = HIT if replay.is_inside else MISS
    return f"said {interval(replay.low, replay.high)}, was {replay.actual:,} {sign}"


def month_by_month(record: TrackRecord, today: dt.date) -> list[str]:
    """`Feb said 4–7, was 5 ✓`, newest first."""
    return [f"{short_month(replay.month, today)} {said_and_was(replay)}" for replay in reversed(record.replays)]


def _inside(record: TrackRecord) -> str:
    if record.months == 1:
        return f"the one month replayed fell {'inside' if record.inside else 'outside'}"
    return f"{record.inside or 'none'} of the last {record.months} months fell inside"


def _is_mostly_outside(record: TrackRecord) -> bool:
    return record.inside < FEWEST_INSIDE * record.months


def _is_no_better(record: TrackRecord) -> bool:
    """Where both were never wrong, or nobody was open, nothing is held against the chances."""
    if not record.brier or record.brier_fixed is None:
        return False
    return record.brier > (1 - SAME) * record.brier_fixed


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
