"""The columns that the tables of referrals have in common."""

from collections.abc import Sequence

from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import SIGNS, rule_text, sender, stage_label, waited
from textual_tracker.cli.journal import faulty_places
from textual_tracker.cli.table import Column
from textual_tracker.core.records import Referral

WHO, FROM, RULE, ACTION = 16, 12, 20, 22
"""The fewest cells to which these columns are cut, before one of them is left out."""

NARROW = 120
"""A terminal of fewer cells gets shorter words."""


def sign_column(rows: Sequence[tuple[Referral, Firing | None]]) -> Column:
    """`!` stalled, `·` at risk; `✗` where the file has an error."""
    signs = ["" if firing is None else SIGNS[firing.level] for _, firing in rows]
    faults = ["✗" if is_faulty(referral) else "" for referral, _ in rows]
    return Column("", [sign + fault for sign, fault in zip(signs, faults, strict=True)], painted=True)


def name_column(referrals: Sequence[Referral]) -> Column:
    """Who it is."""
    return Column("who", [referral.name for referral in referrals], least=WHO, painted=True)


def stage_column(snapshot: Snapshot, referrals: Sequence[Referral], *, goes: int) -> Column:
    """Where they stand."""
    labels = [stage_label(snapshot.standing(referral).stage) for referral in referrals]
    return Column("stage", labels, goes=goes)


def from_column(snapshot: Snapshot, referrals: Sequence[Referral], *, goes: int) -> Column:
    """Who sent them, else where they came from."""
    return Column("from", [sender(snapshot, referral) for referral in referrals], least=FROM, goes=goes)


def rule_column(snapshot: Snapshot, rows: Sequence[tuple[Referral, Firing | None]], *, goes: int = 0) -> Column:
    """What fires, in the words of this referral."""
    return Column(
        "rule",
        [rule_text(snapshot, referral, firing) for referral, firing in rows],
        least=RULE,
        goes=goes,
        painted=True,
    )


def waited_column(snapshot: Snapshot, firings: Sequence[Firing], *, width: int | None) -> Column:
    """`3 working days`; on a narrow terminal `3 days`, but never `0 days` of another day than today."""
    texts = [waited(firing.waited, firing.since, snapshot.today) for firing in firings]
    if width is not None and width < NARROW:
        pairs = zip(texts, firings, strict=True)
        texts = [text.replace("working ", "") if firing.waited else text for text, firing in pairs]
    return Column("waited", texts)


def fault_column(snapshot: Snapshot, referrals: Sequence[Referral]) -> Column:
    """`✗ path:line` beside a referral whose file has an error."""
    if not any(map(is_faulty, referrals)):
        return Column("", [])
    places = faulty_places(snapshot.journal)
    return Column("", [f"✗ {places.get(r.path, r.path)}" if is_faulty(r) else "" for r in referrals], goes=1)


def is_faulty(referral: Referral) -> bool:
    """Whether something is missing here because of an error in the file."""
    return referral.faulty or referral.stale


def level_styles(firings: Sequence[Firing | None]) -> list[str]:
    """The colour of each row."""
    return ["" if firing is None else firing.level for firing in firings]
