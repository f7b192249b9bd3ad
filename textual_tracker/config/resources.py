"""Where the files that travel with the program lie: the schemas and the sample journal.

A wheel carries them inside the package; in a checkout (an editable install) they lie beside it.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent


def schema_folder() -> Path:
    """The folder with referral, activity, partner and journal `.schema.json`, and `output/`."""
    return _resource("schema")


def sample_journal_folder() -> Path:
    """The sample journal as shipped; never to be opened for writing, `demo` makes a copy."""
    return _resource("sample_journal")


def _resource(name: str) -> Path:
    beside = CHECKOUT / name
    if (CHECKOUT / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    return PACKAGE / f"_{name}"
