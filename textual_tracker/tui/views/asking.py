"""Views that are filtered by the query language of the command line, while a query is typed and after."""

from textual_tracker.analytics.query import Query, parse_query
from textual_tracker.analytics.query_fields import FIELDS
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.view import Found, View


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

    def chosen_referral(self) -> str | None:
        """The referral of the selected row, where a person chose that row."""
        target = self.target()
        return target.id if target is not None and self.main.key == self.main.chosen else None

    def carry(self, referral_id: str) -> None:
        """Select the referral here too, if it is shown."""
        self.wish(referral_id)


def parsed(text: str, look: Look | None) -> Query | None:
    """The query, with the saved ones of the journal; `None` where nothing is asked.

    Raises:
        UsageError: with what is wrong and the nearest right word.
    """
    saved = {} if look is None else look.snapshot.journal.settings.queries
    return parse_query(text, saved) if text.strip() else None


def is_unfinished(text: str) -> bool:
    """Whether the last word is only the name of a field so far: nobody wants to see what `stag` or `stage:` finds."""
    word = text.rsplit(" ", 1)[-1].lstrip("-")
    name = word.removesuffix(":")
    if name != word:
        return name in FIELDS
    return bool(name) and any(field.startswith(name) for field in FIELDS)
