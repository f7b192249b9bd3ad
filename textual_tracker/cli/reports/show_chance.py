"""The chance of the referral that is shown to close this month, and what it rests on."""

from msgspec import Struct

from textual_tracker.analytics.forecast.months import month_of
from textual_tracker.analytics.forecast.outlook import Chance
from textual_tracker.analytics.forecast.words import chance_percent, rests_on_sentence, window_name
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.cli.call import Call
from textual_tracker.cli.reports.rows import Row
from textual_tracker.core.records import Referral


class Shown(Struct, frozen=True):
    """A chance, and the days in which it would close."""

    window: Window
    chance: Chance


def shown_chance(snapshot: Snapshot, referral: Referral) -> Shown | None:
    """The chance to close by the end of this month; `None` for who is not open, and under too little history."""
    if not snapshot.standing(referral).is_open:
        return None
    from textual_tracker.analytics.forecast.forecast import chance_of  # noqa: PLC0415 - only for who is open

    chance = chance_of(snapshot, referral)
    return None if chance is None else Shown(month_of(snapshot.today), chance)


def print_chance(call: Call, shown: Shown) -> None:
    """Two lines: how much, and why."""
    call.output.line()
    probability = chance_percent(shown.chance.probability)
    call.output.stretches([(probability, "strong"), (f" to close in {window_name(shown.window)}", "")])
    call.output.line(rests_on_sentence(shown.chance))


def shown_chance_row(shown: Shown) -> Row:
    """The same for JSON."""
    return {
        "from": shown.window.start,
        "to": shown.window.end,
        "probability": shown.chance.probability,
        "basis": shown.chance.basis,
        "been": shown.chance.been,
    }
