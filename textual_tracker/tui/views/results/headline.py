"""What stands above the lines: the window with its counts, and the close rates."""

from collections.abc import Iterator, Sequence

from textual_tracker.analytics.results.closing import CloseRates
from textual_tracker.analytics.results.early import usual_text
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.results.words import (
    close_rate_text,
    counts_text,
    other_rates_text,
    percent,
    share_of_text,
    window_label,
)
from textual_tracker.analytics.wording import count
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.results.worked import ResultList
from textual_tracker.tui.views.words import DOT, FAULT, nothing_yet
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece


def headline(look: Look, found: ResultList, room: int, *, beside_query: bool) -> Line:
    """`12 months to 10 Mar 2026 · 187 received · 41 closed · 98 lost · 48 still open`, or as much as there is room for.

    In less room `12 months · 187 received · 41 closed · 98 lost · 48 open`. Beside a query, which says how many match,
    without those received, and in the least room without any of them: the query in force is never cut for their sake.
    """
    seen = found.results
    whose = look.snapshot.journal.settings.officers.get(found.officer or "", "")
    says = [Piece(f"{whose}: ", "accent")] if whose else []
    full, short = window_label(found.window, look.snapshot.today), found.asked.span.name
    counts = counts_text(seen) if seen.received else "nobody received"
    used = sum(width(piece.text) for piece in says)
    parts = _short_counts(seen)
    if beside_query:
        full, counts, parts = short, counts.partition(DOT)[2] or counts, parts[1:] or parts
    if used + width(f"{full}{DOT}{counts}") > room:
        full, counts = short, _fitting(parts, room - used - width(f"{short}{DOT}"))
    if beside_query and used + width(f"{full}{DOT}{counts}") > room:
        return (*says, Piece(full, "strong"))
    return (*says, Piece(full, "strong"), Piece(f"{DOT}{counts}"))


def _short_counts(seen: Results) -> list[str]:
    """`187 received`, `41 closed`, `98 lost`, `48 open`, `7 nurture`."""
    if not seen.received:
        return ["nobody received"]
    counts = {"received": seen.received, "closed": seen.closed, "lost": seen.lost, "open": seen.open}
    parts = [f"{number:,} {name}" for name, number in counts.items()]
    return [*parts, f"{seen.nurture:,} nurture"] if seen.nurture else parts


def _fitting(parts: Sequence[str], room: int) -> str:
    """As many of the parts as there is room for, the first of them always."""
    fitting = [DOT.join(parts[:number]) for number in range(1, len(parts) + 1)]
    return next((text for text in reversed(fitting) if width(text) <= room), fitting[0])


def close_rates(found: ResultList, room: int) -> Line:
    """`close rate 29% of 139 decided (22–37%) · so far 22% of 187`, as much of it as there is room for.

    Where not all three rates fit with their numbers, the other two stand without intervals, and then without numbers:
    those are counted on the line above. That it is too early for the rate comes before these.
    """
    rates = found.results.close_rates
    if not found.results.received:
        return ()
    first = close_rate_text(rates)
    if rates.decided is None:
        others = [[f"{BY_ID['close_out'].shown_key} on a referral records it"]]
    else:
        early = [f"too early: {usual_text(found.usual)}"] if found.is_too_early else []
        others = [[*early, *more] for more in (*_other_rates(rates), [])] + [[]]
    for more in others:
        line = (Piece(first, "accent"), *(Piece(f"{DOT}{text}") for text in more))
        if sum(width(piece.text) for piece in line) <= room:
            return line
    return (Piece(first, "accent"),)


def _other_rates(rates: CloseRates) -> Iterator[list[str]]:
    """So far and controllable, in less and less room."""
    yield [text for text in other_rates_text(rates).split(DOT) if text]
    named = [(name, rate) for name, rate in (("so far", rates.so_far), ("controllable", rates.controllable)) if rate]
    yield [f"{name} {share_of_text(rate)}" for name, rate in named]
    yield [
        f"{name} {share_of_text(rate) if rate.is_few or name != 'so far' else percent(rate)}" for name, rate in named
    ]
    if not any(rate.is_few for _, rate in named):
        yield [f"{name} {percent(rate)}" for name, rate in named]


def notice(look: Look, found: ResultList, query: str) -> tuple[Line, ...]:
    """What the list says where nobody is counted: why, and which key helps."""
    if not look.snapshot.referrals:
        return nothing_yet(look.snapshot.today)
    if query:
        return (
            (),
            (Piece("Nobody who matches was received in these days. "), Piece("esc clears the query.", "quiet")),
        )
    window, faulty = BY_ID["window"].shown_key, len(found.results.left_out)
    lines: list[Line] = [
        (),
        (Piece("Nobody was received in these days. "), Piece(f"{window} looks at other days.", "quiet")),
    ]
    if faulty:
        problems = BY_ID["problems"].shown_key
        says = f"{count(faulty, 'referral')} with an error in the file left out: {problems} shows what is wrong."
        lines += [(), (Piece(f"{FAULT} ", "fault"), Piece(says))]
    return tuple(lines)
