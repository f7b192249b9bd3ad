"""Messages between two processes over a pipe: four bytes that tell the length, then so many bytes."""

from typing import IO, Final

_LENGTH: Final = 4


def send(stream: IO[bytes], message: bytes) -> None:
    """Put a message into the pipe.

    Raises:
        OSError: nobody reads it any more.
    """
    stream.write(len(message).to_bytes(_LENGTH, "big") + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Wait for the next message.

    Raises:
        EOFError: there will be none, the other end is closed.
    """
    return _exactly(stream, int.from_bytes(_exactly(stream, _LENGTH), "big"))


def _exactly(stream: IO[bytes], number: int) -> bytes:
    data = stream.read(number)
    if len(data) < number:
        raise EOFError
    return data
