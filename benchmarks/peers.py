"""The same number of things to do in the tools that people compare with, where they are installed."""

import json
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Command

NAMESPACE = uuid.UUID("5f0c6f0a-0000-4000-8000-000000000000")


def peers(folder: Path, number: int) -> Iterator[tuple[str, Command]]:
    """(label, command) of each peer that is installed, over `number` things written below `folder`."""
    for program, prepare in (("task", _taskwarrior), ("todo", _todoman), ("hledger", _hledger)):
        if shutil.which(program):
            place = folder / program
            place.mkdir(parents=True, exist_ok=True)
            yield prepare(place, number)


def _taskwarrior(place: Path, number: int) -> tuple[str, Command]:
    environment = {**os.environ, "HOME": str(place), "TASKRC": str(place / "taskrc"), "TASKDATA": str(place / "data")}
    (place / "taskrc").write_text("confirmation=no\nverbose=nothing\nnews.version=9.9.9\n", encoding="utf-8")
    tasks = [
        {
            "uuid": str(uuid.uuid5(NAMESPACE, str(index))),
            "description": f"Call client number {index}",
            "status": "pending",
            "entry": "20260301T100000Z",
        }
        for index in range(number)
    ]
    subprocess.run(
        ["task", "import", "-"], input=json.dumps(tasks), text=True, env=environment, capture_output=True, check=True
    )
    return "task list", Command(["task", "list"], environment)


def _todoman(place: Path, number: int) -> tuple[str, Command]:
    collection = place / "todos" / "calls"
    collection.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        uid = uuid.uuid5(NAMESPACE, str(index))
        (collection / f"{uid}.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//\r\nBEGIN:VTODO\r\n"
            f"UID:{uid}\r\nDTSTAMP:20260301T100000Z\r\nSUMMARY:Call client number {index}\r\nSTATUS:NEEDS-ACTION\r\n"
            "END:VTODO\r\nEND:VCALENDAR\r\n",
            encoding="utf-8",
        )
    config = place / "config.py"
    config.write_text(f'path = "{place}/todos/*"\ncache_path = "{place}/cache.sqlite3"\n', encoding="utf-8")
    return "todo list", Command(["todo", "--config", str(config), "list"], {**os.environ, "HOME": str(place)})


def _hledger(place: Path, number: int) -> tuple[str, Command]:
    journal = place / "calls.journal"
    journal.write_text(
        "".join(
            f"2026-{index % 12 + 1:02}-{index % 28 + 1:02} Client number {index}\n"
            f"    partners:p{index % 40}  {index % 900 + 1} USD\n    pipeline\n\n"
            for index in range(number)
        ),
        encoding="utf-8",
    )
    return "hledger balance", Command(["hledger", "-f", str(journal), "balance"], {**os.environ, "LC_ALL": "C.UTF-8"})
