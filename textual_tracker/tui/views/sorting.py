"""The orders in which the rows of a view can be read, and the keys and clicks that choose one."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.tui.views.view import Found, View
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.selection import HeadPressed

Item = TypeVar("Item")
Key = Callable[[Snapshot, Any], Any]


class Order(NamedTuple):
    """An order by name, as the headline says it ("by amount").

    `key` gives what an item is sorted by, `None` where it is unknown; no `key`: the order in which the view lays them
    out. `column` is the title of the column that shows it. `down`: the largest first, unless turned round.
    """

    name: str
    key: Key | None = None
    column: str = ""
    down: bool = False


class Sorting(NamedTuple, Generic[Item]):
    """An order in force, perhaps turned round: a plain value, for the thread that works out the view."""

    order: Order
    turned: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is the order that the view has by itself."""
        return self.order.key is None and not self.turned

    @property
    def down(self) -> bool:
        """Whether the largest comes first."""
        return self.order.down != self.turned

    def apply(self, snapshot: Snapshot, items: Sequence[Item]) -> list[Item]:
        """The items in this order; of equals the view's own order decides, and what is unknown comes last."""
        key = self.order.key
        if key is None:
            return list(items[::-1] if self.turned else items)
        keyed = [(key(snapshot, item), item) for item in items]
        known = sorted((pair for pair in keyed if pair[0] is not None), key=lambda pair: pair[0], reverse=self.down)
        return [item for _, item in (*known, *(pair for pair in keyed if pair[0] is None))]


class SortingView(View[Found]):
    """A view whose rows can be put into other orders: `ORDERS`, of which the first is its own."""

    ORDERS: Sequence[Order]

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.sorting: Sorting[Any] = Sorting(self.ORDERS[0])

    def can_sort(self) -> bool:
        """Unless there is nothing in the list; as long as it is worked out, that is not known."""
        return self.main.key is not None or not self.is_answered

    can_reverse = can_sort

    def do_sort(self) -> None:
        """To the next order."""
        number = self.ORDERS.index(self.sorting.order) + 1
        self._sort_by(Sorting(self.ORDERS[number % len(self.ORDERS)]))

    def do_reverse(self) -> None:
        """Turn the order round."""
        self._sort_by(self.sorting._replace(turned=not self.sorting.turned))

    def on_head_pressed(self, event: HeadPressed) -> None:
        """A click on the head of a column sorts by it; one more turns it round, but not the order that the view has."""
        event.stop()
        order = next((order for order in self.ORDERS if order.column == event.column), None)
        if order is None or (order.key is None and self.sorting.is_own):
            return
        if order == self.sorting.order and order.key is not None:
            self.do_reverse()
        else:
            self._sort_by(Sorting(order))

    @property
    def sorted_by(self) -> str:
        """`by amount`, `by who, turned round`; "" in the view's own order."""
        if self.sorting.is_own:
            return ""
        return f"by {self.sorting.order.name}{', turned round' if self.sorting.turned else ''}"

    def mark_head(self, table: LineTable) -> None:
        """Mark the column by which the rows of `table` are sorted."""
        table.sorted_by("" if self.sorting.is_own else self.sorting.order.column, down=self.sorting.down)

    def _sort_by(self, sorting: Sorting[Any]) -> None:
        self.sorting = sorting
        self.outdate()
