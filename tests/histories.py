"""A journal's past, as files: loans that closed and referrals that were lost, one every few days up to March 2026."""

import datetime as dt
from pathlib import Path

LAST = dt.date(2026, 3, 2)
"""The last of the endings."""
EVERY = 9
"""Days between two endings."""


def write_history(root: Path, closed: int, lost: int) -> None:
    """So many of both, by turns, the newest ending on `LAST`."""
    kinds = [kind for pair in zip("c" * max(closed, lost), "l" * max(closed, lost), strict=True) for kind in pair]
    counts = {"c": closed, "l": lost}
    number = 0
    for kind in kinds:
        if counts[kind]:
            counts[kind] -= 1
            ended = LAST - dt.timedelta(days=EVERY * number)
            write(root, *(_closed(number, ended) if kind == "c" else _lost(number, ended)))
            number += 1


def write(root: Path, received: dt.date, name: str, text: str) -> None:
    """One referral's file."""
    folder = root / "referrals" / str(received.year)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{received}-{name.lower().replace(' ', '-')}.yaml"
    file.write_text(f"borrower: {name}\nsource: sphere\n{text}", "utf-8")


def _closed(number: int, ended: dt.date) -> tuple[dt.date, str, str]:
    """Forty days from the first word to the closing."""
    received, submitted, contract = (ended - dt.timedelta(days=days) for days in (40, 30, 21))
    amount = 250_000 + 10_000 * number
    text = (
        f"loan: {{amount: {amount}}}\n"
        f"contact_attempts: [{{date: {received}, channel: call, result: reached}}]\n"
        f"application: {{status: in_process, submitted: {submitted}, under_contract: {contract}}}\n"
        f"outcome: {{status: closed, date: {ended}, amount: {amount}}}\n"
    )
    return received, f"Cleo Past{number}", text


def _lost(number: int, ended: dt.date) -> tuple[dt.date, str, str]:
    """Reached on the first day, gone two weeks later."""
    received = ended - dt.timedelta(days=14)
    text = (
        f"contact_attempts: [{{date: {received}, channel: call, result: reached}}]\n"
        f"outcome: {{status: lost, date: {ended}, reason: went_cold}}\n"
    )
    return received, f"Lou Past{number}", text
