"""What a verdict says in its row: in full, and in a form for where there is no room for that."""

from typing import NamedTuple

from textual_tracker.analytics.diagnosis import words
from textual_tracker.analytics.diagnosis.verdict import Verdict
from textual_tracker.analytics.forecast.words import chance_percent
from textual_tracker.analytics.results.words import share_of_text


class Wording(NamedTuple):
    """The same said in full and in short."""

    full: str
    short: str


def name(verdict: Verdict) -> Wording:
    """`scripting: talk to appointment`; the step alone, which says it too."""
    return Wording(words.title(verdict), words.TITLES[verdict.step] or verdict.name)


def counted(verdict: Verdict) -> str:
    """`52% of 139`; of few `3 of 5`; of traffic `14.0 a month`."""
    rate = verdict.rate
    if rate is None:
        if verdict.step == "referrals" and verdict.a_month is None:
            return "under a month"
        return "nobody yet" if verdict.a_month is None else f"{verdict.a_month:.1f} a month"
    return share_of_text(rate)


def finding(verdict: Verdict) -> Wording:
    """What would be gained, `0.5 closings a month more`; else what is likely, with the target: it has no column here.

    Else what `words.finding` says, without what goes without saying where it has to be short: `7 more needed`.
    """
    if verdict.fires and verdict.leverage is not None:
        little = "<0.1" if verdict.leverage < words.LITTLE else f"+{verdict.leverage:.1f}"
        return Wording(words.gain(verdict), f"{little} closings/month")
    if verdict.fires and verdict.chance is not None and verdict.target is not None:
        chance, side = chance_percent(verdict.chance), "over" if verdict.at_most else "below"
        target = f"{side} {verdict.target * 100:.4g}%"
        return Wording(f"{chance} likely {target}", f"{chance} {target}")
    said = words.finding(verdict)
    if verdict.needed is not None:
        about = "~" if verdict.status == "undecided" else ""
        return Wording(said, f"{about}{words.needed(verdict)}")
    return Wording(said, {"waits": "not first", "reported": "not blamed"}.get(verdict.status, said))
