"""How each line of the view is drawn, in the columns of its section."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from textual_tracker.analytics.diagnosis import words
from textual_tracker.analytics.diagnosis.verdict import Verdict
from textual_tracker.analytics.partners.told import Due
from textual_tracker.analytics.results.words import interval, number, rate_text, reason_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import (
    about_label,
    count,
    day,
    days,
    sender,
    short_money,
    stage_label,
    word,
)
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.results import brief
from textual_tracker.tui.views.results.columns import COLUMNS
from textual_tracker.tui.views.results.lines import (
    DIAGNOSIS,
    FUNNEL,
    GROUPS,
    LATE,
    MONTHS,
    PEOPLE,
    RANKED,
    WHY_NOT,
    Figure,
    GroupLine,
    Item,
    LateLine,
    LossLine,
    MonthLine,
    PersonLine,
    StepLine,
    Title,
    VerdictLine,
)
from textual_tracker.tui.views.words import mark, rule_piece
from textual_tracker.tui.widgets.bars import lying
from textual_tracker.tui.widgets.cells import ELLIPSIS, width
from textual_tracker.tui.widgets.columns import Placed, place, spread
from textual_tracker.tui.widgets.ink import Line, Piece, Role
from textual_tracker.tui.widgets.row import Row


class Drawn(NamedTuple):
    """A bar in a cell, as long as there is room in its column."""

    value: float
    most: float
    role: Role = "accent"


class Either(NamedTuple):
    """A text, and what is said in its place where there is no room for it."""

    full: str
    short: str
    role: Role = "text"


Cell: TypeAlias = Piece | Drawn | Either


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
    if isinstance(item, MonthLine):
        return _laid(MONTHS, _month(item), room)
    if isinstance(item, PersonLine):
        return _laid(PEOPLE, _person(look.snapshot, item.referral), room)
    if isinstance(item, LateLine):
        return _laid(LATE, _late(look.snapshot, item.due), room)
    return Row(across=item.line or (Piece(" "),), heading=True)


@lru_cache(64)
def _placed(section: str, room: int) -> tuple[Placed, ...]:
    return place(COLUMNS[section], room)


def _laid(section: str, cells: Sequence[Cell], room: int) -> Row:
    columns, placed = COLUMNS[section], _placed(section, room)
    rooms = dict(placed)
    pieces = [_piece(cell, rooms.get(number, 0)) for number, cell in enumerate(cells)]
    return Row(across=tuple(spread(columns, placed, pieces)))


def _piece(cell: Cell, room: int) -> Piece:
    if isinstance(cell, Drawn):
        return Piece(lying(cell.value, cell.most, room), cell.role)
    if isinstance(cell, Either):
        return Piece(cell.full if width(cell.full) <= room else cell.short, cell.role)
    return cell


def _title(title: Title, room: int) -> Line:
    """The name of a section, over its columns where they have names; what is said beside it where there is room."""
    columns = COLUMNS[title.section]
    heads = [Piece(column.title, "quiet") for column in columns]
    name = Piece(title.text, "accent")
    if not any(head.text for head in heads):
        return (name, Piece(_noted(title.note, room - width(title.text)), "quiet"))
    if title.section in {PEOPLE, LATE}:
        return (name, Piece(f"  {title.note}", "quiet"))
    laid = "".join(piece.text for piece in spread(columns, _placed(title.section, room), heads))
    taken = width(title.text)
    head = laid[taken:]
    note = f"  {title.note}"
    if title.note and not head[: width(note) + 1].strip():
        head = note + head[width(note) :]
    return (name, Piece(head, "quiet"))


def _noted(note: str, room: int) -> str:
    """What is said beside the name; of a list that takes more room, as many as fit."""
    said = f"  {note}" if note else ""
    while width(said) > room and ", " in said:
        said = f"{said.rpartition(', ')[0]} {ELLIPSIS}"
    return said


def _step(line: StepLine) -> tuple[Cell, ...]:
    step = line.step
    is_first = step.stage is Stage.received
    return (
        Piece(stage_label(step.stage)),
        Piece(f"{step.reached:,}", "strong"),
        Drawn(step.reached, line.received),
        Piece("" if is_first else rate_text(step.from_previous)),
        Piece("" if is_first else rate_text(step.from_received), "quiet"),
        Piece(f"{step.undecided:,}" if step.undecided else "", "quiet"),
    )


def _loss(line: LossLine) -> tuple[Cell, ...]:
    loss = line.loss
    return (
        Piece(reason_label(loss.reason)),
        Piece(f"{loss.count:,}", "strong"),
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
        *(_count(counted) for counted in (*counts, group.open, group.nurture)),
        Piece(
            rate_text(group.close_rate) if group.close_rate is not None else "", "quiet" if line.is_early else "strong"
        ),
        *at_least,
        Piece(short_money(group.amount) if group.amount else ""),
        Piece("" if group.median_days is None else number(group.median_days)),
    )


def _month(line: MonthLine) -> tuple[Cell, ...]:
    return (Piece(line.name), _count(line.seen.received), _count(line.seen.closed))


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
    return (
        Piece("!" if fires else "", "stalled"),
        Either(*brief.name(verdict), "strong" if fires else "text"),
        Piece(brief.counted(verdict)),
        Piece("" if rate is None or rate.is_few else f"({interval(rate)})", "quiet"),
        Piece(words.goal(verdict), "quiet"),
        Either(*brief.finding(verdict), "stalled" if fires else "quiet"),
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


def _late(snapshot: Snapshot, due: Due) -> tuple[Cell, ...]:
    """A word to a partner: about whom, to whom, of what, after how long, and since when it was due."""
    referral = due.referral
    after = "never," if due.told is None else "after"
    return (
        mark(referral, next(iter(snapshot.fires(referral)), None)),
        Piece(referral.name, "strong"),
        Piece(snapshot.journal.partner_name(due.partner)),
        Piece(about_label(due.about)),
        Either(f"{after} {count(due.waited, 'working day')}", f"{after} {count(due.waited, 'day')}", "stalled"),
        Piece(day(due.day, snapshot.today), "quiet"),
    )
