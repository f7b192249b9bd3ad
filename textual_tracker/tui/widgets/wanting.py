"""The key that a person chose, wherever what has it moves."""

from abc import ABC, abstractmethod
from collections.abc import Mapping


class Wanting(ABC):
    """Remembers the key that a person chose, through its renames; `key`, the selected one, is the subclass's."""

    def __init__(self) -> None:
        self._wanted: str | None = None

    @property
    @abstractmethod
    def key(self) -> str | None:
        """The selected key; `None` where there is nothing to select."""

    @property
    def wanted(self) -> str | None:
        """The key that a person chose; `None` where nobody has chosen yet."""
        return self._wanted

    def wish(self, key: str) -> None:
        """Select this key as soon as it is there."""
        self._wanted = key

    def rename(self, renamed: Mapping[str, str]) -> None:
        """Keys that are others now: what was chosen, or stood in, stays so under its new name."""
        if self._wanted is None and self.key in renamed:
            self._wanted = self.key
        if self._wanted is not None:
            self._wanted = renamed.get(self._wanted, self._wanted)
