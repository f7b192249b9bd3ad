"""The counters of the day against their goals, and the pipeline in figures, in as few lines as they fit into."""

from collections.abc import Iterator, Sequence

from textual_tracker.analytics.activity.counters import DayActivity
from textual_tracker.analytics.nobodys import nobodys_open_words
from textual_tracker.analytics.pipeline import Column
from textual_tracker.analytics.wording import count, short_money, word
from textual_tracker.core.vocabulary import COUNTERS as COUNTERS_OF_ALL
from textual_tracker.tui.views.today.plan import Plan
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece

FULL, EMPTY = "▓", "░"
CELLS, SHORT, NARROW = 6, 3, 70
"""Length of a bar; of a short one, in a list of fewer cells."""
GAP = 2
MET = "✓"
COUNTERS, PIPELINE = "TODAY", "PIPELINE"
CLOSED = "closed"


def counters(plan: Plan, room: int) -> list[Line]:
    """`TODAY  calls 6/15 ▓▓░░░░  ✓ notes 3/3 ▓▓▓▓▓▓  streak 6`, in lines of `room` cells.

    Counters without a goal are there when something was counted, the journal's own kinds always. Nothing at all where
    there is nothing to say.
    """
    cells = CELLS if room >= NARROW else SHORT
    texts = [*(counter(plan.activity, name, cells) for name in shown(plan.activity)), *_around(plan)]
    return _flow(COUNTERS, texts, room) if texts else []


def shown(activity: DayActivity) -> list[str]:
    """The counters that have a goal, or of which something was counted, and the journal's own kinds."""
    return [
        name
        for name, number in activity.counts.items()
        if number or activity.goals.get(name) or name not in COUNTERS_OF_ALL
    ]


def counter(activity: DayActivity, name: str, cells: int) -> Line:
    """`calls 6/15 ▓▓░░░░`; with a sign where the goal is met; without a goal the number alone."""
    number, goal = activity.counts.get(name, 0), activity.goals.get(name)
    if not goal:
        return Piece(f"{word(name)} ", "quiet"), Piece(str(number))
    full = min(number * cells // goal, cells)
    met = number >= goal
    return (
        Piece(f"{MET} " if met else "", "strong"),
        Piece(f"{word(name)} ", "quiet"),
        Piece(f"{number}/{goal} ", "strong" if met else "text"),
        Piece(FULL * full, "accent"),
        Piece(EMPTY * (cells - full), "quiet"),
    )


def rest_of(plan: Plan) -> str:
    """Why nobody works today: `a day off`, `a holiday`, `no working day`; "" on a working day."""
    snapshot = plan.base.look.snapshot
    today, calendar = snapshot.today, snapshot.calendar
    if today in calendar.holidays:
        return "a holiday"
    if not calendar.is_working(today):
        return "no working day"
    return "a day off" if plan.activity.day_off else ""


def _around(plan: Plan) -> Iterator[Line]:
    """What else is said of the day: that it is a day off, how long the streak is, whose numbers these are."""
    rest = rest_of(plan)
    if rest:
        yield (Piece(rest, "strong"),)
    if plan.streak:
        yield Piece("streak ", "quiet"), Piece(str(plan.streak), "strong")
    if plan.officer:
        yield (Piece(plan.base.look.snapshot.journal.settings.officers[plan.officer], "quiet"),)


def pipeline(plan: Plan, room: int, most: int) -> list[Line]:
    """`PIPELINE  48 open · $12.4M  New 6 $1.9M …`, in at most so many lines of `room` cells, else what it comes to.

    Beside one officer's it says how many are nobody's. Of an empty pipeline there is nothing to say.
    """
    columns = [column for column in plan.columns if column.cards]
    nobodys: list[Line] = [(Piece(nobodys_open_words(plan.nobodys)),)] if plan.nobodys else []
    if not columns:
        return _flow(PIPELINE, nobodys, room) if nobodys else []
    total: Line = (Piece(open_text(columns), "strong"),)
    lines = _flow(PIPELINE, [total, *map(_group, columns), *nobodys], room)
    if len(lines) <= most:
        return lines
    closed = [_group(column) for column in columns if column.key == CLOSED]
    rest: Line = (Piece("enter shows the stages", "quiet"),)
    return _flow(PIPELINE, [total, *(nobodys or closed), rest], room)[:most]


def _group(column: Column) -> Line:
    dollars = f" {short_money(column.dollars)}" if column.dollars else ""
    return Piece(f"{column.title} ", "quiet"), Piece(str(len(column.cards)), "strong"), Piece(dollars)


def open_text(columns: Sequence[Column]) -> str:
    """`48 open · $12.4M`."""
    cards = [card for column in columns if column.key != CLOSED for card in column.cards]
    dollars = sum(card.amount or 0 for card in cards)
    return f"{len(cards)} open" + (f" · {short_money(dollars)}" if dollars else "")


def _flow(title: str, texts: Sequence[Line], room: int) -> list[Line]:
    """The texts behind the title, as many a line as fit; further lines are indented below the first text."""
    indent = width(title) + GAP
    lines: list[list[Piece]] = [[Piece(title, "accent")]]
    used = width(title)
    for text in texts:
        size = sum(width(piece.text) for piece in text)
        if used + GAP + size > room and used > indent:
            lines.append([Piece(" " * (indent - GAP))])
            used = indent - GAP
        lines[-1] += [Piece(" " * GAP), *text]
        used += GAP + size
    return [tuple(line) for line in lines]


def streak_text(plan: Plan) -> str:
    """`6 working days`; that today is not among them, where it could be; `none`."""
    if not plan.streak:
        return "none"
    days = count(plan.streak, "working day")
    return days if plan.activity.done or rest_of(plan) else f"{days}, without today so far"
