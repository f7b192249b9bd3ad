import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import write
from tests.store.fakes import CountingReader
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.store import content, faults, index, opening, reread
from textual_tracker.store.folder import AnyFolder
from textual_tracker.store.load import load, reload, save
from textual_tracker.store.scan import scan

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
LONG_AGO_NS = 1_600_000_000_000_000_000


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "textual-tracker" / "journal.index"


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of the test, made just now, count as made long before they are read."""
    monkeypatch.setattr(reread, "RACY_NS", -1_000_000_000_000)


def indexed(root: Path, cache: Path, reader: CountingReader) -> tuple[Journal, list[str]]:
    """The journal through the index, which must be the one without; and the files that were read for it."""
    reader.paths.clear()
    journal = load(root, cache=cache).journal
    read = sorted(reader.paths)
    assert journal == load(root, cache=None).journal
    return journal, read


def folders_in(cache: Path, root: Path) -> list[AnyFolder]:
    with index.open_index(cache, root) as found:
        restored = found.folders(scan(root))
    assert not restored.left_out
    return list(restored.folders.values())


@pytest.mark.usefixtures("settled")
def test_what_is_indexed_is_not_read_again(root: Path, cache: Path, reader: CountingReader) -> None:
    _, first = indexed(root, cache, reader)
    assert len(first) == 4

    written = cache.stat().st_mtime_ns
    _, second = indexed(root, cache, reader)
    assert second == []
    assert cache.stat().st_mtime_ns == written


@pytest.mark.usefixtures("settled")
def test_only_the_edited_file_is_read_again(root: Path, cache: Path, reader: CountingReader) -> None:
    indexed(root, cache, reader)
    write(root, DANA, "Dana Ortiz-Brown")

    journal, read = indexed(root, cache, reader)
    assert read == [DANA]
    assert journal.referrals["2026-03-02-dana-ortiz"].name == "Dana Ortiz-Brown"
    assert indexed(root, cache, reader)[1] == []


@pytest.mark.usefixtures("settled")
def test_problems_are_indexed_too(root: Path, cache: Path, reader: CountingReader) -> None:
    write(root, DANA, "a: b: c")
    write(root, "partners/sarah-chen.yaml", "Sarah?")
    indexed(root, cache, reader)

    journal, read = indexed(root, cache, reader)
    assert read == []
    assert [problem.code for problem in journal.problems] == ["enum", "syntax"]
    assert [problem.path for problem in journal.unreadable] == [DANA]


@pytest.mark.usefixtures("settled")
def test_a_file_that_was_only_touched_is_not_parsed_again(root: Path, cache: Path, reader: CountingReader) -> None:
    indexed(root, cache, reader)
    os.utime(root / DANA, ns=(LONG_AGO_NS, LONG_AGO_NS))

    assert indexed(root, cache, reader)[1] == []


def test_a_file_that_had_just_changed_is_looked_into_until_its_mark_can_be_trusted(
    root: Path, cache: Path, reader: CountingReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(root, cache, reader)
    assert all(found.distrusted for found in folders_in(cache, root) if found.marks)

    read: list[str] = []

    def read_file(root: str, path: str) -> bytes | Problem:
        read.append(path)
        return opening.read_file(root, path)

    monkeypatch.setattr(content, "read_file", read_file)
    load(root, cache=cache)
    assert DANA in read

    monkeypatch.setattr(reread, "RACY_NS", -1_000_000_000_000)
    load(root, cache=cache)
    assert not any(found.distrusted for found in folders_in(cache, root))
    read.clear()
    load(root, cache=cache)
    assert read == []


@pytest.mark.usefixtures("settled")
def test_a_file_that_cannot_be_opened_is_tried_each_time_and_the_index_is_left_alone(
    root: Path, cache: Path, reader: CountingReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_file(root: str, path: str) -> bytes | Problem:
        refused = PermissionError(13, "Permission denied")
        return faults.cannot_open(path, refused) if path == DANA else opening.read_file(root, path)

    with monkeypatch.context() as refusing:
        refusing.setattr(content, "read_file", read_file)
        journal, _ = indexed(root, cache, reader)
        assert [problem.code for problem in journal.unreadable] == ["no_permission"]
        written = cache.stat().st_mtime_ns
        indexed(root, cache, reader)
        assert cache.stat().st_mtime_ns == written

    assert indexed(root, cache, reader)[1] == [DANA]


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"x",
        lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        lambda data: b"\0" * len(data),
        lambda data: b"garbage" + data[7:],
        lambda data: data.replace(b"Dana", b"Lena"),
    ],
)
def test_any_damage_makes_it_read_all_again(
    root: Path, cache: Path, reader: CountingReader, damage: Callable[[bytes], bytes]
) -> None:
    indexed(root, cache, reader)
    whole = cache.read_bytes()
    cache.write_bytes(damage(whole))

    assert len(indexed(root, cache, reader)[1]) == 4
    assert indexed(root, cache, reader)[1] == []


@pytest.mark.usefixtures("settled")
def test_an_index_of_another_program_or_schema_is_not_believed(
    root: Path, cache: Path, reader: CountingReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(root, cache, reader)
    monkeypatch.setattr(index, "program_stamp", lambda: "another")

    assert len(indexed(root, cache, reader)[1]) == 4


@pytest.mark.usefixtures("settled")
def test_an_index_of_another_journal_is_not_believed(root: Path, cache: Path, reader: CountingReader) -> None:
    indexed(root, cache, reader)
    moved = root.rename(root.with_name("moved"))

    assert len(indexed(moved, cache, reader)[1]) == 4


@pytest.mark.parametrize("obstacle", ["file where the folder should be", "no permission"])
@pytest.mark.usefixtures("reader")
def test_a_cache_that_cannot_be_written_is_done_without(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    if obstacle == "no permission":

        def refuse(*_args: object, **_options: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "mkdir", refuse)
    else:
        cache.parent.parent.mkdir()
        cache.parent.write_text("in the way")

    assert load(root, cache=cache).journal == load(root, cache=None).journal
    assert not save(load(root, cache=None), cache)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.usefixtures("reader")
def test_the_cache_is_readable_by_its_user_alone_and_says_what_it_is(root: Path, cache: Path) -> None:
    load(root, cache=cache)

    assert cache.parent.stat().st_mode & 0o777 == 0o700
    assert {file.name: file.stat().st_mode & 0o077 for file in cache.parent.glob("journal.*")} == {
        "journal.index": 0,
        "journal.names": 0,
    }
    assert "delete any of it at any time" in (cache.parent / "README.txt").read_text()


@pytest.mark.usefixtures("reader")
def test_a_running_program_indexes_what_the_disk_holds_not_what_it_shows(root: Path, cache: Path) -> None:
    before = load(root, cache=None)
    write(root, DANA, "a: b: c")
    broken = reload(before)
    assert broken.journal.referrals["2026-03-02-dana-ortiz"].stale
    save(broken, cache)

    assert load(root, cache=cache).journal.referrals == {}


def test_a_warm_load_imports_neither_yaml_nor_schemas_nor_watchdog(tmp_path: Path) -> None:
    root = tmp_path / "journal"
    write(root, "journal.yaml", "format: 1\n")
    write(root, DANA, "borrower: Dana Ortiz\nsource: cpa\n")
    for file in root.rglob("*.yaml"):
        os.utime(file, ns=(LONG_AGO_NS, LONG_AGO_NS))
    script = (
        "import sys, pathlib; from textual_tracker.store import reread; reread.RACY_NS = -10**12\n"
        "from textual_tracker.store.load import load\n"
        f"loaded = load(pathlib.Path({str(root)!r}), cache=pathlib.Path({str(tmp_path / 'c' / 'j.index')!r}))\n"
        "slow = ('yaml', 'jsonschema', 'jsonschema_rs', 'watchdog', 'platformdirs', 'textual', 'rich',"
        " 'textual_tracker.reading.reader')\n"
        "print(len(loaded.journal.referrals), [name for name in slow if name in sys.modules])"
    )

    def run() -> str:
        return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert "yaml" in run()
    assert run() == "1 []\n"
