"""Whatever happens to the files, the index and the running program end up where a fresh look would.

A random history of edits, renames, deletions, breakages, clock games and git checkouts; after every step the journal
loaded through the index, and the one refreshed in a running program, are compared with one read from the files alone.
In half of the histories several read the files, in threads that stand for processes; in half the index is read as a
program reads it that stays. One of the people is lost, and so may be left out of a look at who is stalled.
"""

import datetime as dt
import os
import subprocess
import tempfile
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.store import index, reread, scan
from textual_tracker.store import load as load_module
from textual_tracker.store.crew import crew
from textual_tracker.store.crew import member as crew_member
from textual_tracker.store.crew.start import Member
from textual_tracker.store.load import load, reload
from textual_tracker.store.settled import settled_on

TICK_NS = 10_000_000_000
"""The clock of the test moves in steps this long, when a rule says so: within one, files change without a new time."""

PATHS = [
    "referrals/2026/2026-03-02-dana-ortiz.yaml",
    "referrals/2026/2026-03-02-dana-ortiz.yml",
    "referrals/2025/2026-03-02-dana-ortiz.yaml",
    "referrals/2026/2026-03-03-lee-soto.yaml",
    "partners/sarah-chen.yaml",
    "partners/mike-tran.yaml",
    "activity/2026/2026-03-02.yaml",
    "activity/2026/2026-03-03.yaml",
    "journal.yaml",
]
GOOD = {
    "referrals": "borrower: {who}\nsource: cpa\nreceived: 2026-03-02\n{end}\n",
    "partners": "name: {who}\ntype: cpa\n",
    "activity": "calls: 3\ncomment: {who}\n",
    "journal.yaml": "format: 1\nofficer: {who}\n",
}
BAD = ["borrower: [", "", "\tborrower: x", "borrower: Dana Ortiz\nsource: cpaa\nreceived: 2026-03-02\n", "\x00"]

paths = st.sampled_from(PATHS)
people = st.sampled_from(["Dana Ortiz", "Lena Ortiz", "Marc Ortiz"])  # of one length, for edits that keep the size
GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"], "HOME": os.devnull}


LOST = "outcome: {status: lost, date: 2026-03-05, reason: went_cold}"
LONG_AFTER = dt.date(2026, 6, 1)


def good(path: str, who: str) -> str:
    end = LOST if who == "Lena Ortiz" else "#" * len(LOST)
    return GOOD[path.partition("/")[0]].format(who=who, end=end)


def start_thread() -> Member:
    """A member of the crew that is a thread: the same messages over the same pipes, without the start of a process."""
    asked, requests = os.pipe()
    answers, replies = os.pipe()

    def serve() -> None:
        with suppress(EOFError, OSError), os.fdopen(asked, "rb") as read, os.fdopen(replies, "wb") as write:
            crew_member.serve(read, write)

    thread = threading.Thread(target=serve)
    thread.start()
    return Member(os.fdopen(requests, "wb"), os.fdopen(answers, "rb"), thread.join)


def records_of(journal: Journal) -> list[Referral | Partner | Day]:
    return [*journal.referrals.values(), *journal.partners.values(), *journal.days.values()]


def has_clash(*journals: Journal) -> bool:
    """Whether two files go by one id: then a stale one, which a fresh look does not have, may change the other's."""
    return any(problem.code.startswith("duplicate") for journal in journals for problem in journal.problems)


