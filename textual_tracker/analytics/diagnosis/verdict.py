"""What a diagnosis says: values only, made by `diagnosis.diagnosis`."""

from typing import Literal

from msgspec import Struct

from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import Referral

Name = Literal["speed", "follow-up", "scripting", "process", "partner care", "traffic", "qualification"]

Status = Literal["fires", "on_target", "undecided", "too_few", "waits", "no_goal", "reported"]
"""`undecided`: enough of them, and still neither clear. `waits`: more referrals help only once no step fires.
`no_goal`: nothing to measure against. `reported`: told, and blamed on nobody."""


class Verdict(Struct, frozen=True, kw_only=True):
    """One thing that may be what breaks, with its evidence.

    `step` is what is measured, as the journal's `targets` call it; `measured` says it in words. `target` is a share
    that is to be reached, or with `at_most` not to be passed. `chance` is the chance that the true share misses it,
    given what was seen; `None` where too few were. `needed`: how many more it takes until something can be said; `None`
    where nothing more is needed, or where more of the same would tell nothing. `left_out`: those who are not judged
    yet. `leverage`: closings a month gained if this step alone reached its target; only of what fires, and `None` where
    nobody can know. `behind`: those who missed the step, newest first. `a_month` and `goal` are of traffic alone:
    referrals a month; `a_month` is `None` of a time that is too short to tell. `needed_of` says of what more are needed
    where it is none of those measured. `tells_why`: the advice counts those who missed the step by their reasons.
    """

    name: Name
    step: str
    measured: str
    status: Status
    rate: Rate | None
    target: float | None
    at_most: bool = False
    chance: float | None = None
    needed: int | None = None
    needed_of: Literal["", "days", "referrals", "decided referrals"] = ""
    leverage: float | None = None
    left_out: int = 0
    a_month: float | None = None
    goal: int | None = None
    behind: tuple[Referral, ...] = ()
    advice: str = ""
    tells_why: bool = False

    @property
    def fires(self) -> bool:
        """Whether this breaks, as far as can be known."""
        return self.status == "fires"

    @property
    def n(self) -> int:
        """How many were judged."""
        return 0 if self.rate is None else self.rate.n


class Diagnosis(Struct, frozen=True, kw_only=True):
    """The verdicts on a window: those that fire first, by leverage, then the others in the order of the funnel.

    `received` is the size of the cohort, `came` the same with those whom it leaves out. `history` is the part of the
    window of which anything is known; `closings_a_month` those dated in it, `None` where it is too short for a number
    a month.
    """

    window: Window
    history: Window
    officer: str | None
    received: int
    came: int
    closings_a_month: float | None
    verdicts: tuple[Verdict, ...]

    @property
    def fired(self) -> tuple[Verdict, ...]:
        """What breaks, that which would bring the most first."""
        return tuple(verdict for verdict in self.verdicts if verdict.fires)

    @property
    def first(self) -> Verdict | None:
        """The one thing to change; `None` where nothing fires."""
        return next(iter(self.fired), None)
