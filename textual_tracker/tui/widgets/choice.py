"""Which key of a list stays selected when the list changes."""

from collections.abc import Sequence

from textual_tracker.tui.widgets.wanting import Wanting


class Choice(Wanting):
    """The selected key of a list that changes while a person looks at it.

    What the person chose is remembered: where a filter hides it, its nearest neighbour stands in, and when it comes
    back it is selected again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keys: Sequence[str] = ()
        self.index = 0

    @property
    def key(self) -> str | None:
        """The selected key; `None` where the list is empty."""
        return self.keys[self.index] if self.keys else None

    def choose(self, index: int) -> None:
        """A person selects the key at `index`, or the nearest end of the list."""
        self.index = max(0, min(index, len(self.keys) - 1))
        self._wanted = self.key

    def replace(self, keys: Sequence[str]) -> None:
        """The list is now `keys`: keep the key that was chosen, else the one that stood in, else a neighbour."""
        for key in (self._wanted, self.key):
            if key is not None and key in keys:
                self.keys, self.index = keys, keys.index(key)
                return
        self.index = self._neighbour(keys)
        self.keys = keys

    def _neighbour(self, keys: Sequence[str]) -> int:
        """Where the first key after the selected one is now that is still there, else the last one before it."""
        places = {key: index for index, key in enumerate(keys)}
        after, before = self.keys[self.index :], reversed(self.keys[: self.index])
        found = next((places[key] for key in (*after, *before) if key in places), None)
        return 0 if found is None else found
