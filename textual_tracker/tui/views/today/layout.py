"""Which rows of Today's sections are shown: as many of each as fit on the screen together, the others behind a line.

A section of thousands must not hide the ones below it, so the lines that there are get shared out. What is left of a
section stands behind one line at its end, on which enter unfolds it.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from textual_tracker.tui.views.today.sections import CALL, DEADLINES, FILES, MEET, TELL, WEEK, Item, Section
from textual_tracker.tui.widgets.ink import Line

MORE = "\0more "
"""Begins the key of the line behind which the rest of a section is; no file is named like it."""
LEAST = {WEEK: 1}
"""Lines that a section gets, however few there are."""
LEAST_OF_OTHERS = 2
"""A row, and the line that says how many more."""
TURNS = (CALL, MEET, DEADLINES, CALL, TELL, CALL, WEEK, FILES)
"""Who gets a further line, in turn."""


class Heading(NamedTuple):
    """The line above the rows of a section. `is_cut`: there is no room for all of them."""

    section: Section
    is_cut: bool


class Saying(NamedTuple):
    """A line of a sentence in place of rows."""

    text: str


class Rest(NamedTuple):
    """The line at the end of a section that unfolds it: how many more rows, and how many long-dead ones.

    Where there is nothing more, the section is unfolded, and the line folds it again.
    """

    section: Section
    more: int
    dead: int

    @property
    def is_folded(self) -> bool:
        """Whether there is something to unfold."""
        return bool(self.more or self.dead)


class Strip(NamedTuple):
    """A line of the list that is no row of a section: some of the counters, or of the pipeline; or an empty one."""

    line: Line
    heading: bool = False


Entry: TypeAlias = Heading | Saying | Rest | Strip | Item


class Laid(NamedTuple):
    """A line of the list, and its key."""

    key: str
    entry: Entry


def lay_out(sections: Sequence[Section], room: int, unfolded: Collection[str] = (), selected: str = "") -> list[Laid]:
    """The lines of the sections, of which as much as possible is in the first `room` lines.

    `unfolded` are the ids of the sections that are shown whole. The row of the key `selected` is never folded away.
    """
    shares = share(sections, room)
    lines: list[Laid] = []
    for section in sections:
        is_cut = _wanted(section) > shares[section.id]
        is_whole = section.id in unfolded and bool(is_cut or section.folded)
        lines.append(Laid(f"\0{section.id}", Heading(section, is_cut and not is_whole)))
        lines += [Laid(f"\0{section.id} says {number}", Saying(text)) for number, text in enumerate(_said(section))]
        lines += _whole(section) if is_whole else _part(section, shares[section.id], selected)
    return lines


def share(sections: Sequence[Section], room: int) -> dict[str, int]:
    """How many lines each section gets below its heading; where it needs more, one of them tells of the rest."""
    wanted = {section.id: _wanted(section) for section in sections}
    given = {section.id: min(wanted[section.id], LEAST.get(section.id, LEAST_OF_OTHERS)) for section in sections}
    spare = room - len(sections) - sum(len(_said(section)) for section in sections) - sum(given.values())
    while spare > 0 and given != wanted:
        for name in TURNS:
            if spare > 0 and given.get(name, 0) < wanted.get(name, 0):
                given[name] += 1
                spare -= 1
    return given


def _wanted(section: Section) -> int:
    return len(section.items) + bool(section.folded)


def _said(section: Section) -> list[str]:
    """The lines of what a section says in place of rows."""
    return section.says.splitlines()


def _part(section: Section, lines: int, selected: str) -> Iterator[Laid]:
    """The first rows, the selected one, and what tells of the rest."""
    fits = lines >= _wanted(section)
    shown = len(section.items) if fits else max(lines - 1, 0)
    yield from map(Laid, section.keys[:shown], section.items[:shown])
    more, dead = len(section.items) - shown, len(section.folded)
    if selected in section.keys[shown:]:
        yield Laid(selected, section.items[section.keys.index(selected)])
        more -= 1
    elif selected in section.folded_keys:
        yield Laid(selected, section.folded[section.folded_keys.index(selected)])
        dead -= 1
    if more or dead:
        yield Laid(MORE + section.id, Rest(section, more, dead))


def _whole(section: Section) -> Iterator[Laid]:
    """Every row, the long-dead ones last, and the line that folds them away again."""
    yield from map(Laid, section.keys, section.items)
    yield from map(Laid, section.folded_keys, section.folded)
    yield Laid(MORE + section.id, Rest(section, 0, 0))
