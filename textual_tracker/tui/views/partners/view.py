"""Partners: who waits for word, who went quiet, and what everybody sent."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from textual_tracker.analytics.partners.query import PartnerTest, is_field_so_far, parse_partner_query
from textual_tracker.analytics.partners.scorecard import Scorecard, scorecards
from textual_tracker.analytics.partners.summary import PartnerSummary
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import last_twelve_months
from textual_tracker.core.problems import Problem
from textual_tracker.store.layout import kind_of, stem
from textual_tracker.tui.actions import Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.listing import ListView
from textual_tracker.tui.views.partners.labels import ACTIVE
from textual_tracker.tui.views.partners.layouts import SCORED, WAITING
from textual_tracker.tui.views.partners.page import partner_page
from textual_tracker.tui.views.partners.rows import headline, nobody_yet
from textual_tracker.tui.views.sorting import Order, Sorting, SortingView
from textual_tracker.tui.views.target import Target, target_of_problem
from textual_tracker.tui.views.view import Page
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.row import Row

UNKNOWN_PARTNER = "unknown_partner"
"""The code of the problem of a referral that names a partner without a file."""


def _waited(_snapshot: Snapshot, card: Scorecard) -> tuple[bool, int] | None:
    """Those who wait for word, by their working days; then those who went quiet, by the calendar's."""
    summary = card.summary
    row = summary.untold[0] if summary.untold else summary.quiet
    return None if row is None else (bool(summary.untold), row.waited)


def _proven(_snapshot: Snapshot, card: Scorecard) -> float | None:
    """What their close rate is at least; of too few decided nothing is known."""
    known = card.ranked
    return None if known is None or known.is_few else known.low


def _told(_snapshot: Snapshot, card: Scorecard) -> float | None:
    return None if card.told is None else card.told.rate


OWN: Final = Order("who waits")
BEST: Final = Order("close rate", _proven, "likely", down=True)
ORDERS: Final = (
    OWN,
    Order("name", lambda _, card: card.summary.name.casefold(), "partner"),
    Order("sent", lambda _, card: card.summary.sent, "sent", down=True),
    Order("open", lambda _, card: card.summary.open, "open", down=True),
    Order("closed", lambda _, card: card.summary.closed, "closed", down=True),
    Order("last referral", lambda _, card: card.summary.last_referral, "last referral", down=True),
    Order("last contact", lambda _, card: card.summary.last_contact, "last contact"),
    Order("how long", _waited, "waited", down=True),
    BEST,
    Order("told in time", _told, "told in time"),
)


_SCORED_ALONE: Final = ("likely", "told in time")
"""Columns for which there is room beside what they wait for only on a very wide screen."""


class Section(NamedTuple):
    """A heading, and how many partners stand below it."""

    title: str
    partners: int


Item: TypeAlias = Scorecard | Section


class PartnerList(NamedTuple):
    """What the view shows: partners below their headings, in an order of the person's choice without them.

    `matching` are the partners that match, those who wait first; `everybody` are the partners without the query, and
    `ranked` is how many of them have a place in the order of the best.
    """

    items: Sequence[Item]
    keys: Sequence[str]
    matching: Sequence[Scorecard]
    everybody: Sequence[Scorecard]
    ranked: int


def partner_list(
    look: Look,
    tests: Sequence[PartnerTest] = (),
    sorting: Sorting[Scorecard] | None = None,
    known: Sequence[Scorecard] | None = None,
) -> PartnerList:
    """The partners of this look who match; `known`: everybody, where that is known."""
    everybody = _everybody(look) if known is None else known
    matching = [card for card in everybody if all(test(card.summary) for test in tests)]
    if sorting is None or sorting.order.key is None:
        items = list(_sections(matching, turned=sorting is not None and sorting.turned))
    else:
        items = [*sorting.apply(look.snapshot, matching)]
    ranked = sum(card.place is not None for card in everybody)
    return PartnerList(items, [_key(item) for item in items], matching, everybody, ranked)


def _everybody(look: Look) -> list[Scorecard]:
    """Everybody, those who wait first, in the order in which to tell them."""
    snapshot = look.snapshot
    cards = scorecards(snapshot, last_twelve_months(snapshot.today), _unread(look)).cards
    rows = sorted((card.summary.waits[0].sort_key, number) for number, card in enumerate(cards) if card.summary.waits)
    return [*(cards[number] for _, number in rows), *(card for card in cards if not card.summary.waits)]


