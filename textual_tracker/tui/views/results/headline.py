"""What stands above the lines: the window with its counts, and the close rates."""

from collections.abc import Iterator

from textual_tracker.analytics.results.words import (
    close_rate_text,
    counts_text,
    other_rates_text,
    window_label,
)
from textual_tracker.analytics.wording import count
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.results.worked import ResultList
from textual_tracker.tui.views.words import DOT, FAULT, nothing_yet
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece


def headline(look: Look, found: ResultList, *, beside_query: bool) -> Line:
    """`12 months to 10 Mar 2026 · 187 received · 41 closed · 98 lost · 48 still open`.

    Beside a query, which says how many match, `12 months · 41 closed · 98 lost · 48 still open`.
    """
    seen = found.results
    whose = look.snapshot.journal.settings.officers.get(found.officer or "", "")
    says = [Piece(f"{whose}: ", "accent")] if whose else []
    window = found.asked.span.name if beside_query else window_label(found.window, look.snapshot.today)
    says.append(Piece(window, "strong"))
    counts = counts_text(seen) if seen.received else "nobody received"
    says.append(Piece(f"{DOT}{counts.partition(DOT)[2] or counts if beside_query else counts}"))
    return tuple(says)


def close_rates(found: ResultList, room: int) -> Line:
    """`close rate 29% of 139 decided (22–37%) · so far 22% of 187`, as much of it as there is room for."""
    pieces: list[Piece] = []
    used = 0
    for piece in _rates(found):
        used += width(piece.text)
        if pieces and used > room:
            break
        pieces.append(piece)
    return tuple(pieces)


def _rates(found: ResultList) -> Iterator[Piece]:
    rates = found.results.close_rates
    if not found.results.received:
        return
    yield Piece(close_rate_text(rates), "accent")
    if rates.decided is None:
        yield Piece(f"{DOT}{BY_ID['close_out'].shown_key} on a referral records it", "quiet")
    for text in filter(None, other_rates_text(rates).split(DOT)):
        yield Piece(f"{DOT}{text}")


def notice(look: Look, found: ResultList, query: str) -> tuple[Line, ...]:
    """What the list says where nobody is counted: why, and which key helps."""
    if not look.snapshot.referrals:
        return nothing_yet(look.snapshot.today)
    if query:
        return (
            (),
            (Piece("Nobody who matches was received in these days. "), Piece("esc clears the query.", "quiet")),
        )
    window, faulty = BY_ID["window"].shown_key, len(found.results.faulty)
    lines: list[Line] = [
        (),
        (Piece("Nobody was received in these days. "), Piece(f"{window} looks at other days.", "quiet")),
    ]
    if faulty:
        problems = BY_ID["problems"].shown_key
        says = f"{count(faulty, 'referral')} with an error in the file left out: {problems} shows what is wrong."
        lines += [(), (Piece(f"{FAULT} ", "fault"), Piece(says))]
    return tuple(lines)
