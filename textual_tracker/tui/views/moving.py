"""The keys that move: in the list, or in the page of text that has them instead."""

from abc import abstractmethod
from typing import Protocol

TEN = 10


class Mover(Protocol):
    """A list, a board, or a page of text."""

    @property
    def page(self) -> int:
        """How much is in view."""

    def move(self, steps: int, /) -> None:
        """Down by so many, up where negative."""

    def first(self) -> None:
        """To the first."""

    def last(self) -> None:
        """To the last."""


class Moving:
    """Carries out the actions of the group "Move", in whatever `mover` is now."""

    @property
    @abstractmethod
    def mover(self) -> Mover:
        """What the keys move in."""

    @abstractmethod
    def follow(self) -> None:
        """Something may be selected now that was not before."""

    def do_down(self) -> None:
        """Down one."""
        self._move(1)

    def do_up(self) -> None:
        """Up one."""
        self._move(-1)

    def do_ten_down(self) -> None:
        """Down ten."""
        self._move(TEN)

    def do_ten_up(self) -> None:
        """Up ten."""
        self._move(-TEN)

    def do_page_down(self) -> None:
        """Down a page."""
        self._move(self.mover.page)

    def do_page_up(self) -> None:
        """Up a page."""
        self._move(-self.mover.page)

    def do_first(self) -> None:
        """To the first."""
        self.mover.first()
        self.follow()

    def do_last(self) -> None:
        """To the last."""
        self.mover.last()
        self.follow()

    def _move(self, steps: int) -> None:
        self.mover.move(steps)
        self.follow()
