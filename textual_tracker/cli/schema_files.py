"""The JSON Schemas that travel with the program, and the copies of them that a journal holds for its editors."""

from pathlib import Path

from textual_tracker.config.resources import schema_folder

COPIED = ("referral", "activity", "partner", "journal")
"""The kinds of record: their schemas are copied into `.schema`, where the records' first lines point."""

OWN = "config"
"""The schema of a person's own settings."""
OUTPUTS = "output"
ENDING = ".schema.json"
COPIES_FOLDER = ".schema"


def schema_names() -> list[str]:
    """All schemas by name: the records', the settings', then those of the JSON outputs, such as `output/stalled`."""
    outputs = sorted((schema_folder() / OUTPUTS).glob(f"*{ENDING}"))
    return [*COPIED, OWN, *(f"{OUTPUTS}/{path.name.removesuffix(ENDING)}" for path in outputs)]


def schema_bytes(name: str) -> bytes:
    """One schema as it travels with the program; `name` is one of `schema_names()`."""
    return (schema_folder() / f"{name}{ENDING}").read_bytes()


def outdated_copies(root: Path) -> dict[Path, bytes]:
    """The copies in the journal at `root` that are missing or differ, with what they should hold."""
    wanted = {root / COPIES_FOLDER / f"{name}{ENDING}": schema_bytes(name) for name in COPIED}
    return {path: content for path, content in wanted.items() if not _holds(path, content)}


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file has this text; line ends are the business of git and of the machine."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n") == content
    except FileNotFoundError:
        return False
