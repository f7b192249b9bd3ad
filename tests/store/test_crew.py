"""Many files are read in processes beside the program: to the same effect, without a trace, and not if need be."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import write
from textual_tracker.config.resources import sample_journal_folder
from textual_tracker.store import reread
from textual_tracker.store.content import Wanted, read_record
from textual_tracker.store.crew import crew
from textual_tracker.store.crew import member as crew_member
from textual_tracker.store.crew import start as beside
from textual_tracker.store.crew.start import Member
from textual_tracker.store.load import Loaded, load, reload
from textual_tracker.store.scan import join
from textual_tracker.store.stamp import program_stamp

BROKEN = {
    "referrals/2026/2026-03-02-unclosed.yaml": "borrower: [",
    "referrals/2026/2026-03-02-empty.yaml": "",
    "referrals/2026/2026-03-02-cpaa.yaml": "borrower: Dana Ortiz\nsource: cpaa\nreceived: 2026-03-02\n",
    "partners/señora-díaz.yaml": "name: Señora Díaz\ntype: cpa\nnotes: SSN 123-45-6789\n",
    "activity/2026/2026-03-02.yaml": "calls: many\n",
}


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The sample journal, with broken files in it."""
    root = tmp_path / "journal"
    for file in sample_journal_folder().rglob("*.yaml"):
        write(root, file.relative_to(sample_journal_folder()).as_posix(), file.read_text(encoding="utf-8"))
    for path, text in BROKEN.items():
        write(root, path, text)
    return root


@pytest.fixture
def alone(journal: Path) -> Loaded:
    """The journal as read by this process alone."""
    return load(journal, cache=None)


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Once the journal was read alone, a handful of files is worth a crew of two."""
    request.getfixturevalue("alone")
    monkeypatch.setattr(reread, "MANY", 3)
    monkeypatch.setattr(crew, "FILES_EACH", 1)
    monkeypatch.setattr(crew, "BATCH", 5)
    monkeypatch.setattr(crew, "_processors", lambda: 2)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Member]:
    """The members of the crew, as they are started."""
    members: list[Member] = []

    def start() -> Member:
        members.append(beside.start_member())
        return members[-1]

    monkeypatch.setattr(crew, "start_member", start)
    return members


def read_again(journal: Path) -> Loaded:
    """The journal without an index; with what was found of each file, which must be that file's own."""
    found = load(journal, cache=None)
    for folder in found.state.folders.values():
        for mark, record in zip(folder.marks, folder.records, strict=True):
            assert record is None or record.path == join(folder.path, mark.name)
    return found


