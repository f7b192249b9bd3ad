"""The report of `diagnose`: the one thing to change, what else breaks, and what holds."""

from textual_tracker.analytics.diagnosis.verdict import Diagnosis, Verdict
from textual_tracker.analytics.diagnosis.words import (
    TITLES,
    bar,
    finding,
    gain,
    goal,
    headline,
    measured,
    not_judged,
    title,
)
from textual_tracker.analytics.results.left_out import left_out_sentence
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.call import Call
from textual_tracker.cli.table import Column
from textual_tracker.cli.text import safe, wrapped

NAMED = 5
"""So many of the people behind a verdict are named, unless all are asked for."""

FIRES = "!"
SIGNS = {"fires": FIRES, "on_target": "✓", "undecided": "?", "too_few": "?"}
INDENT = "  "

NARROW = 56
STEP, FINDING, NARROW_FINDING = 13, 36, 12
"""The fewest cells to which a step is cut, and what is found of it; the latter on a terminal of fewer than `NARROW`."""


def report(call: Call, snapshot: Snapshot, diagnosis: Diagnosis) -> None:
    """The whole diagnosis, below the officer's name where one was asked for; `--all` names everybody behind it."""
    if diagnosis.officer is not None:
        call.output.line(snapshot.journal.settings.officers.get(diagnosis.officer, diagnosis.officer), "quiet")
    _print(call, headline(diagnosis), "strong", indent="")
    for verdict in diagnosis.fired:
        call.output.line()
        _print_broken(call, verdict)
    rest = [verdict for verdict in diagnosis.verdicts if not verdict.fires]
    if rest:
        call.output.line()
        _print_rest(call, rest)
    for verdict in rest:
        if verdict.advice:
            call.output.line()
            call.output.line(title(verdict))
            _print(call, verdict.advice)
            _print_names(call, verdict)
    without = left_out_sentence(snapshot, diagnosis.officer)
    if without:
        call.output.line()
        call.output.paragraph(without, "quiet")


def _print_broken(call: Call, verdict: Verdict) -> None:
    """What breaks, on what evidence, what to do, and who is behind it."""
    call.output.line(f"{FIRES} {title(verdict)}", "stalled")
    said = f"{verdict.measured}: {measured(verdict)}" if verdict.rate is not None else measured(verdict)
    _print(call, "; ".join(filter(None, (said, not_judged(verdict)))))
    _print(call, "; ".join(filter(None, (goal(verdict), finding(verdict), gain(verdict)))))
    _print(call, verdict.advice)
    _print_names(call, verdict)


def _print_names(call: Call, verdict: Verdict) -> None:
    """`Kai Brooks, Jo Hale and 65 more (--all)`, newest first."""
    people = [referral.name for referral in verdict.behind]
    if not people:
        return
    shown = people if call.parsed.flag("all") else people[:NAMED]
    more = f" and {len(people) - len(shown)} more (--all)" if len(shown) < len(people) else ""
    _print(call, f"{', '.join(shown)}{more}", "quiet")


def _print(call: Call, text: str, style: str = "", indent: str = INDENT) -> None:
    """A sentence or two: one line on a pipe, broken between words on a terminal."""
    shown, width = safe(text), call.output.width
    for line in [shown] if width is None else wrapped(shown, width - len(indent)):
        call.output.line(f"{indent}{line}", style)


def _print_rest(call: Call, verdicts: list[Verdict]) -> None:
    """A row a verdict. Where there is little room the steps go without the verdict's name: two of them share one."""
    width = call.output.width
    least = NARROW_FINDING if width is not None and width < NARROW else FINDING
    call.output.table(
        [
            Column("", [SIGNS.get(verdict.status, "") for verdict in verdicts]),
            Column("", [verdict.name if TITLES[verdict.step] else "" for verdict in verdicts], goes=1),
            Column("does not fire", [TITLES[verdict.step] or verdict.name for verdict in verdicts], least=STEP),
            Column("measured", [measured(verdict) for verdict in verdicts], goes=4),
            Column("not yet", [f"{one.left_out:,}" if one.left_out else "" for one in verdicts], right=True, goes=2),
            Column("target", [bar(verdict) for verdict in verdicts], goes=3),
            Column("", [finding(verdict) for verdict in verdicts], least=least),
        ]
    )
