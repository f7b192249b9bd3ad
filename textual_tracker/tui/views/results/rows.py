"""How each line of the view is drawn, in the columns of its section."""

from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from textual_tracker.analytics.diagnosis import words
from textual_tracker.analytics.diagnosis.verdict import Verdict
from textual_tracker.analytics.results.words import interval, number, percent, rate_text, reason_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import day, days, sender, short_money, stage_label, word
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.results.lines import (
    ACTIVITY,
    DIAGNOSIS,
    FUNNEL,
    GROUPS,
    IN_STAGE,
    PEOPLE,
    RANKED,
    SPEED,
    WHY_NOT,
    Figure,
    GroupLine,
    Item,
    LossLine,
    PersonLine,
    StepLine,
    Title,
    VerdictLine,
)
from textual_tracker.tui.views.words import mark, rule_piece
from textual_tracker.tui.widgets.bars import lying
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.columns import Column, Placed, place, spread
from textual_tracker.tui.widgets.ink import Line, Piece, Role
from textual_tracker.tui.widgets.line_table import Row

LEAST_BAR = 8
FIGURES: Final = (
    Column("", 31, 34, gap=1),
    Column("", 8, 10, align="right"),
    Column("", 0),
    Column("", 32, 60),
)
TIMES: Final = (
    Column("", 31, 34, gap=1),
    Column("", 8, 10, align="right"),
    Column("", LEAST_BAR, 24, priority=1),
    Column("", 22, 40),
)
"""The same with a bar."""
COUNTS: Final = (
    Column("", 18, 24, gap=1),
    Column("received", 8, align="right", gap=1),
    Column("contacted", 9, align="right", priority=7, gap=1),
    Column("held", 4, align="right", priority=5, gap=1),
    Column("applied", 7, align="right", priority=4, gap=1),
    Column("closed", 6, align="right", gap=1),
    Column("lost", 5, align="right", priority=1, gap=1),
    Column("open", 5, align="right", priority=2),
    Column("close rate", 13),
)
DAYS: Final = Column("days", 5, align="right", priority=8)
COLUMNS: Final = MappingProxyType(
    {
        FUNNEL: (
            Column("", 21, gap=1),
            Column("", 5, align="right", gap=1),
            Column("", LEAST_BAR, 40, priority=1),
            Column("of stage before", 15),
            Column("of received", 14, priority=3, gap=1),
            Column("undecided", 9, align="right", priority=2),
        ),
        DIAGNOSIS: (
            Column("", 1, gap=1),
            Column("", 30, 38, gap=1),
            Column("", 12, gap=1),
            Column("", 9, 11, priority=1, gap=1),
            Column("", 18, priority=2, gap=1),
            Column("", 28, 44),
        ),
        WHY_NOT: (
            Column("", 28, 32, gap=1),
            Column("", 5, align="right", gap=1),
            Column("", LEAST_BAR, 30, priority=2),
            Column("", 13, 20, priority=1),
        ),
        GROUPS: (*COUNTS, Column("amount", 7, align="right", priority=5, gap=1), DAYS),
        RANKED: (
            *COUNTS,
            Column("at least", 8, align="right", priority=3, gap=1),
            Column("amount", 7, align="right", priority=6, gap=1),
            DAYS,
        ),
        SPEED: FIGURES,
        IN_STAGE: TIMES,
        ACTIVITY: FIGURES,
        PEOPLE: (
            Column("", 2, gap=1),
            Column("who", 15, 24),
            Column("stage", 20, 24),
            Column("since", 11, priority=1),
            Column("days", 5, align="right", priority=5),
            Column("why", 18, 30, priority=2),
            Column("from", 12, 20, priority=3),
            Column("received", 11, priority=4),
            Column("phone", 12, 14, priority=6),
        ),
    }
)


class Drawn(NamedTuple):
    """A bar in a cell, as long as there is room in its column."""

    value: float
    most: float
    role: Role = "accent"


Cell: TypeAlias = Piece | Drawn


def row(look: Look, item: Item, room: int) -> Row:
    """One line, in so many cells."""
    if isinstance(item, Title):
        return Row(across=_title(item, room), heading=True)
    if isinstance(item, StepLine):
        return _laid(FUNNEL, _step(item), room)
    if isinstance(item, LossLine):
        return _laid(WHY_NOT, _loss(item), room)
    if isinstance(item, GroupLine):
        return _laid(RANKED if item.by == "partner" else GROUPS, _group(item), room)
    if isinstance(item, Figure):
        return _laid(item.section, _figure(item), room)
    if isinstance(item, VerdictLine):
        return _laid(DIAGNOSIS, _verdict(item.verdict), room)
    if isinstance(item, PersonLine):
        return _laid(PEOPLE, _person(look.snapshot, item.referral), room)
    return Row(across=item.line or (Piece(" "),), heading=True)


@lru_cache(64)
def _placed(section: str, room: int) -> tuple[Placed, ...]:
    return place(COLUMNS[section], room)


