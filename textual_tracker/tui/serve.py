"""The same screen in a browser on this machine: `tracker ui --serve`.

Each page that is opened has a process of its own that draws the screen; textual-serve carries keys and drawing between
the two. Only this machine is listened to, nothing is loaded from another, and no other site may look in: a request has
to name this address, and where a browser says which page it comes from, one of this address.
"""

import asyncio
import errno
import logging
import os
import shlex
import socket
import subprocess
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from textual_tracker.errors import UsageError

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://{here}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What a page may load: only from here. The terminal's script writes styles of its own, hence `unsafe-inline`."""
CLOSING_SECONDS = 2.0
"""How long browsers have to say goodbye when the server is stopped."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def serve(words: Sequence[str], *, port: int, title: str, say: Callable[[str], None]) -> int:
    """Serve the screen that the command `words` draws until ctrl+c; the result is the exit code.

    `port` 0 takes a free one. `say` is told the address, and how to stop, once a browser can come.

    Raises:
        UsageError: the port cannot be had.
    """
    with _listening(port) as door:
        ScreenServer(words, door, title=title, say=say).serve()
    return 0


class ScreenServer(Server):
    """textual-serve's server with a page of its own, on a socket that is already bound to this machine."""

    def __init__(self, words: Sequence[str], door: socket.socket, *, title: str, say: Callable[[str], None]) -> None:
        port: int = door.getsockname()[1]
        super().__init__(_as_typed(words), host=HOST, port=port, title=title, templates_path=PAGE)
        self._door = door
        self._say = say
        self._here = f"{HOST}:{port}"
        self._headers = {
            "Content-Security-Policy": POLICY.format(here=self._here),
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        self._screens: dict[asyncio.Task[object], web.Request] = {}

    def serve(self, debug: bool = False) -> None:
        """Serve until SIGINT or SIGTERM."""
        self.debug = debug
        self.initialize_logging()
        app = self._make_app()
        web.run_app(app, sock=self._door, print=None, access_log=None, shutdown_timeout=CLOSING_SECONDS)

    def initialize_logging(self) -> None:
        """Say nothing of what browsers send: there is no log, and the terminal is not one."""
        for name in ("textual-serve", "aiohttp"):
            logging.getLogger(name).addHandler(logging.NullHandler())
            logging.getLogger(name).propagate = False

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002 - the base class calls it so
        """Say where the screen is."""
        self._say(f"The screen is at {self.public_url} for every browser on this machine; ctrl+c stops it.")

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - the base class calls it so
        """End the screens that are open, those too whose browser does not answer."""
        open_now = dict(self._screens)
        for screen in open_now:
            screen.cancel()
        for screen in (await asyncio.wait(open_now, timeout=CLOSING_SECONDS))[1] if open_now else ():
            if (wire := open_now[screen].transport) is not None:
                wire.abort()

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Draw a screen for one page."""
        screen = asyncio.current_task()
        if screen is None:
            raise web.HTTPServiceUnavailable
        self._screens[screen] = request
        try:
            return await super().handle_websocket(request)
        finally:
            del self._screens[screen]

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.router.add_static("/page", PAGE)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what does not come from a page of this address, and let a page load nothing from elsewhere."""
        if request.host == self._here.replace(HOST, "localhost") and request.path == "/":
            raise web.HTTPFound(self.public_url)
        if request.host != self._here or request.headers.get("Origin", self.public_url) != self.public_url:
            raise web.HTTPForbidden(text=f"tracker answers only at {self.public_url}\n")
        answer = await handler(request)
        if not answer.prepared:
            answer.headers.update(self._headers)
        return answer


def _listening(port: int) -> socket.socket:
    """A socket that only this machine can reach."""
    door = socket.socket()
    try:
        if os.name == "posix":  # elsewhere this would let two programs have one port
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((HOST, port))
        door.listen()
    except OSError as error:
        door.close()
        reason = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be had: {error.strerror}"
        raise UsageError(
            f"port {port} {reason}; choose another, such as --port {port + 1}, or any with --port 0"
        ) from None
    return door


def _as_typed(words: Sequence[str]) -> str:
    """The words as a shell's line: textual-serve starts its programs by one."""
    return f"exec {shlex.join(words)}" if os.name == "posix" else subprocess.list2cmdline(words)