class PartnersView(ListView[PartnerList], SortingView[PartnerList]):
    """The partners, each in the first section that is about them."""

    TITLE = "Partners"
    COLUMNS = WAITING.columns
    EXAMPLE = "is:waiting is:quiet type:cpa tier:A status:prospect chen"
    ORDERS = ORDERS

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._layout = self._drawn = WAITING
        """The layout that is asked for, and the one of the rows that are shown."""
        self._tests: tuple[PartnerTest, ...] = ()
        self._items: Sequence[Item] = ()

    def question(self, look: Look) -> Callable[[], PartnerList]:
        """Sum up the partners who match."""
        tests, sorting = self._tests, self.sorting
        known = self.found.everybody if self.found is not None and self.look is look else None
        return lambda: partner_list(look, tests, sorting, known)

    def ask(self, text: str) -> None:
        """Filter by words and by the fields of a partner; raises UsageError where that makes no sense."""
        self._tests = parse_partner_query(text)
        self.query_text = text.strip()

    def is_unfinished(self, text: str) -> bool:
        """Whether the last word is only a field's name so far."""
        return is_field_so_far(text)

    def answer(self) -> str:
        """`2 of 25`."""
        return "" if self.found is None else f"{len(self.found.matching)} of {len(self.found.everybody)}"

    def wish(self, key: str) -> None:
        """Select the partner, who is not hidden by an old query then."""
        if self.query_text:
            self.ask("")
            self.outdate()
        super().wish(key)

    def draw(self, look: Look, found: PartnerList) -> None:
        """The table, and who waits above it."""
        self._items, self._drawn = found.items, self._layout
        self._table.lay_out(self._drawn.columns)
        self._table.sorted_by(self.sorting.order.column, down=self.sorting.down)
        self._table.show(found.keys, self._row, self._notice())
        summaries = [card.summary for card in found.matching]
        self.say(headline(summaries, len(look.snapshot.journal.unreadable)), self.sorted_by)

    def label(self, action: Action) -> str:
        """`b` leads to the other layout."""
        if action.id == "arrange":
            return SCORED.name if self._layout is WAITING else WAITING.name
        return super().label(action)

    def do_arrange(self) -> None:
        """From what they wait for to how they do, best first, or back; an order that both show stays."""
        self._layout = SCORED if self._layout is WAITING else WAITING
        own = OWN if self._layout is WAITING else BEST
        column = self.sorting.order.column
        is_in_both = self._layout.has(column) and column not in _SCORED_ALONE
        self._sort_by(self.sorting if is_in_both else Sorting(own))

    def _sort_by(self, sorting: Sorting[Any]) -> None:
        """Sort; where the layout, or its room, has no column for it, turn to the one that has."""
        column = sorting.order.column
        if self._layout is SCORED and not SCORED.has(column):
            self._layout = WAITING
        elif self._layout is WAITING and column in _SCORED_ALONE and not self._table.has_room_for(column):
            self._layout = SCORED
        super()._sort_by(sorting)

    def target(self) -> Target | None:
        """The partner's file; of a partner without one, the place that names them."""
        card = self._selected()
        if self.look is None or card is None:
            return None
        return _target(self.look, card.summary)

    def page(self) -> Page:
        """The detail of the partner."""
        card = self._selected()
        if self.look is None or card is None:
            return Page()
        ranked = 0 if self.found is None else self.found.ranked
        return Page(card.id, tuple(partner_page(self.look, card, ranked)))

    def _selected(self) -> Scorecard | None:
        item = self._items[self._table.index] if self._items else None
        return item if isinstance(item, Scorecard) else None

    def _row(self, number: int) -> Row:
        item = self._items[number]
        if isinstance(item, Section):
            says = Piece(item.title, "accent"), Piece(f"  {item.partners}", "quiet")
            return Row(across=says, heading=True)
        return Row() if self.look is None else self._drawn.row(self.look, item)

    def _notice(self) -> tuple[Line, ...]:
        """What an empty table says."""
        if self.query_text:
            return ((), (Piece("No partner matches. "), Piece("esc clears the query.", "quiet")))
        return nobody_yet()


def _sections(cards: Iterable[Scorecard], *, turned: bool) -> Iterator[Item]:
    """The partners below a heading each: who waits, who went quiet, and the others."""
    waiting: list[Scorecard] = []
    quiet: list[Scorecard] = []
    others: list[Scorecard] = []
    for card in cards:
        (waiting if card.summary.untold else quiet if card.summary.quiet is not None else others).append(card)
    others.sort(key=_busiest)
    rest = "Everybody else" if waiting or quiet else "Everybody"
    for title, members in (("Waiting for word", waiting), ("Went quiet", quiet), (rest, others)):
        if members:
            yield Section(title, len(members))
            yield from members[::-1] if turned else members


def _busiest(card: Scorecard) -> tuple[bool, int, int, str]:
    """The active ones first; those who sent something lately before those who sent nothing yet."""
    summary = card.summary
    active = summary.partner is None or summary.partner.status == ACTIVE
    last = summary.last_referral.toordinal() if summary.last_referral is not None else 0
    return (not active, -last, -summary.sent, summary.name.casefold())


def _key(item: Item) -> str:
    return item.id if isinstance(item, Scorecard) else f"\0{item.title}"


def _unread(look: Look) -> list[str]:
    """The ids of partners whose file cannot be read."""
    return [stem(problem.path) for problem in look.snapshot.journal.unreadable if kind_of(problem.path) == "partner"]


def _target(look: Look, summary: PartnerSummary) -> Target:
    partner = summary.partner
    if partner is not None:
        first = next(iter(look.problems_of.get(partner.path, ())), None)
        line, column = (first.line, first.column) if first is not None else (1, 1)
        return Target(partner.path, line, column, partner.id, partner.phone)
    problem = next(_naming(look, summary), None)
    if problem is not None:
        return target_of_problem(problem)._replace(id=summary.id)
    return Target(summary.referrals[0].path, id=summary.id)


def _naming(look: Look, summary: PartnerSummary) -> Iterator[Problem]:
    """Why there is no record: the file that cannot be read, or the referrals that name nobody."""
    for problem in look.snapshot.journal.unreadable:
        if kind_of(problem.path) == "partner" and stem(problem.path) == summary.id:
            yield problem
    for referral in summary.referrals:
        for problem in look.problems_of.get(referral.path, ()):
            if problem.code == UNKNOWN_PARTNER and f'"{summary.id}"' in problem.message:
                yield problem