class JournalOnDisk(RuleBasedStateMachine):
    @initialize(by_crew=st.booleans(), staying=st.booleans())
    def make_journal(self, *, by_crew: bool, staying: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name) / "journal"
        self.cache = Path(self.folder.name) / "cache" / "journal.index"
        self.commits: list[str] = []
        self.now_ns = TICK_NS
        self.changed_at: dict[tuple[int, int], int] = {}
        self.staying = staying
        self.patches = ExitStack()
        self.patches.enter_context(mock.patch.object(index, "MANY", 1))
        self.patches.enter_context(mock.patch.object(scan, "_ctime", self.changed))
        clock = SimpleNamespace(time_ns=self.now, monotonic=time.monotonic)
        self.patches.enter_context(mock.patch.object(load_module, "time", clock))
        if by_crew:
            for module, name, value in ((reread, "MANY", 1), (crew, "FILES_EACH", 1), (crew, "BATCH", 2)):
                self.patches.enter_context(mock.patch.object(module, name, value))
            self.patches.enter_context(mock.patch.object(crew, "start_member", start_thread))
            self.patches.enter_context(mock.patch.object(crew, "_processors", return_value=2))
        for path in ("journal.yaml", PATHS[0], PATHS[4], PATHS[6]):
            self.write(path, good(path, "Dana Ortiz"))
        self.git("init", "-q")
        self.commit()
        self.running = load(self.root, cache=None)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.patches.close()
            self.folder.cleanup()

    def now(self) -> int:
        return self.now_ns + reread.RACY_NS // 2

    def changed(self, found: os.stat_result) -> int:
        """When a file changed, by the clock of the test: that of the first look that found it so."""
        return self.changed_at.setdefault((found.st_ino, found.st_ctime_ns), self.now_ns)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def git(self, *words: str) -> str:
        identity = ["-c", "user.name=Ana Rivera", "-c", "user.email=ana@example.com"]
        command = ["git", "-C", str(self.root), *identity, *words]
        return subprocess.run(command, env=GIT, check=True, capture_output=True, text=True).stdout.strip()

    @rule(path=paths, who=people)
    def create_or_edit_in_place(self, path: str, who: str) -> None:
        self.write(path, good(path, who))

    @rule(path=paths, who=people)
    def edit_by_replacing(self, path: str, who: str) -> None:
        self.write(path + ".tmp", good(path, who))
        (self.root / (path + ".tmp")).replace(self.root / path)

    @rule(path=paths, who=people)
    def edit_and_put_the_time_back(self, path: str, who: str) -> None:
        if (self.root / path).exists():
            status = (self.root / path).stat()
            self.write(path, good(path, who))
            os.utime(self.root / path, ns=(status.st_atime_ns, status.st_mtime_ns))

    @rule(path=paths, text=st.sampled_from(BAD))
    def break_it(self, path: str, text: str) -> None:
        self.write(path, text)

    @rule(path=paths, to=paths)
    def rename(self, path: str, to: str) -> None:
        if (self.root / path).exists() and path.partition("/")[0] == to.partition("/")[0]:
            (self.root / to).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).replace(self.root / to)

    @rule(path=paths)
    def delete(self, path: str) -> None:
        (self.root / path).unlink(missing_ok=True)

    @rule(path=paths, ago=st.sampled_from([0, 3600, -3600]))
    def touch(self, path: str, ago: int) -> None:
        if (self.root / path).exists():
            os.utime(self.root / path, (time.time() - ago, time.time() - ago))

    @rule()
    def time_passes(self) -> None:
        self.now_ns += TICK_NS

    @rule(keep=st.integers(0, 400))
    def the_index_is_cut_off(self, keep: int) -> None:
        if self.cache.exists():
            self.cache.write_bytes(self.cache.read_bytes()[:keep])

    @rule()
    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "Work")
        self.commits.append(self.git("rev-parse", "HEAD"))

    @precondition(lambda self: len(self.commits) > 1)
    @rule(data=st.data())
    def check_out(self, data: st.DataObject) -> None:
        self.git("checkout", "-q", "-f", data.draw(st.sampled_from(self.commits)))

    @invariant()
    def everything_is_as_a_fresh_look_finds_it(self) -> None:
        if not hasattr(self, "running"):
            return
        indexed = load(self.root, cache=self.cache, staying=self.staying).journal
        self.running = reload(self.running)
        fresh = load(self.root, cache=None).journal

        assert indexed == fresh
        if not has_clash(fresh):
            some = load(self.root, cache=self.cache, settled_by=LONG_AFTER).journal
            settled = {record.path for record in fresh.referrals.values() if settled_on(record)}
            left_out = {record.path for record in fresh.referrals.values() if record.id not in some.referrals}
            assert left_out <= settled
            assert records_of(some) == [record for record in records_of(fresh) if record.path not in left_out]
            assert some.problems == fresh.problems
            assert some.unreadable == fresh.unreadable
        if self.running.absence:  # git took the last file, and with it the last folder: what was said last stays
            return
        running = self.running.journal
        assert running.unreadable == fresh.unreadable
        stale = {record.path for record in records_of(running) if record.stale}
        assert stale <= {problem.path for problem in fresh.unreadable}
        if not stale or not has_clash(running, fresh):
            assert [record for record in records_of(running) if not record.stale] == records_of(fresh)
            assert running.problems == fresh.problems
        if not running.settings.stale:
            assert running.settings == fresh.settings


TestJournalOnDisk = JournalOnDisk.TestCase
TestJournalOnDisk.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