def _laid(section: str, cells: Sequence[Cell], room: int) -> Row:
    columns, placed = COLUMNS[section], _placed(section, room)
    rooms = dict(placed)
    pieces = [
        cell if isinstance(cell, Piece) else Piece(lying(cell.value, cell.most, rooms.get(number, 0)), cell.role)
        for number, cell in enumerate(cells)
    ]
    return Row(across=tuple(spread(columns, placed, pieces)))


def _title(title: Title, room: int) -> Line:
    """The name of a section, over its columns where they have names; what is said beside it where there is room."""
    columns = COLUMNS[title.section]
    heads = [Piece(column.title, "quiet") for column in columns]
    name = Piece(title.text, "accent")
    if not any(head.text for head in heads):
        return (name, Piece(f"  {title.note}" if title.note else "", "quiet"))
    if title.section == PEOPLE:
        return (name, Piece(f"  {title.note}", "quiet"))
    laid = "".join(piece.text for piece in spread(columns, _placed(title.section, room), heads))
    taken = width(title.text)
    head = laid[taken:]
    note = f"  {title.note}"
    if title.note and not head[: width(note) + 1].strip():
        head = note + head[width(note) :]
    return (name, Piece(head, "quiet"))


def _step(line: StepLine) -> tuple[Cell, ...]:
    step = line.step
    is_first = step.stage is Stage.received
    return (
        Piece(stage_label(step.stage)),
        Piece(str(step.reached), "strong"),
        Drawn(step.reached, line.received),
        Piece("" if is_first else rate_text(step.from_previous)),
        Piece("" if is_first else rate_text(step.from_received), "quiet"),
        Piece(str(step.undecided) if step.undecided else "", "quiet"),
    )


def _loss(line: LossLine) -> tuple[Cell, ...]:
    loss = line.loss
    return (
        Piece(reason_label(loss.reason)),
        Piece(str(loss.count), "strong"),
        Drawn(loss.count, line.most),
        Piece(word(loss.cause), "quiet"),
    )


def _group(line: GroupLine) -> tuple[Cell, ...]:
    group = line.group
    ranked = group.ranked
    least = f"{ranked.low:.0%}" if ranked is not None and not ranked.is_few else ""
    at_least = (Piece(least),) if line.by == "partner" else ()
    counts = (group.received, group.contacted, group.appointments_held, group.applications, group.closed, group.lost)
    return (
        Piece(line.name, "quiet" if group.key is None else "text"),
        *(_count(counted) for counted in (*counts, group.open + group.nurture)),
        Piece(rate_text(group.close_rate) if group.close_rate is not None else "", "strong"),
        *at_least,
        Piece(short_money(group.amount) if group.amount else ""),
        Piece("" if group.median_days is None else number(group.median_days)),
    )


def _count(counted: int) -> Piece:
    """A number; none is a dot, so that the others are seen."""
    return Piece(f"{counted:,}", "text") if counted else Piece("·", "quiet")


def _figure(figure: Figure) -> tuple[Cell, ...]:
    return (
        Piece(figure.name),
        Piece(figure.value, "strong"),
        Drawn(figure.length, figure.most),
        Piece(figure.note, "quiet"),
    )


def _verdict(verdict: Verdict) -> tuple[Cell, ...]:
    fires, rate = verdict.fires, verdict.rate
    finding = words.gain(verdict) if fires and verdict.leverage is not None else words.finding(verdict)
    if rate is None:
        counted = "nobody yet" if verdict.a_month is None else f"{verdict.a_month:.1f} a month"
    else:
        counted = f"{rate.hits} of {rate.n}" if rate.is_few else f"{percent(rate)} of {rate.n:,}"
    return (
        Piece("!" if fires else "", "stalled"),
        Piece(words.title(verdict), "strong" if fires else "text"),
        Piece(counted),
        Piece("" if rate is None or rate.is_few else f"({interval(rate)})", "quiet"),
        Piece(words.goal(verdict), "quiet"),
        Piece(finding, "stalled" if fires else "quiet"),
    )


def _reason(reason: str | None) -> str:
    return "" if reason is None else reason_label(reason)


def _person(snapshot: Snapshot, referral: Referral) -> tuple[Cell, ...]:
    standing, today = snapshot.standing(referral), snapshot.today
    firing = next(iter(snapshot.fires(referral)), None)
    since = standing.entered or standing.outcome.date
    is_open = standing.is_open
    why = Piece(_reason(standing.outcome.reason)) if not is_open else rule_piece(snapshot, referral, firing)
    return (
        mark(referral, firing),
        Piece(referral.name, "strong"),
        Piece(stage_label(standing.stage)),
        Piece(day(since, today) if since is not None else ""),
        Piece(days(standing.days_in_stage(today)) if is_open else ""),
        why,
        Piece(sender(snapshot, referral)),
        Piece(day(referral.received, today), "quiet"),
        Piece(referral.phone, "quiet"),
    )
