"""Journals and moves for the tests of Today."""

import datetime as dt
from pathlib import Path

from tests.tui.driving import Person

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
LEE = "referrals/2026/2026-03-05-lee-ortiz.yaml"
HEADS = "who what waited phone"
SATURDAY = dt.date(2026, 3, 14)


def rows(person: Person) -> list[str]:
    """The lines of the list, with one blank between the cells."""
    return [" ".join(line.split()) for line in person.list if line.strip()]


def write(journal: Path, path: str, text: str) -> None:
    (journal / path).parent.mkdir(parents=True, exist_ok=True)
    (journal / path).write_text(text, "utf-8")


def set_up(journal: Path, text: str) -> None:
    """Say this in journal.yaml as well."""
    with (journal / "journal.yaml").open("a", encoding="utf-8") as file:
        file.write(text)


def nobody_waits(journal: Path) -> None:
    """Only Ana Gómez is left, who was heard from yesterday; her partner was told."""
    for path in (journal / "referrals").rglob("*.yaml"):
        if "ana-gomez" not in path.name:
            path.unlink()


async def goes_to(person: Person, begins: str) -> None:
    """Go up from the last row to the one that begins like this."""
    await person.press("G")
    await person.pilot.pause()
    while not person.selected.startswith(begins):
        before = person.selected
        await person.press("k")
        assert person.selected != before, f"no row begins with {begins}:\n{person.screen}"


def many_new(journal: Path, number: int) -> None:
    """So many more who were received on Monday and have not been called."""
    for one in range(number):
        write(journal, f"referrals/2026/2026-03-09-new-{one:03}.yaml", f"borrower: New {one:03}\nsource: online\n")
