"""The lines of Today from top to bottom: the sections, the counters, the pipeline, and space where there is room."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from textual_tracker.analytics.next_up import NOBODY
from textual_tracker.analytics.nobodys import nobodys_open_words
from textual_tracker.analytics.wording import count
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.views.today.layout import Heading, Laid, Rest, Strip, lay_out
from textual_tracker.tui.views.today.plan import Plan
from textual_tracker.tui.views.today.sections import Section
from textual_tracker.tui.views.today.strips import counters, pipeline, rest_of
from textual_tracker.tui.views.words import nothing_yet
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.text_pane import Paragraph, flow

COUNTERS, PIPELINE = "\0counters ", "\0pipeline "
"""Begin the keys of these lines; no file is named like them."""
MARGINS, INDENT = 2, 3
TALL = 28
"""Lines from which on the pipeline has as many as `MOST` of them; on fewer it has one where rows would be hidden."""
MOST = 3
EMPTY: Line = (Piece(" "),)


class Room(NamedTuple):
    """Cells and lines that there are for the list."""

    width: int
    height: int


def day_list(plan: Plan, room: Room, unfolded: Collection[str], selected: str) -> list[Laid]:
    """Every line with its key; none where there is only the notice to show."""
    snapshot = plan.base.look.snapshot
    if not snapshot.referrals and not snapshot.journal.unreadable:
        return []
    if plan.is_filtered and not plan.matching:
        return []
    width = room.width - MARGINS
    free = [Laid("\0free", Strip(free_line(plan), heading=True))] if plan.is_free and not plan.is_filtered else []
    figures = [_strip(COUNTERS, counters(plan, width)), _strip(PIPELINE, pipeline(plan, width, MOST))]
    height = room.height - len(free)
    sections = [_wrapped(section, width) for section in plan.sections]
    lines = lay_out(sections, height - sum(map(len, figures)), unfolded, selected)
    if room.height < TALL and any(isinstance(entry, Rest) and entry.more for _, entry in lines):
        figures[-1] = _strip(PIPELINE, pipeline(plan, width, 1))
        lines = lay_out(sections, height - sum(map(len, figures)), unfolded, selected)
    blocks = [*_sections(lines), *(figure for figure in figures if figure)]
    if free and blocks:
        blocks.insert(0, free)
    return list(_spaced(blocks, room.height))


def notice(plan: Plan) -> tuple[Line, ...]:
    """What the list says where it is empty."""
    snapshot = plan.base.look.snapshot
    if plan.is_filtered:
        nobodys = f"{nobodys_open_words(plan.nobodys)}. " if plan.nobodys else ""
        says = Piece(f"Nobody who matches waits for you today. {nobodys}")
        return ((), (says, Piece("esc clears the query.", "quiet")))
    if not snapshot.referrals:
        return nothing_yet(snapshot.today)
    return ((), free_line(plan))


def free_line(plan: Plan) -> Line:
    """That nobody waits, and where to look instead."""
    rest = rest_of(plan)
    today = f" Today is {rest}." if rest else ""
    elsewhere = f"{BY_ID['pipeline'].shown_key} shows the pipeline, {BY_ID['activity'].shown_key} how the year goes."
    return Piece(f"{NOBODY}{today} "), Piece(elsewhere, "quiet")


def counts(plan: Plan) -> Iterator[tuple[str, str]]:
    """`9 stalled`, `4 at risk`, `3 partners waiting`, `2 soon`: each with its level, or "" for the partners.

    The partners are those of Partners: who waits for word, and who soon will.
    """
    if plan.stalled:
        yield f"{plan.stalled} stalled", "stalled"
    if plan.at_risk:
        yield f"{plan.at_risk} at risk", "at_risk"
    if plan.waiting:
        yield f"{count(plan.waiting, 'partner')} waiting", ""
    if plan.soon:
        yield f"{plan.soon} soon" if plan.waiting else f"{count(plan.soon, 'partner')} soon waiting", ""


def _wrapped(section: Section, width: int) -> Section:
    """The section with what it says in as many lines as that takes."""
    if not section.says:
        return section
    lines = flow(Paragraph((Piece(section.says),)), width - INDENT)
    return section._replace(says="\n".join("".join(piece.text for piece in line) for line in lines))


def _strip(key: str, lines: Sequence[Line]) -> list[Laid]:
    return [Laid(f"{key}{number}", Strip(line)) for number, line in enumerate(lines)]


def _sections(lines: Sequence[Laid]) -> list[list[Laid]]:
    """The lines, parted before each heading."""
    blocks: list[list[Laid]] = []
    for line in lines:
        if isinstance(line.entry, Heading):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _spaced(blocks: Sequence[Sequence[Laid]], height: int) -> Iterator[Laid]:
    """The blocks one below the other, with an empty line between them where all of them are in view even so."""
    fits = sum(map(len, blocks)) + len(blocks) - 1 <= height
    for number, block in enumerate(blocks):
        if number and fits:
            yield Laid(f"\0space {number}", Strip(EMPTY, heading=True))
        yield from block
