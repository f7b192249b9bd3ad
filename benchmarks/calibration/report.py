"""The figures as lines to read."""

from collections.abc import Iterator, Sequence

from benchmarks.calibration.months import Month, Told
from benchmarks.calibration.scores import (
    COVERED,
    ERROR,
    Group,
    against_truth,
    all_told,
    brier,
    by_working_days,
    coverage,
    group,
    mean_errors,
    mean_log_scores,
    outside,
    promised_coverage,
    reliability,
)


def report(months: Sequence[Month]) -> Iterator[str]:
    """What is to be known of the forecasts of these months, of which there is one at least."""
    yield from counts(months)
    told = all_told(months)
    yield from _chances(told)
    yield from _reliability(told)
    yield from _stages(told)


def counts(months: Sequence[Month]) -> Iterator[str]:
    """What is to be known of the numbers of closings."""
    officers = len({month.officer for month in months})
    yield f"{len(months)} months of {officers} officers; {sum(month.actual for month in months)} closings"
    share, (below, above) = coverage(months), outside(months)
    yield _line(
        "inside the 80% range",
        f"{share:.1%}",
        _verdict(COVERED[0] <= share <= COVERED[1]),
        f"goal {COVERED[0]:.0%} to {COVERED[1]:.0%}; by their own account {promised_coverage(months):.1%}; "
        f"{below} below, {above} above",
    )
    whole = group("all", months)
    yield _line(
        "expected against actual",
        f"{whole.error:+.1%}",
        _verdict(abs(whole.error) <= ERROR),
        f"goal within {ERROR:.0%}",
    )
    yield from (_line(f"  {one.label}", f"{one.error:+.1%}", "", _by_chance(one)) for one in by_working_days(months))
    ours, mean = mean_log_scores(months)
    yield _line("log score a month", f"{ours:.3f}", _verdict(ours > mean), f"three-month mean {mean:.3f}")
    error, error_mean, error_fixed = mean_errors(months)
    yield _line(
        "closings off a month",
        f"{error:.2f}",
        _verdict(error < min(error_mean, error_fixed)),
        f"three-month mean {error_mean:.2f}, fixed percentages {error_fixed:.2f}",
    )


def _chances(told: Sequence[Told]) -> Iterator[str]:
    ours = brier((one.chance, one.closed) for one in told)
    fixed = brier((one.fixed, one.closed) for one in told)
    shipped = brier((one.shipped, one.closed) for one in told)
    hazards = brier((one.truth, one.closed) for one in told)
    yield _line(
        f"Brier score of {len(told)} chances",
        f"{ours:.4f}",
        _verdict(ours < fixed),
        f"fixed percentages {fixed:.4f} ({1 - ours / fixed:.0%} better), as shipped {shipped:.4f}; "
        f"the hazards {hazards:.4f}",
    )
    for label, some in (
        ("without an expected day", [one for one in told if not one.has_date]),
        ("with an expected day", [one for one in told if one.has_date]),
    ):
        if some:
            beside = against_truth(label, some)
            off = f"against the hazards, {beside.distance:.3f} off each of {beside.count}"
            yield _line(f"  {label}", f"{beside.bias:+.1%}", "", off)


def _reliability(told: Sequence[Told]) -> Iterator[str]:
    bins = reliability(told)
    yield f"by tenths of the chances  promised  {'  '.join(f'{one.promised:.3f}' for one in bins)}"
    yield f"                          came      {'  '.join(f'{one.came:.3f}' for one in bins)}"


def _stages(told: Sequence[Told]) -> Iterator[str]:
    yield f"{'by stage':<24} {'chances':>8} {'promised':>9} {'came':>6} {'by the hazards':>15}"
    for stage in sorted({one.stage for one in told}):
        some = [one for one in told if one.stage is stage]
        came = sum(one.closed for one in some)
        promised, true = sum(one.chance for one in some), sum(one.truth for one in some)
        yield f"  {stage.name:<22} {len(some):>8} {promised:>9.1f} {came:>6} {true:>15.1f}"


def _line(what: str, figure: str, verdict: str, beside: str) -> str:
    return f"{what:<30} {figure:>8}  {verdict:<6}  {beside}"


def _verdict(kept: bool) -> str:
    return "kept" if kept else "MISSED"


def _by_chance(one: Group) -> str:
    return f"{one.months} months, {one.expected:.0f} expected, {one.actual} came; chance alone: ±{one.by_chance:.1%}"
