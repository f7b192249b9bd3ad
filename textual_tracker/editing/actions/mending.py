"""The action that puts quotes around what needs them."""

from collections.abc import Sequence

from textual_tracker.editing.draft import Draft
from textual_tracker.editing.quoting import InQuotes, put_into_quotes
from textual_tracker.errors import NotWrittenError
from textual_tracker.store.layout import kind_of


class Mending:
    """The action on the files at these paths. `mended` then holds a sentence about each value that is in quotes."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self.mended: list[str] = []

    def __call__(self, draft: Draft) -> str:
        """Put into quotes what can be, and say how many values that were."""
        self.mended.clear()
        for path in self._paths:
            for value in _mend(draft, path):
                self.mended.append(f"{path}:{value.line}: {value.key or 'a value of the list'} is in quotes now")
        number = len(self.mended)
        return f"{number} value{'' if number == 1 else 's'} put into quotes"


def _mend(draft: Draft, path: str) -> tuple[InQuotes, ...]:
    kind = kind_of(path)
    try:
        data = draft.data(path)
    except NotWrittenError:
        return ()  # what cannot be read at all, the check says so
    if kind is None or data is None:
        return ()
    mended = put_into_quotes(kind, data)
    if mended.values:
        draft.write(path, mended.data)
    return mended.values