def in_a_thread(work: Callable[[], object]) -> None:
    """Do it as the screen does: while the main thread answers keys."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_journal_read_by_several_is_the_one_read_alone(journal: Path, alone: Loaded, started: list[Member]) -> None:
    assert read_again(journal) == alone
    assert len(started) == 1  # and the main thread, which has nothing else to do
    assert {problem.path for problem in alone.journal.problems} >= BROKEN.keys()


def test_while_a_screen_answers_keys_others_read_all_of_it(
    journal: Path, alone: Loaded, started: list[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual_tracker.store.reread.look_into", pytest.fail)
    found: list[Loaded] = []
    in_a_thread(lambda: found.append(read_again(journal)))

    assert found == [alone]
    assert len(started) == 2


def test_unchanged_records_stay_the_same_objects_and_are_not_read(journal: Path, started: list[Member]) -> None:
    before = load(journal, cache=None)
    (touched, *edited) = sorted((journal / "partners").glob("*.yaml"))
    touched.touch()
    for file in edited:
        file.write_text(file.read_text(encoding="utf-8") + "\n# read again\n", encoding="utf-8")
    after = reload(before)

    assert len(started) == 2  # one for each look
    assert after.journal is before.journal
    assert all(after.journal.partners[key] is partner for key, partner in before.journal.partners.items())


def test_they_are_gone_when_the_journal_is_there(journal: Path, started: list[Member]) -> None:
    load(journal, cache=None)
    assert all(member.requests.closed and member.replies.closed for member in started)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def refuse() -> Member:
    raise OSError(11, "Resource temporarily unavailable")


def dies_at_once() -> Member:
    member = beside.start_member()
    member.end()
    return member


def is_another_program() -> Member:
    answer, replies = os.pipe()
    os.write(replies, b"\x00\x00\x00\x05other")
    os.close(replies)
    return Member(open(os.devnull, "wb"), os.fdopen(answer, "rb"), lambda: None)  # noqa: PTH123 - as a pipe


def answers_nonsense() -> Member:
    stamp = program_stamp().encode()
    answer, replies = os.pipe()
    os.write(replies, len(stamp).to_bytes(4, "big") + stamp + b"\x00\x00\x00\x02\x93\xc0")
    os.close(replies)
    return Member(open(os.devnull, "wb"), os.fdopen(answer, "rb"), lambda: None)  # noqa: PTH123 - as a pipe


@pytest.mark.parametrize("start", [refuse, dies_at_once, is_another_program, answers_nonsense])
def test_without_their_help_the_journal_is_the_same(
    journal: Path, alone: Loaded, monkeypatch: pytest.MonkeyPatch, start: Callable[[], Member]
) -> None:
    monkeypatch.setattr(crew, "start_member", start)
    found = [read_again(journal)]
    in_a_thread(lambda: found.append(read_again(journal)))

    assert found == [alone, alone]


def test_a_program_without_an_interpreter_starts_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(OSError, match="no interpreter"):
        beside.start_member()


def test_on_one_processor_the_command_line_starts_none(
    journal: Path, alone: Loaded, started: list[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "_processors", lambda: 1)
    assert read_again(journal) == alone
    assert started == []


def test_a_member_finds_the_program_where_this_one_did_and_never_in_the_folder_that_is_open(
    journal: Path, alone: Loaded, started: list[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(journal, "yaml.py", "raise SystemExit('a stranger')")
    write(journal, "textual_tracker/__init__.py", "raise SystemExit('a stranger')")
    monkeypatch.chdir(journal)
    monkeypatch.setenv("PYTHONPATH", str(journal))
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    files = [Wanted("referral", referral.path) for referral in alone.journal.referrals.values()]
    found: list[dict[str, object]] = []
    in_a_thread(lambda: found.append({**crew.read_many(str(journal), files, read_record)}))

    assert found[0].keys() == {file.path for file in files}
    assert len(started) == 2


@pytest.mark.skipif(os.name != "posix", reason="signals are not the same there")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT, signal.SIGHUP])
def test_no_member_outlives_the_program_or_prints_across_the_screen(tmp_path: Path, end: signal.Signals) -> None:
    """However the program ends, and whoever else in the terminal hears of it."""
    script = (
        "import os, sys, time\n"
        "from textual_tracker.store.crew.start import start_member\n"
        "members = [start_member() for _ in range(2)]\n"
        "for member in members:\n"
        "    member.replies.read(4)\n"
        "print('ready', flush=True)\n"
        "time.sleep(60)\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, process_group=0
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"ready\n"
    os.killpg(program.pid, end) if end != signal.SIGKILL else program.kill()
    _, errors = program.communicate(timeout=20)

    assert errors.count(b"Traceback") <= (end == signal.SIGINT)  # the program's own
    deadline = time.monotonic() + 20
    while _group_is_alive(program.pid):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _group_is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_member_serves_until_nobody_asks_any_more() -> None:
    asked, requests = os.pipe()
    answers, replies = os.pipe()
    os.close(requests)
    with os.fdopen(asked, "rb") as read_end, os.fdopen(replies, "wb") as write_end, pytest.raises(EOFError):
        crew_member.serve(read_end, write_end)
    os.close(answers)
