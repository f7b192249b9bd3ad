"""From closings back to what they take, step by step, each with the range in which it may lie.

Every step has a share: of so many applications so many closed. The need of a step is the closings wanted, divided by
the shares of all steps from there to the closing. Its range is put together on the log scale, where the product of
shares is a sum: with each share's 95 % interval, the distances from the logs of the shares to the logs of their bounds
are squared, added and rooted (MOVER: G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008), 1693-1702). That all
shares are at their worst at once is as good as impossible, and is not what it says. Shares of which one follows the
other are independent (who closed does not change how many applied), which is all that is asked for.
"""

from collections.abc import Sequence
from math import exp, log

from msgspec import Struct

from textual_tracker.analytics.statistics.rate import wilson


class Range(Struct, frozen=True):
    """What is likely, and from where to where it may lie."""

    low: float
    likely: float
    high: float

    def per(self, divisor: float) -> "Range":
        """The same for one of `divisor` parts."""
        return Range(self.low / divisor, self.likely / divisor, self.high / divisor)


class Step(Struct, frozen=True):
    """Of `used` things, such as applications, came `made` of the next, such as closings, in the same time."""

    what: str
    used: int
    made: int

    @property
    def is_known(self) -> bool:
        """Whether there was anything of both: without, nothing can be said of what the next takes."""
        return self.used > 0 and self.made > 0

    @property
    def share(self) -> Range:
        """How many of the next there are for one of these, with its 95 % interval; only where `is_known`.

        Where there are no more of the next than of these it is a share, and the interval is Wilson's. Where there are
        more (people who call back make conversations that took no call) it is the ratio of two counts: the share of
        the next among both is Wilson's, and the ratio its odds.
        """
        likely = self.made / self.used
        if self.made <= self.used:
            low, high = wilson(self.made, self.used)
            return Range(low, likely, high)
        low, high = wilson(self.made, self.made + self.used)
        return Range(low / (1 - low), likely, high / (1 - high))


class Need(Struct, frozen=True):
    """How many of a step's things the goal takes; `None` where this step, or one after it, is not known."""

    step: Step
    number: Range | None

    @property
    def what(self) -> str:
        """Of what so many are needed."""
        return self.step.what


def plan(wanted: float, steps: Sequence[Step]) -> tuple[Need, ...]:
    """What `wanted` > 0 of the last thing takes of each before it. `steps` lead back from it, the last step first."""
    found: list[Need] = []
    middle, above, below = log(wanted), 0.0, 0.0
    is_known = True
    for step in steps:
        is_known = is_known and step.is_known
        if is_known:
            share = step.share
            middle -= log(share.likely)
            above += log(share.likely / share.low) ** 2
            below += log(share.high / share.likely) ** 2
        number = Range(exp(middle - below**0.5), exp(middle), exp(middle + above**0.5)) if is_known else None
        found.append(Need(step, number))
    return tuple(found)
