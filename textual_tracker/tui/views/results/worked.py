"""What the view shows, worked out as a pure function of a look and of what is asked."""

from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.analytics.diagnosis.diagnosis import diagnosis
from textual_tracker.analytics.diagnosis.verdict import Diagnosis
from textual_tracker.analytics.query.query import Query, officer_of
from textual_tracker.analytics.results.cohort import cohort
from textual_tracker.analytics.results.early import is_rate_too_early, usual_days
from textual_tracker.analytics.results.endings import Ending, endings
from textual_tracker.analytics.results.results import Results, results
from textual_tracker.analytics.statistics.median import Median
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import Referral
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.results.behind import Behind, Crowd, behind
from textual_tracker.tui.views.results.lines import GROUPINGS, Item
from textual_tracker.tui.views.results.sections import lines, people
from textual_tracker.tui.views.results.spans import SPANS, Span
from textual_tracker.tui.views.words import DOT


class Asked(NamedTuple):
    """What a person asks for: whom (`None`: everybody), of which days, by what they are put together."""

    query: Query | None = None
    span: Span = SPANS[0]
    by: str = GROUPINGS[0]


class ResultList(NamedTuple):
    """The answer. `diagnosis` is `None` where a query leaves only some of an officer's referrals.

    `officer` is whose results they are, `None` for all together; `of` is how many were received in the window.
    `closed` is what closed in the window, the newest first, whoever it was about; `usual` are the days that a
    closing took over all of history. `items` are the lines.
    """

    asked: Asked
    window: Window
    officer: str | None
    results: Results
    diagnosis: Diagnosis | None
    closed: Sequence[Ending]
    usual: Median
    behind: Behind
    items: Sequence[Item]
    of: int

    @property
    def is_too_early(self) -> bool:
        """Whether those who came first came too lately for the close rate to tell much, and some are undecided."""
        return is_rate_too_early(self.results, self.window.end, self.usual)

    def crowds(self, key: str) -> Sequence[Crowd]:
        """Who stands behind the line of this key."""
        return self.behind.get(key, ())


def result_list(look: Look, asked: Asked, known: ResultList | None = None) -> ResultList:
    """The results of this look; `known`: what was worked out of it before, perhaps for another question."""
    snapshot = look.snapshot
    if known is not None and asked[:2] == known.asked[:2]:
        window, officer, found, verdicts, of = known.window, known.officer, known.results, known.diagnosis, known.of
        closed, usual = known.closed, known.usual
    else:
        window = asked.span.window(snapshot)
        officer, is_whole = _whose(look, asked.query)
        query = asked.query

        def keep(referral: Referral) -> bool:
            return query is None or all(test(snapshot, referral) for test in query.tests)

        found = results(snapshot, window, officer, None if is_whole else keep)
        verdicts = diagnosis(snapshot, window, officer) if is_whole else None
        of = found.received if query is None else len(cohort(snapshot, window))
        closed = endings(snapshot, "closed", window, officer, keep)[::-1]
        usual = usual_days(snapshot, officer)
    crowds = behind(snapshot, found, verdicts, asked.by, closed if asked.by == "month" else ())
    items = list(lines(snapshot, found, verdicts, asked.by, usual, _hint()))
    return ResultList(asked, window, officer, found, verdicts, closed, usual, crowds, items, of)


def _hint() -> str:
    """`enter explains · l → lists who`."""
    return f"{BY_ID['detail'].shown_key} explains{DOT}{BY_ID['right'].shown_keys} lists who"


def people_of(found: ResultList, key: str) -> list[Item]:
    """The lines of those behind a line."""
    return list(people(found.crowds(key)))


def groupings(look: Look) -> tuple[str, ...]:
    """By what the results can be put together: by officer only in a journal of several."""
    return GROUPINGS if look.snapshot.journal.settings.officers else GROUPINGS[:-1]


def _whose(look: Look, query: Query | None) -> tuple[str | None, bool]:
    """The officer whom the query asks for, and whether it asks for all that is theirs, or for nothing."""
    if query is None:
        return None, True
    officer = officer_of(query, look.snapshot.journal.settings.officers) or None
    return officer, officer is not None and len(query.tests) == len(query.officers)
