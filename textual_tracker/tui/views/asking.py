"""Views that are filtered by the query language of the command line, while a query is typed and after."""

import re
from collections.abc import Mapping

from textual_tracker.analytics.query.fields import FIELDS
from textual_tracker.analytics.query.query import SAVED, Query, parse_query
from textual_tracker.errors import UsageError
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.view import Found, View
from textual_tracker.tui.widgets.cells import plain


class AskingView(View[Found]):
    """A view of referrals; `_query` is the one in force, `None` while nothing is asked."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._query: Query | None = None

    def ask(self, text: str) -> None:
        """Filter by the query; raises UsageError where it makes no sense."""
        self._query = parsed(text, self.look)
        self.query_text = text.strip()

    def is_unfinished(self, text: str) -> bool:
        """Whether the last word is only a field's name so far."""
        return is_unfinished(text)

    def apply(self, text: str) -> None:
        """Filter by this query, which was not typed but chosen."""
        self._close_query_bar()
        try:
            self.ask(text)
        except UsageError as error:
            self.notify(plain(str(error)), severity="error", markup=False)
        else:
            self.outdate()

    def chosen_referral(self) -> str | None:
        """The referral of the selected row, where a person chose that row."""
        target = self.target()
        return target.id if target is not None and self.main.key == self.main.chosen else None

    def carry(self, referral_id: str) -> None:
        """Select the referral here too, if it is shown."""
        self.wish(referral_id)


def as_typed(name: str, text: str) -> str:
    """The saved query `name` as it is typed into a query: by its name, or where that cannot be typed as its `text`."""
    if '"' in name or not name.isprintable():
        return text
    if re.fullmatch(r"\w[\w.-]*", name):
        return name
    return f'"{SAVED}:{name}"' if " " in name else f"{SAVED}:{name}"


def saved_queries(look: Look | None) -> Mapping[str, str]:
    """The queries that journal.yaml names."""
    return {} if look is None else look.snapshot.journal.settings.queries


def wrong_with(name: str, look: Look) -> str:
    """What is wrong with the saved query, or ""."""
    try:
        parsed(as_typed(name, saved_queries(look)[name]), look)
    except UsageError as error:
        return str(error)
    return ""


def parsed(text: str, look: Look | None) -> Query | None:
    """The query, with the saved ones of the journal; `None` where nothing is asked.

    Raises:
        UsageError: with what is wrong and the nearest right word.
    """
    return parse_query(text, saved_queries(look)) if text.strip() else None


def is_unfinished(text: str) -> bool:
    """Whether the last word is only the name of a field so far: nobody wants to see what `stag` or `stage:` finds."""
    word = text.rsplit(" ", 1)[-1].lstrip("-")
    name = word.removesuffix(":")
    if name != word:
        return name in FIELDS
    return bool(name) and any(field.startswith(name) for field in FIELDS)
