"""`tracker schema`: print a JSON Schema, or the names of all."""

import difflib

from textual_tracker.cli.call import Call
from textual_tracker.cli.schema_files import OUTPUTS, schema_bytes, schema_names
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Print the schema that was named, else the names."""
    names = schema_names()
    if call.words:
        call.output.data(schema_bytes(_named(call.words[0], names)))
    elif call.json:
        call.output.json(names)
    else:
        for name in names:
            call.output.line(name)
    return 0


def _named(typed: str, names: list[str]) -> str:
    """The schema of this name; `stalled` is enough for `output/stalled`."""
    for name in (typed, f"{OUTPUTS}/{typed}"):
        if name in names:
            return name
    close = difflib.get_close_matches(typed, names, 1)
    known = f"did you mean {close[0]}?" if close else f"there are {', '.join(names)}"
    raise UsageError(f'there is no schema "{typed}"; {known}')
