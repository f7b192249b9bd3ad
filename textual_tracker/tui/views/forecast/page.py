"""The chance on the page of a referral."""

from collections.abc import Iterator, Sequence

from textual_tracker.analytics.forecast.outlook import Chance
from textual_tracker.analytics.forecast.words import chance_percent, rests_on_sentence, window_name
from textual_tracker.analytics.window import Window
from textual_tracker.tui.views.page_parts import INDENT, line
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph, Pointed

Paragraphs = tuple[Paragraph | Pointed, ...]


def with_chance(paragraphs: Sequence[Paragraph | Pointed], chance: Chance, window: Window) -> Paragraphs:
    """The page with the chance below its head."""
    head = paragraphs.index(BLANK) if BLANK in paragraphs else len(paragraphs)
    return (*paragraphs[:head], *_chance(chance, window), *paragraphs[head:])


def _chance(chance: Chance, window: Window) -> Iterator[Paragraph]:
    yield BLANK
    yield line(Piece(chance_percent(chance.probability), "strong"), Piece(f" to close in {window_name(window)}"))
    yield line(Piece(f"  {rests_on_sentence(chance)}", "quiet"), hang=INDENT)
