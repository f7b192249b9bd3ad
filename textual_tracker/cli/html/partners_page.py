"""The page of `partners`: who waits for word and who went quiet, and a scorecard a row."""

from collections.abc import Iterator, Sequence

from textual_tracker.analytics.definitions import definitions_of
from textual_tracker.analytics.partners.scorecard import Scorecard, Scorecards
from textual_tracker.analytics.partners.scorecard_words import (
    ORDER,
    ago_text,
    closed_text,
    gap_text,
    headline,
    likely_text,
    told_headline,
    told_text,
)
from textual_tracker.analytics.results.words import number as number_text
from textual_tracker.analytics.results.words import window_label
from textual_tracker.analytics.rules import AT_RISK
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import count, day, partner_named, partner_text, short_money, waited
from textual_tracker.cli.html.markup import Markup
from textual_tracker.cli.html.page import page, section
from textual_tracker.cli.html.tables import number, paragraphs, table, text


def partners_page(snapshot: Snapshot, found: Scorecards, named: Sequence[Scorecard] | None, whose: str) -> str:
    """The whole page: everybody of whom there is something to say, or those who were `named`."""
    cards = [card for card in found.cards if not card.is_idle] if named is None else named
    rows = [row for card in cards for row in card.summary.waits]
    said = [paragraphs([f"{_begun(headline(snapshot, rows))}."], class_="lead")]
    if named is None:
        said.append(paragraphs([f"{_begun(told_headline(found))}."]))
    said += [_waiting(snapshot, cards), _scorecards(cards, found)]
    words = definitions_of("partners") if cards else ()
    return page("Partners", whose, window_label(found.window, snapshot.today), said, words, snapshot.today)


def _begun(sentence: str) -> str:
    """With a capital letter, and the names in it as they are."""
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _waiting(snapshot: Snapshot, cards: Sequence[Scorecard]) -> Markup:
    """A row a referral of which somebody is to hear, and a row for each who went quiet; in the order of the cards."""
    heads = [text("partner"), text("about"), text("what"), text("since"), number("for")]
    return section("Who waits", table(heads, _waits(snapshot, cards)))


def _waits(snapshot: Snapshot, cards: Sequence[Scorecard]) -> Iterator[tuple[str, ...]]:
    for card in cards:
        for row in card.summary.waits:
            since, name = day(row.since, snapshot.today), partner_named(snapshot, card.id)
            if row.referral is None:
                yield name, "", partner_text(row), since, count(row.waited, "day")
            else:
                what = f"{partner_text(row)}{' · soon' if row.level == AT_RISK else ''}"
                yield name, row.referral.name, what, since, waited(row.waited, row.since, snapshot.today)


def _scorecards(cards: Sequence[Scorecard], found: Scorecards) -> Markup:
    heads = [
        text("partner"),
        *map(number, ("received", "appt held", "applied", "open", "closed", "likely")),
        *map(number, ("amount", "days", "told in time", "last sent", "usual gap")),
    ]
    order = ORDER if found.ranked > 1 else ""
    return section("Scorecards", table(heads, map(_card, cards), dense=True), paragraphs([order], class_="quiet"))


def _card(card: Scorecard) -> tuple[str, ...]:
    group = card.group
    counts = (group.received, group.appointments_held, group.applications, group.open)
    return (
        card.summary.name,
        *(f"{one:,}" if one else "" for one in counts),
        closed_text(card),
        likely_text(card.ranked),
        short_money(group.amount or None),
        "" if group.median_days is None else number_text(group.median_days),
        told_text(card.told),
        ago_text(card.days_since),
        gap_text(card.usual_gap),
    )
