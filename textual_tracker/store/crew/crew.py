"""Reading thousands of files at once, as a git checkout or the first start asks for: in processes beside this one.

A thread would not do: composing YAML in Python keeps every other thread waiting, and so the screen. Each process
(`textual_tracker.store.crew.member`) is asked for a batch of files at a time over a pipe. Nothing depends on them:
where none is to be had, or one ends before its time, files stay unread here and are read in the ordinary way.
"""

import contextlib
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import IO, Any, Final

import msgspec

from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store.content import AnyContent, Content, Reader, Wanted, look_into
from textual_tracker.store.crew.framing import receive, send
from textual_tracker.store.crew.start import Member, start_member
from textual_tracker.store.kinds import Kind
from textual_tracker.store.stamp import program_stamp

BATCH: Final = 64
"""Files asked for at once: some hundredths of a second for the process, half a millisecond to take in here."""

MOST: Final = 8
"""More processes than this only wait for the disk."""

FILES_EACH: Final = 500
"""A process that reads fewer files takes longer to start than to read."""

_DECODERS: Final[dict[Kind, Any]] = {
    "referral": msgspec.msgpack.Decoder(list[Content[Referral]]),
    "activity": msgspec.msgpack.Decoder(list[Content[Day]]),
    "partner": msgspec.msgpack.Decoder(list[Content[Partner]]),
    "journal": msgspec.msgpack.Decoder(list[Content[Settings]]),
}


def read_many(root: str, files: Sequence[Wanted], read: Reader) -> dict[str, AnyContent]:
    """What the files of the journal at `root` hold, by path, as far as it could be read in processes beside this one.

    While the main thread waits for files there is no screen that has to answer keys: then it takes its share, with
    `read`.
    """
    takes_part = threading.current_thread() is threading.main_thread()
    number = min(MOST, _processors() - takes_part, len(files) // FILES_EACH)
    crew = _Crew(root, files)
    with crew.at_work(number) as members:
        if members and takes_part:
            crew.take_part(read)
    return crew.found


class _Crew:
    """Several that share the files to be read: each takes a batch of them when it is done with the last."""

    def __init__(self, root: str, files: Sequence[Wanted]) -> None:
        self.root = root
        self.batches = deque(_batches(files))
        self.found: dict[str, AnyContent] = {}

    @contextlib.contextmanager
    def at_work(self, number: int) -> Iterator[int]:
        """Have processes read until no batch is left; gives how many there are, at most `number`."""
        members: list[Member] = []
        threads: list[threading.Thread] = []
        try:
            with contextlib.suppress(OSError):
                for _ in range(number):
                    members.append(start_member())
                    threads.append(threading.Thread(target=self.ask, args=(members[-1],), daemon=True))
                    threads[-1].start()
            yield len(members)
            for thread in threads:
                thread.join()
        finally:
            for member in members:
                member.end()

    def ask(self, member: Member) -> None:
        """Ask one process for batches. It is given the next before its answer is taken in, so that it never waits."""
        lost = contextlib.suppress(OSError, EOFError, msgspec.DecodeError)
        with lost, member.requests as requests, member.replies as replies:
            if receive(replies) != program_stamp().encode():  # the program was replaced since this one began
                return
            send(requests, os.fsencode(self.root))
            batch = self.request(requests)
            while batch:
                reply = receive(replies)
                following = self.request(requests)
                self.take_in(batch, reply)
                batch = following

    def request(self, requests: IO[bytes]) -> list[Wanted]:
        """Ask for the next batch; none: there is no more."""
        batch = self.next()
        if batch:
            send(requests, msgspec.msgpack.encode(batch))
        return batch

    def take_in(self, batch: list[Wanted], reply: bytes) -> None:
        contents = _DECODERS[batch[0].kind].decode(reply)
        if len(contents) == len(batch):
            self.found.update(zip((wanted.path for wanted in batch), contents, strict=True))

    def take_part(self, read: Reader) -> None:
        """Read in this thread until no batch is left."""
        while batch := self.next():
            self.found.update({wanted.path: look_into(self.root, wanted, read) for wanted in batch})

    def next(self) -> list[Wanted]:
        try:
            return self.batches.popleft()
        except IndexError:
            return []


def _batches(files: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    """The files in batches, each of one kind, for the answers are read by kind."""
    for _, group in groupby(files, attrgetter("kind")):
        own = list(group)
        yield from (own[at : at + BATCH] for at in range(0, len(own), BATCH))


def _processors() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
