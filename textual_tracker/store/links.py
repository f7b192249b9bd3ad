"""Symbolic links in a journal: those that stay inside may be read, those that lead out or round are not followed."""
# ruff: noqa: PTH116, PTH118, PTH120 - os.path: the walk speaks in plain text

import os
from collections.abc import Iterable
from functools import cached_property

from textual_tracker.core.problems import Problem
from textual_tracker.store import faults


class Links:
    """The links of one walk through the journal at `root`, whose records lie in the folders `tops`."""

    def __init__(self, root: str, tops: Iterable[str]) -> None:
        self._root = root
        self._tops = tuple(tops)
        self._followed: set[str] = set()

    @cached_property
    def real_root(self) -> str:
        """The journal's folder, free of links."""
        return os.path.realpath(self._root)

    @cached_property
    def real_tops(self) -> tuple[str, ...]:
        """The record folders, free of links."""
        return tuple(self._real(top) for top in self._tops)

    def file(self, path: str) -> os.stat_result | Problem:
        """What the linked file at `path` (relative to the journal) is; a problem where it is not to be read.

        Raises:
            OSError: the system does not say.
        """
        if not is_within(self._real(path), self.real_root):
            return faults.link_outside(path)
        try:
            return os.stat(os.path.join(self._root, path))
        except FileNotFoundError:
            return faults.dangling_link(path)

    def refuse_top(self, top: str) -> Problem | None:
        """Why a whole record folder that is a link is not walked, or None where it is."""
        real = self._real(top)
        if not is_within(real, self.real_root):
            return faults.link_outside(top)
        return faults.link_loop(top) if real == self.real_root else None

    def refuse_folder(self, path: str) -> Problem | None:
        """Why a linked folder is not walked, or None where it may be."""
        real = self._real(path)
        if not is_within(real, self.real_root):
            return faults.link_outside(path)
        here = self._real(os.path.dirname(path))
        if any(is_within(inner, real) for inner in (here, *self.real_tops)):
            return faults.link_loop(path)
        return None

    def is_new(self, path: str) -> bool:
        """Whether the records of a linked folder are not read anyway: under their own names, or by another link."""
        real = self._real(path)
        if real in self._followed or any(is_within(real, top) for top in self.real_tops):
            return False
        self._followed.add(real)
        return True

    def _real(self, path: str) -> str:
        return os.path.realpath(os.path.join(self._root, path))


def is_within(path: str, folder: str) -> bool:
    """Whether the absolute `path` is `folder` or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
