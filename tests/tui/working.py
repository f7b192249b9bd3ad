"""A journal with half a year of work in it, as of Tue 10 Mar 2026: what the Activity view has to show."""

import datetime as dt
from pathlib import Path

from tests.tui.driving import Person

FIRST, LAST = dt.date(2025, 9, 15), dt.date(2026, 3, 9)
HOLIDAYS = ("2025-11-27", "2025-12-25", "2026-01-01")
DAYS_OFF = "2025-12-29..2025-12-31"
MISSING = ("2025-10-08", "2026-02-05", "2026-02-26")
SICK = "2026-01-22"
NOTES = {
    "2026-03-06": "Underwriting had me on the line until five.",
    "2026-02-17": "Two classes, one after the other.",
    "2025-10-01": "[bold]Everything[/bold] \x1b[31mred",
}
SETTINGS = f"""format: 1
officer: Ana Rivera
holidays: [{", ".join(HOLIDAYS)}]
days_off: [{DAYS_OFF}]
goals:
  daily: {{calls: 15, follow_ups: 8, notes: 3, conversations: 5}}
activities: [open_houses]
"""


def worked(journal: Path) -> None:
    """Write a file for every day of work, by a simple rule, so that the last seven working days are done."""
    (journal / "journal.yaml").write_text(SETTINGS, "utf-8")
    for number in range((LAST - FIRST).days + 1):
        date = FIRST + dt.timedelta(days=number)
        iso = date.isoformat()
        off = iso in {*HOLIDAYS, *MISSING} or dt.date(2025, 12, 29) <= date <= dt.date(2025, 12, 31)
        if date.weekday() == 5 and number % 28 == 12:
            write_day(journal, iso, "conversations: 4\ncustom: {open_houses: 1}\n")
        elif iso == SICK:
            write_day(journal, iso, "day_off: sick\n")
        elif date.weekday() < 5 and not off:
            write_day(journal, iso, _counters(number, is_late=date >= dt.date(2026, 3, 3)))


def write_day(journal: Path, date: str, text: str, officer: str = "") -> Path:
    """Write the file of a day, perhaps with a comment."""
    path = journal / "activity" / officer / date[:4] / f"{date}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    note = NOTES.get(date, "").replace("\x1b", "\\x1b")
    path.write_text(text + (f'comment: "{note}"\n' if note else ""), "utf-8")
    return path


def _counters(number: int, *, is_late: bool) -> str:
    """The counters of the day of this number: every tenth is a poor one, every third of the others a full one."""
    if number % 10 == 4 and not is_late:
        return f"calls: {number % 5}\nfollow_ups: 1\n"
    full = is_late or number % 3 == 0
    calls, follow_ups = (15 + number % 7, 8 + number % 4) if full else (9 + number % 6, 5 + number % 3)
    return f"calls: {calls}\nfollow_ups: {follow_ups}\nnotes: {3 if full else 2}\nconversations: {4 + number % 3}\n"


async def seen(person: Person) -> None:
    """Go to Activity, and wait until it is worked out."""
    await person.press("4")
    await person.finds(lambda: person.desk.view.id == "activity" and person.desk.view.found is not None)
    await person.pilot.pause()


def emptied(journal: Path, *folders: str) -> None:
    """Delete every record in these folders, or in all of them."""
    for folder in folders or ("activity", "referrals", "partners"):
        for file in (journal / folder).rglob("*.yaml"):
            file.unlink()
