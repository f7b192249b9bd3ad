"""More referrals in the journal of these tests, of which more can be told than of twelve."""

from pathlib import Path

APPLIED = "application: {{status: submitted, submitted: {day}}}\n"


def write(journal: Path, name: str, text: str) -> Path:
    """A referral of 2026, or of the year with which its name begins."""
    path = journal / f"referrals/{name[:4]}/{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def closed(journal: Path, received: str, closed_on: str, name: str) -> None:
    """Somebody who came and closed on these days."""
    write(
        journal,
        f"{received}-{name}",
        f"borrower: {name.title()}\nsource: sphere\n{APPLIED.format(day=received)}"
        f"outcome: {{status: closed, date: {closed_on}, amount: 300000}}\n",
    )


def lost(journal: Path, received: str, lost_on: str, name: str, reason: str = "went_cold") -> None:
    """Somebody who came and was talked with, and was lost on these days."""
    write(
        journal,
        f"{received}-{name}",
        f"borrower: {name.title()}\nsource: sphere\n"
        f"contact_attempts:\n  - {{date: {received}, channel: call, result: reached}}\n"
        f"outcome: {{status: lost, date: {lost_on}, reason: {reason}}}\n",
    )
