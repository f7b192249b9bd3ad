"""The same months as the program itself replays them, when all of them are over."""

from collections.abc import Iterable, Iterator
from math import fsum

from benchmarks.calibration.officers import Desk, Officer
from benchmarks.simulator.clock import DAY
from textual_tracker.analytics.forecast.forecast import forecast
from textual_tracker.analytics.forecast.outlook import Replay, TrackRecord
from textual_tracker.analytics.snapshot import Snapshot


def track_record_of(officer: Officer, *, promises: bool = True) -> TrackRecord | None:
    """What `tracker forecast` shows as its track record on the day after the last month judged."""
    end = officer.clock.end
    return forecast(Snapshot(Desk(officer, promises=promises).journal(end), end + DAY)).track_record


def summary(records: Iterable[TrackRecord]) -> Iterator[str]:
    """The scores of all replays together."""
    replays = [replay for record in records for replay in record.replays]
    if not replays:
        return
    expected, actual = fsum(replay.expected for replay in replays), sum(replay.actual for replay in replays)
    inside = sum(replay.is_inside for replay in replays) / len(replays)
    ours = _pooled((replay.referrals, replay.brier) for replay in replays)
    fixed = _pooled((replay.referrals, replay.brier_fixed) for replay in replays)
    log_score, mean = _mean(replays, "log_score"), _mean(replays, "log_score_three_month_mean")
    yield (
        f"{len(replays)} months replayed: {inside:.1%} inside, {expected / actual - 1:+.1%} expected against actual, "
        f"Brier {ours:.4f}, fixed percentages {fixed:.4f} ({1 - ours / fixed:.0%} better), "
        f"log score {log_score:.3f}, three-month mean {mean:.3f}"
    )


def _pooled(scores: Iterable[tuple[int, float | None]]) -> float:
    known = [(count, score) for count, score in scores if score is not None]
    return fsum(count * score for count, score in known) / sum(count for count, _ in known)


def _mean(replays: list[Replay], name: str) -> float:
    return fsum(getattr(replay, name) for replay in replays) / len(replays)
