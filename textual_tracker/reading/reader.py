"""One file's bytes to one record and its problems. The door of this floor: it never raises for anything in a file."""

from msgspec import Struct

from textual_tracker.core.problems import Problem
from textual_tracker.reading.checks.within import check_record
from textual_tracker.reading.comments import cut_off
from textual_tracker.reading.encoding import BOM, is_utf16_or_32
from textual_tracker.reading.faults import Fault, RefusedError
from textual_tracker.reading.judged import judge
from textual_tracker.reading.places import locate
from textual_tracker.reading.privacy import may_hold_secrets, secrets
from textual_tracker.reading.records import RECORD_OF, Record
from textual_tracker.reading.schema import Kind
from textual_tracker.reading.source import MAX_BYTES
from textual_tracker.reading.telling import tell


class Reading(Struct, frozen=True):
    """What one file holds.

    `record` is `None` where the file cannot be read at all, or tells no name or no day; `problems` then say why.
    """

    record: Record | None
    problems: tuple[Problem, ...]


def read(kind: Kind, path: str, data: bytes) -> Reading:
    """Read the file at `path` (relative to the journal, with forward slashes), which holds `data`."""
    try:
        text, judged = judge(kind, data)
    except RefusedError as refused:
        return Reading(None, _problems(path, _readable(data), list(refused.faults)))
    record = RECORD_OF[kind](path, judged)
    faults = [*judged.faults, *cut_off(text, judged, kind)]
    if record is not None:
        findings = check_record(record, judged.value)
        if findings:
            faults += locate(findings, judged)
    if not faults and not may_hold_secrets(text, judged):
        return Reading(record, ())
    return Reading(record, _problems(path, text, faults))


def _problems(path: str, text: str, faults: list[Fault]) -> tuple[Problem, ...]:
    found = secrets(text)
    if not found and not faults:
        return ()
    return tell(path, text, [*faults, *(secret.fault for secret in found)], found)


def _readable(data: bytes) -> str:
    """As much of a refused file as an excerpt needs."""
    if is_utf16_or_32(data):
        return ""
    return data[:MAX_BYTES].decode("utf-8", "replace").removeprefix(BOM)
