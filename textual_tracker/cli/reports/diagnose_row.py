"""The JSON of `diagnose`: every verdict with its evidence."""

from textual_tracker.analytics.diagnosis.verdict import Diagnosis, Verdict
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.cli.reports.rows import Row, text_of


def diagnosis_row(diagnosis: Diagnosis) -> Row:
    """All of it, in its order: what fires first."""
    return {
        "from": diagnosis.window.start,
        "to": diagnosis.window.end,
        "officer": diagnosis.officer,
        "received": diagnosis.received,
        "closings_a_month": diagnosis.closings_a_month,
        "verdicts": [verdict_row(verdict) for verdict in diagnosis.verdicts],
    }


def verdict_row(verdict: Verdict) -> Row:
    """One verdict; what nobody can know is null."""
    return {
        "verdict": verdict.name,
        "step": verdict.step,
        "measured": verdict.measured,
        "status": verdict.status,
        "fires": verdict.fires,
        "rate": _rate(verdict.rate),
        "n": verdict.n,
        "target": verdict.target,
        "at_most": verdict.at_most,
        "chance": verdict.chance,
        "needed_of": verdict.needed_of or None,
        "needed": verdict.needed,
        "leverage": verdict.leverage,
        "left_out": verdict.left_out,
        "a_month": verdict.a_month,
        "goal": verdict.goal,
        "advice": text_of(verdict.advice),
        "referrals": [referral.id for referral in verdict.behind],
    }


def _rate(rate: Rate | None) -> Row | None:
    return None if rate is None else {"rate": rate.rate, "n": rate.n, "low": rate.low, "high": rate.high}
