"""What the lines of the list are about, each with the key by which it stays selected."""

from typing import Final, NamedTuple, TypeAlias

from textual_tracker.analytics.diagnosis import words
from textual_tracker.analytics.diagnosis.verdict import Verdict
from textual_tracker.analytics.partners.told import Due
from textual_tracker.analytics.results.funnel import Step
from textual_tracker.analytics.results.groups import Group, Key
from textual_tracker.analytics.results.losses import Loss
from textual_tracker.analytics.results.months import MonthSnapshot
from textual_tracker.analytics.results.words import reason_label
from textual_tracker.analytics.wording import stage_label
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.tui.widgets.ink import Line

FUNNEL, DIAGNOSIS, WHY_NOT = "FUNNEL", "DIAGNOSIS", "WHY NOT"
SPEED, IN_STAGE, ACTIVITY = "SPEED", "DAYS IN STAGE", "ACTIVITY TO CLOSINGS"
MONTHS = "CLOSED IN THE MONTH"
GROUPS, RANKED, PEOPLE, LATE = "groups", "ranked", "people", "late"
"""Sections whose headings are named otherwise: by what, and what those behind a line have in common."""
GROUPINGS: Final = ("source", "partner", "month", "officer")
"""By what the cohort can be put together."""


class Title(NamedTuple):
    """The heading of a section. `section` names its columns; `note` stands behind it."""

    section: str
    text: str
    note: str = ""
    number: int = 0

    @property
    def key(self) -> str:
        """Its key, which no row has."""
        return f"\0title {self.text} {self.number}"


class Says(NamedTuple):
    """A line of words below another; an empty one is space."""

    key: str
    line: Line = ()


class StepLine(NamedTuple):
    """A stage of the funnel, of so many who were `received`."""

    step: Step
    received: int

    @property
    def key(self) -> str:
        """The stage."""
        return step_key(self.step.stage)


class LossLine(NamedTuple):
    """A reason; `lost` are all who were lost, `most` the largest number of one reason."""

    loss: Loss
    lost: int
    most: int

    @property
    def key(self) -> str:
        """The reason."""
        return loss_key(self.loss.reason)


class GroupLine(NamedTuple):
    """A row of the grouping in force, with its `name` as people say it."""

    by: str
    group: Group
    name: str
    is_early: bool = False
    """Whether its close rate tells little yet."""

    @property
    def key(self) -> str:
        """By what, and which."""
        return group_key(self.by, self.group.key)


class MonthLine(NamedTuple):
    """What happened in a month, with its `name` as people say it."""

    seen: MonthSnapshot
    name: str

    @property
    def key(self) -> str:
        """The month."""
        return month_key(self.seen.month)


class Figure(NamedTuple):
    """A number with its name, and what stands beside it. `length`, where `most` is the whole, draws it as a bar."""

    id: str
    section: str
    name: str
    value: str
    note: str
    length: float = 0.0
    most: float = 0.0

    @property
    def key(self) -> str:
        """The number."""
        return figure_key(self.id)


class VerdictLine(NamedTuple):
    """What the diagnosis says of a step."""

    verdict: Verdict

    @property
    def key(self) -> str:
        """The step."""
        return verdict_key(self.verdict)


class PersonLine(NamedTuple):
    """One of those behind a line."""

    referral: Referral

    @property
    def key(self) -> str:
        """The referral's id."""
        return self.referral.id


class LateLine(NamedTuple):
    """A word that a partner got late, or never."""

    due: Due

    @property
    def referral(self) -> Referral:
        """Whom it was about."""
        return self.due.referral

    @property
    def key(self) -> str:
        """Whom it was about, to whom and of what it was, and since when it was due."""
        due = self.due
        return f"{due.referral.id}\0{due.partner} {due.about} {due.day}"


Item: TypeAlias = (
    Title | Says | StepLine | LossLine | GroupLine | MonthLine | Figure | VerdictLine | PersonLine | LateLine
)


def step_key(stage: Stage) -> str:
    """The key of a stage of the funnel; no file is named like a key that begins so."""
    return f"\0step {stage.name}"


def loss_key(reason: str | None) -> str:
    """The key of a reason; `None`: of those without one."""
    return f"\0loss {reason or ''}"


def group_key(by: str, key: Key) -> str:
    """The key of a row of a grouping."""
    return f"\0{by} {key or ''}"


def month_key(month: str) -> str:
    """The key of what happened in a month."""
    return f"\0in {month}"


def figure_key(name: str) -> str:
    """The key of a number."""
    return f"\0figure {name}"


def verdict_key(verdict: Verdict) -> str:
    """The key of a verdict."""
    return f"\0verdict {verdict.name} {verdict.step}"


def name_of(item: Item) -> str:
    """What a line is called."""
    if isinstance(item, StepLine):
        return stage_label(item.step.stage)
    if isinstance(item, LossLine):
        return reason_label(item.loss.reason)
    if isinstance(item, VerdictLine):
        return words.title(item.verdict)
    return item.name if isinstance(item, GroupLine | MonthLine | Figure) else ""
