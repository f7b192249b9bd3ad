"""What a process beside the program does: look into the files that it is asked for, until nobody asks any more.

It writes no file and prints nothing. The program's end, however sudden, closes the pipe, and that ends it too.
"""

import contextlib
import gc
import os
import signal
import sys
from typing import IO, Final

import msgspec

from textual_tracker.store.content import Wanted, look_into, read_record
from textual_tracker.store.crew.framing import receive, send
from textual_tracker.store.stamp import program_stamp

_requests: Final = msgspec.msgpack.Decoder(list[Wanted])


def main() -> None:
    """Serve the program at the other end of standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the program; the pipe tells when that has ended
    gc.disable()
    with contextlib.suppress(EOFError, OSError):
        serve(sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Say which program this is; then take the journal's folder, and after that lists of files to look into.

    Raises:
        EOFError: nothing more is asked.
        OSError: nobody waits for the answer.
    """
    from textual_tracker.reading import reader  # noqa: F401, PLC0415 - ready before the first file is asked for

    send(replies, program_stamp().encode())
    root = os.fsdecode(receive(requests))
    while True:
        found = [look_into(root, wanted, read_record) for wanted in _requests.decode(receive(requests))]
        send(replies, msgspec.msgpack.encode(found))
