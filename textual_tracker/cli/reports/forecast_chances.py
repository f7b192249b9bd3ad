"""What a forecast rests on: the chance of each open referral, the highest first."""

from textual_tracker.analytics.forecast.outlook import Outlook
from textual_tracker.analytics.forecast.words import chance_percent, rests_on
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import days, sender, short_money, stage_label
from textual_tracker.cli.call import Call
from textual_tracker.cli.reports.columns import FROM, WHO
from textual_tracker.cli.table import Column

TOP = 10
"""So many rows are shown on a terminal, unless all are wanted."""

NARROW = 56
NARROW_RESTS_ON = 12
"""The fewest cells of what a chance rests on; on a terminal of `NARROW` cells and more it is whole."""


def print_chances(call: Call, snapshot: Snapshot, outlook: Outlook) -> None:
    """The table; on a terminal only its top, with how many more there are and what they add up to."""
    chances = outlook.chances
    shown = chances if call.output.width is None or call.parsed.flag("all") else chances[:TOP]
    call.output.line()
    call.output.line("WHAT IT RESTS ON", "strong")
    if not chances:
        call.output.line("  nobody is open")
        return
    width = call.output.width
    least = NARROW_RESTS_ON if width is not None and width < NARROW else 0
    call.output.table(
        [
            Column("chance", [chance_percent(chance.probability) for chance in shown], right=True),
            Column("who", [chance.referral.name for chance in shown], least=WHO),
            Column("stage", [stage_label(chance.stage) for chance in shown], goes=4),
            Column("days", [days(chance.days_in_stage) for chance in shown], right=True, goes=2),
            Column("rests on", [rests_on(chance, snapshot.today) for chance in shown], least=least),
            Column("amount", [short_money(chance.amount) for chance in shown], right=True, goes=3),
            Column("from", [sender(snapshot, chance.referral) for chance in shown], least=FROM, goes=1),
        ],
        indent="  ",
    )
    rest = chances[len(shown) :]
    if rest:
        together = sum(chance.probability for chance in rest)
        call.output.line(f"  {len(rest)} more, {together:.1f} closings together; --all shows them", "quiet")
