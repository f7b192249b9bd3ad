"""What the name of a file tells: the record's id, its day, whose it is, and the person's name in a pinch."""

import datetime as dt
import re

from textual_tracker.reading.scalars import moment

_STEM = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))?(?P<words>.*?)(?:-[0-9]{1,2})?", re.DOTALL)
_YEAR = re.compile(r"[0-9]{4}")


def stem(path: str) -> str:
    """The file's name without its folders and `.yaml`: the record's id."""
    name = path.rpartition("/")[2]
    return name.removesuffix(".yaml").removesuffix(".yml")


def day_in(record_id: str) -> dt.date | None:
    """The day with which an id begins, whatever follows it but a digit; `None` where it begins with none."""
    found = moment(record_id[:10]) if not record_id[10:11].isdigit() else None
    return found[0] if found is not None else None


def name_in(record_id: str) -> str:
    """The person's name as the words of an id tell it, "" where they tell none: `2026-03-02-dana-ortiz-2`."""
    found = _STEM.fullmatch(record_id)
    words = re.split(r"[-_.\s\u2010-\u2015]+", found["words"]) if found else []
    return " ".join(word[:1].upper() + word[1:] for word in words if word)


def folders(path: str) -> list[str]:
    """The folders between that of the kind and the file: `["2026"]`, `["ana", "2026"]`."""
    return path.split("/")[1:-1]


def year_folder(path: str) -> str | None:
    """The year in whose folder a file lies, `None` where it lies in none."""
    inner = folders(path)
    return inner[-1] if inner and _YEAR.fullmatch(inner[-1]) else None


def officer_folder(path: str) -> str:
    """The officer in whose folder a day lies, "" where it lies in none."""
    inner = folders(path)
    return inner[0] if inner and not _YEAR.fullmatch(inner[0]) else ""
