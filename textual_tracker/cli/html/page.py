"""One self-contained page: its head, what it says, what the words mean, and who should see it."""

import datetime as dt
from collections.abc import Iterable

from textual_tracker.analytics.definitions.definition import Definition
from textual_tracker.analytics.wording import long_day
from textual_tracker.cli.html.marker import GENERATOR, MARKER
from textual_tracker.cli.html.markup import Markup, joined, lines, tag
from textual_tracker.cli.html.style import CSS, POLICY

CAREFUL = "It is made from your journal and may name customers: keep it as you keep their files."


def page(
    title: str, whose: str, window: str, said: Iterable[str], definitions: Iterable[Definition], today: dt.date
) -> str:
    """The whole file: `said` are the sections, in their order; `window` is "" where the sections themselves say it."""
    as_of = long_day(today)
    subtitle = " · ".join(filter(None, (whose, window, f"as of {as_of}")))
    head = lines(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Markup(MARKER),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", f"{title} · {subtitle}"),
        Markup(f"<style>{CSS}</style>"),
    )
    body = tag(
        "main",
        lines(
            tag("h1", title),
            tag("p", subtitle, class_="quiet"),
            *said,
            _definitions(definitions),
            tag("footer", tag("p", f"As of {as_of}, by {GENERATOR}. {CAREFUL}")),
        ),
    )
    return joined(
        Markup("<!doctype html>\n"),
        tag("html", Markup("\n"), tag("head", head), Markup("\n"), tag("body", body), Markup("\n"), lang="en"),
        Markup("\n"),
    )


def section(title: str, *content: str) -> Markup:
    """A part of the page below a heading; nothing where it has no content."""
    inside = lines(*content)
    return tag("section", lines(tag("h2", title), inside)) if inside else Markup()


def _definitions(definitions: Iterable[Definition]) -> Markup:
    rows = [joined(tag("dt", one.term), tag("dd", one.means)) for one in definitions]
    return section("What the words mean", tag("dl", lines(*rows))) if rows else Markup()
