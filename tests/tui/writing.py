"""Where the tests of writing find what was written."""

from collections.abc import Iterator
from pathlib import Path

from tests.tui.driving import Person

REFERRALS = "referrals/2026"
DANA = f"{REFERRALS}/2026-03-06-dana-ortiz.yaml"
MARCUS = f"{REFERRALS}/2026-03-02-marcus-bell.yaml"
PARTNER = "partners/sarah-chen.yaml"


def text(journal: Path, path: str) -> str:
    """What a file of the journal says."""
    return (journal / path).read_text("utf-8")


def files(journal: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the journal, by its path."""
    for file in sorted(journal.rglob("*.yaml")):
        yield file.relative_to(journal).as_posix(), file.read_bytes()


async def goes_to(person: Person, name: str) -> None:
    """Find the card of this name in the pipeline, by a query that stays."""
    await person.press("2", "escape", "slash")
    await person.type(name.lower())
    await person.press("enter")
    await person.finds(lambda: (person.desk.view.main.key or "").endswith(name.lower().replace(" ", "-")))
