"""The action that puts the text of files in canonical form."""

from collections.abc import Sequence

from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.editing.draft import Draft
from textual_tracker.errors import NotWrittenError, RefusedEditError
from textual_tracker.reading.codes import UNREADABLE
from textual_tracker.reading.reader import read
from textual_tracker.reading.schema import Kind
from textual_tracker.store.layout import kind_of


class Formatting:
    """The action on the files at these paths. `left` then holds a sentence about each that stays as it is."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self.left: list[str] = []

    def __call__(self, draft: Draft) -> str:
        """Put the files in order, and say how many were not."""
        self.left.clear()
        if not self._paths:
            return "no record lies there"
        for path in self._paths:
            try:
                _put_in_order(draft, path)
            except NotWrittenError as error:
                self.left.append(str(error))
            except RefusedEditError as error:
                self.left.append(_sentence(path, draft.data(path) or b"", str(error)))
        changed = len(draft.changes)
        if changed:
            return f"{changed} file{'s' if changed > 1 else ''} formatted"
        return "all else is in order" if self.left else "all is in order"


def _put_in_order(draft: Draft, path: str) -> None:
    kind, data = kind_of(path), draft.data(path)
    if kind is not None and data is not None:
        draft.write(path, canonical(kind, data))


def _sentence(path: str, data: bytes, why: str) -> str:
    """That the file stays as it is, and why; one that cannot be read is named with the place."""
    kind: Kind | None = kind_of(path)
    problems = read(kind, path, data).problems if kind is not None else ()
    first = next((problem for problem in problems if problem.code in UNREADABLE), None)
    if first is None:
        return f"{path} was left as it is: {why}"
    return f"{path}:{first.line}:{first.column} cannot be read and was left as it is: {first.message}"
