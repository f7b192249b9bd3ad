"""The JSON of `results`, as `schema/output/results.schema.json` describes it."""

from textual_tracker.analytics.results.groups import Group
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.cli.reports.rows import Row


def results_row(found: Results) -> Row:
    """All of the results."""
    ratios = found.ratios
    return {
        "from": found.window.start,
        "to": found.window.end,
        "officer": found.officer,
        "received": found.received,
        "closed": found.closed,
        "lost": found.lost,
        "open": found.open,
        "nurture": found.nurture,
        "close_rate": rate_row(found.close_rates.decided),
        "so_far": rate_row(found.close_rates.so_far),
        "controllable": rate_row(found.close_rates.controllable),
        "left_out": {"no_referrals": found.no_referrals, "faulty": [referral.id for referral in found.faulty]},
        "funnel": [
            {
                "stage": step.stage.name,
                "reached": step.reached,
                "undecided": step.undecided,
                "from_received": rate_row(step.from_received),
                "from_previous": rate_row(step.from_previous),
            }
            for step in found.funnel
        ],
        "reasons": [{"reason": loss.reason, "cause": loss.cause, "count": loss.count} for loss in found.losses],
        "by_source": list(map(_group_row, found.by_source)),
        "by_partner": list(map(_group_row, found.by_partner)),
        "by_month": list(map(_group_row, found.by_month)),
        "by_officer": list(map(_group_row, found.by_officer)),
        "snapshot": [
            {"month": month.month, "received": month.received, "closed": month.closed, "share": month.share}
            for month in found.snapshots
        ],
        "speed": {
            "median_days": found.speed.to_first_attempt.value,
            "n": found.speed.to_first_attempt.n,
            "within_one": rate_row(found.speed.within_one),
        },
        "attempts": {
            "never_reached": found.attempts.never_reached,
            "per_referral": found.attempts.per_referral,
            "gave_up_before_six": rate_row(found.attempts.gave_up_early),
        },
        "stage_times": [
            {"stage": time.stage.name, "median_days": time.median_days, "n": time.n, "waiting": time.waiting}
            for time in found.stage_times
        ],
        "days_to_close": {"median": found.days_to_close.value, "n": found.days_to_close.n},
        "ratios": {
            "calls_per_conversation": ratios.calls_per_conversation.value,
            "conversations_per_appointment": ratios.conversations_per_appointment.value,
            "appointments_per_application": ratios.appointments_per_application.value,
            "applications_per_closing": ratios.applications_per_closing.value,
            "calls_per_closing": ratios.calls_per_closing.value,
        },
        "totals": {
            "calls": ratios.calls_per_conversation.numerator,
            "conversations": ratios.calls_per_conversation.denominator,
            "appointments": ratios.conversations_per_appointment.denominator,
            "applications": ratios.appointments_per_application.denominator,
            "closings": ratios.applications_per_closing.denominator,
        },
        "weekly": [
            {
                "week": week.start,
                "calls": week.calls,
                "conversations": week.conversations,
                "appointments": week.appointments,
                "applications": week.applications,
                "closings": week.closings,
            }
            for week in found.weekly
        ],
        "second_chances": {
            "reopened": found.second_chances.reopened,
            "closed": found.second_chances.closed,
            "lost": found.second_chances.lost,
            "closed_before": found.second_chances.closed_before,
        },
    }


def rate_row(rate: Rate | None) -> Row | None:
    """A share with its number and its 95 % interval; null of nobody."""
    return None if rate is None else {"rate": rate.rate, "n": rate.n, "low": rate.low, "high": rate.high}


def _group_row(row: Group) -> Row:
    known = row.ranked
    return {
        "key": row.key,
        "received": row.received,
        "contacted": row.contacted,
        "appointments_held": row.appointments_held,
        "applications": row.applications,
        "closed": row.closed,
        "lost": row.lost,
        "open": row.open,
        "nurture": row.nurture,
        "amount": row.amount,
        "median_days": row.median_days,
        "close_rate": rate_row(row.close_rate),
        "credible": None if known is None else {"mean": known.mean, "low": known.low, "high": known.high},
    }
