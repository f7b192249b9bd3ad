"""The columns of each section of the view."""

from types import MappingProxyType
from typing import Final

from textual_tracker.tui.views.results.lines import (
    ACTIVITY,
    DIAGNOSIS,
    FUNNEL,
    GROUPS,
    IN_STAGE,
    LATE,
    MONTHS,
    PEOPLE,
    RANKED,
    SPEED,
    WHY_NOT,
)
from textual_tracker.tui.widgets.columns import Column

LEAST_BAR = 8
FIGURES: Final = (
    Column("", 33, 34, gap=1),
    Column("", 8, 10, align="right"),
    Column("", 0, gap=0),
    Column("", 32, 60),
)
RATIOS: Final = (
    Column("", 33, 34, gap=1),
    Column("", 5, 10, align="right"),
    Column("", 0, gap=0),
    Column("", 36, 60, priority=1),
)
"""Those of one to the next, whose totals take more room."""
TIMES: Final = (
    Column("", 31, 34, gap=1),
    Column("", 8, 10, align="right"),
    Column("", LEAST_BAR, 24, priority=1),
    Column("", 22, 40),
)
"""The figures with a bar."""
COUNTS: Final = (
    Column("", 18, 24, gap=1),
    Column("received", 8, align="right", gap=1),
    Column("contacted", 9, align="right", priority=8, gap=1),
    Column("held", 4, align="right", priority=5, gap=1),
    Column("applied", 7, align="right", priority=4, gap=1),
    Column("closed", 6, align="right", gap=1),
    Column("lost", 5, align="right", priority=1, gap=1),
    Column("open", 5, align="right", priority=2, gap=1),
    Column("nurture", 7, align="right", priority=6),
    Column("close rate", 13),
)
DAYS: Final = Column("days", 5, align="right", priority=9)
COLUMNS: Final = MappingProxyType(
    {
        FUNNEL: (
            Column("", 21, gap=1),
            Column("", 6, align="right", gap=1),
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
            Column("", 21, 44),
        ),
        WHY_NOT: (
            Column("", 35, gap=1),
            Column("", 5, align="right", gap=1),
            Column("", LEAST_BAR, 30, priority=2),
            Column("", 13, 20, priority=1),
        ),
        GROUPS: (*COUNTS, Column("amount", 7, align="right", priority=7, gap=1), DAYS),
        RANKED: (
            *COUNTS,
            Column("at least", 8, align="right", priority=3, gap=1),
            Column("amount", 7, align="right", priority=7, gap=1),
            DAYS,
        ),
        MONTHS: (
            Column("", 24, gap=1),
            Column("received", 8, align="right", gap=1),
            Column("closed", 6, align="right"),
        ),
        SPEED: FIGURES,
        IN_STAGE: TIMES,
        ACTIVITY: RATIOS,
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
        LATE: (
            Column("", 2, gap=1),
            Column("who", 15, 24),
            Column("partner", 14, 24),
            Column("word", 16, 22),
            Column("told", 22, 24),
            Column("due", 11, priority=1),
        ),
    }
)
