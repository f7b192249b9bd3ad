"""What one snapshot has derived so far, for the next one to take over."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

from textual_tracker.analytics.gathered import Gathered, Tally
from textual_tracker.analytics.rules import Firing
from textual_tracker.core.records import Referral
from textual_tracker.core.standing import Standing

Value = TypeVar("Value")


class Known:
    """By the id of a referral, or by what was asked of all of them. It grows while the snapshot is asked."""

    __slots__ = ("fires", "gathered", "standings", "tallies", "texts")

    def __init__(self) -> None:
        self.standings: dict[str, Standing] = {}
        self.fires: dict[str, tuple[Firing, ...]] = {}
        self.texts: dict[str, str] = {}
        self.gathered: dict[Hashable, Gathered[Any]] = {}
        self.tallies: dict[Callable[..., Any], Tally[Any, Any]] = {}

    def after(self, changed: Mapping[str, Referral | None]) -> "Known":
        """The same without what was derived of these, once they have changed; `changed` gives them as they were.

        To copy a dict is one step, so other threads may go on to ask the snapshot meanwhile.
        """
        known = Known()
        known.standings = _without(changed, self.standings)
        known.fires = _without(changed, self.fires)
        known.texts = _without(changed, self.texts)
        known.gathered = {key: found.after(changed) for key, found in self.gathered.copy().items()}
        known.tallies = {count: found.after(changed) for count, found in self.tallies.copy().items()}
        return known


def _without(changed: Mapping[str, object], values: dict[str, Value]) -> dict[str, Value]:
    copied = values.copy()
    for changed_id in changed:
        copied.pop(changed_id, None)
    return copied
