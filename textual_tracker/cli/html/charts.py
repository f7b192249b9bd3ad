"""Drawings of a page, as SVG. Each says in words what it shows, and none needs its colours to be understood."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.cli.html.markup import Markup, joined, lines, tag

BAR_WIDTH, BAR_HEIGHT = 100.0, 16.0
WIDTH, HEIGHT = 760.0, 240.0
TOP, BOTTOM, SIDE = 34.0, 40.0, 8.0
CELL, SQUARE = 12.0, 9.0
LEFT = 28.0
ABOVE = 14.0
YEAR = 53
"""Columns of a year; a calendar of fewer is as wide, so that its squares are no larger."""


class Column(NamedTuple):
    """One bar of a distribution: what it counts, its share of all, what is said of it, whether it reaches the goal."""

    label: str
    share: float
    said: str
    is_goal: bool


class Square(NamedTuple):
    """One day of a calendar: how much is filled, from 0 to 1; else `None` and a `sign`: a dot, a cross, or nothing."""

    day: dt.date
    said: str
    filled: float | None
    sign: str = ""


def bar(share: float) -> Markup:
    """A bar for a table: its length is `share` of the whole."""
    return _hidden(_rect(0, 2, max(share, 0.004) * BAR_WIDTH, BAR_HEIGHT - 4, "fill"), BAR_WIDTH, BAR_HEIGHT)


def range_bar(low: float, high: float, mark: float, most: float) -> Markup:
    """A range, and in it or beside it what was: for the track record. All are parts of `most`."""
    scale = BAR_WIDTH / (most + 1)
    x, middle = (mark + 0.5) * scale, BAR_HEIGHT / 2
    return _hidden(
        joined(
            _rect(low * scale, 4, (high - low + 1) * scale, BAR_HEIGHT - 8, "light over"),
            tag("line", x1=x, x2=x, y1=middle - 7, y2=middle + 7, class_="mark"),
        ),
        BAR_WIDTH,
        BAR_HEIGHT,
    )


def columns(title: str, description: str, shown: Sequence[Column], goal: int | None, goal_said: str) -> Markup:
    """A distribution as upright bars. The goal is a dashed line before the bar `goal`; what reaches it is filled."""
    if not shown:
        return Markup()
    room = (WIDTH - 2 * SIDE) / len(shown)
    most = max(column.share for column in shown) or 1.0
    floor = HEIGHT - BOTTOM
    parts: list[str] = [tag("line", x1=SIDE, x2=WIDTH - SIDE, y1=floor, y2=floor, class_="axis")]
    for place, column in enumerate(shown):
        height = column.share / most * (floor - TOP - 22)
        left, middle = SIDE + place * room, SIDE + (place + 0.5) * room
        kind = "fill" if column.is_goal or goal is None else "light"
        parts.append(_rect(left + room * 0.14, floor - height, room * 0.72, height, kind))
        parts.append(_text(column.said, middle, floor - height - 6))
        parts.append(_text(column.label, middle, floor + 17, "strong"))
    parts.append(_text("closings", WIDTH / 2, floor + 34, "small"))
    if goal is not None:
        x = min(SIDE + goal * room, WIDTH - SIDE)
        anchor = "start" if x < WIDTH / 2 else "end"
        parts.append(tag("line", x1=x, x2=x, y1=10, y2=floor, class_="goal"))
        shift = 8.0 if anchor == "start" else -8.0
        parts.append(tag("text", goal_said, x=x + shift, y=20, text_anchor=anchor, class_="strong"))
    return figure(_drawn(title, description, lines(*parts), WIDTH, HEIGHT))


def weeks(title: str, labels: Sequence[str], numbers: Sequence[int]) -> Markup:
    """A bar a week, each with what it says; the tallest is as high as the drawing."""
    most = max(numbers, default=0) or 1
    bars = [
        tag("g", tag("title", label), _rect(place + 0.1, 100 - number / most * 100, 0.8, number / most * 100, "fill"))
        for place, (label, number) in enumerate(zip(labels, numbers, strict=True))
        if number
    ]
    floor = tag("line", x1=0, x2=len(numbers), y1=100, y2=100, class_="axis")
    return _drawn(title, "; ".join(labels), lines(*bars, floor), float(len(numbers)), 100.0, stretched=True)


def calendar(title: str, description: str, days: Sequence[Square], months: Sequence[str]) -> Markup:
    """A column a week, a row a weekday from Monday. `months` has the name for each column, "" for most."""
    if not days:
        return Markup()
    first = days[0].day.toordinal() - days[0].day.weekday()
    parts: list[str] = [
        tag("text", name, x=0, y=ABOVE + (row + 0.75) * CELL, class_="small")
        for row, name in ((0, "Mon"), (2, "Wed"), (4, "Fri"))
    ]
    parts += [
        tag("text", month, x=LEFT + column * CELL, y=9, class_="small") for column, month in enumerate(months) if month
    ]
    for one in days:
        week, weekday = divmod(one.day.toordinal() - first, 7)
        parts.append(_square(one, LEFT + week * CELL, ABOVE + weekday * CELL))
    return figure(_drawn(title, description, lines(*parts), LEFT + max(len(months), YEAR) * CELL, ABOVE + 7 * CELL))


def key(squares: Sequence[Square]) -> Markup:
    """What the squares of a calendar mean."""
    return tag(
        "div",
        *(
            tag("span", _hidden(_square(one, 0.5, 0.5), SQUARE + 1, SQUARE + 1, stretched=False), one.said)
            for one in squares
        ),
        class_="key",
    )


def figure(drawing: Markup) -> Markup:
    """A drawing that is not torn apart on paper."""
    return tag("figure", drawing)


def _square(one: Square, x: float, y: float) -> Markup:
    inside: list[str] = [tag("title", one.said)]
    if one.filled is not None:
        inside.append(_rect(x, y, SQUARE, SQUARE, "outline"))
        if one.filled > 0:
            inside.append(_rect(x, y + SQUARE * (1 - one.filled), SQUARE, SQUARE * one.filled, "fill"))
    elif one.sign == "dot":
        inside.append(_rect(x + SQUARE / 2 - 1, y + SQUARE / 2 - 1, 2, 2, "fill"))
    elif one.sign == "cross":
        inside.append(_rect(x, y, SQUARE, SQUARE, "outline"))
        inside.append(tag("path", d=f"M{x + 2} {y + 2}l5 5m0 -5l-5 5", class_="line"))
    return tag("g", *inside)


def _drawn(
    title: str, description: str, inside: str, width: float, height: float, *, stretched: bool = False
) -> Markup:
    return tag(
        "svg",
        tag("title", title),
        tag("desc", description),
        inside,
        role="img",
        viewBox=f"0 0 {width:g} {height:g}",
        preserveAspectRatio="none" if stretched else None,
    )


def _hidden(inside: str, width: float, height: float, *, stretched: bool = True) -> Markup:
    """A drawing beside the number that it repeats: a screen reader hears the number."""
    return tag(
        "svg",
        inside,
        aria_hidden="true",
        viewBox=f"0 0 {width:g} {height:g}",
        preserveAspectRatio="none" if stretched else None,
    )


def _rect(x: float, y: float, width: float, height: float, class_: str) -> Markup:
    return tag("rect", x=x, y=y, width=width, height=height, class_=class_)


def _text(said: str, x: float, y: float, class_: str | None = None) -> Markup:
    return tag("text", said, x=x, y=y, text_anchor="middle", class_=class_)
