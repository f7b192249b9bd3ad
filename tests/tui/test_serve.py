"""`tracker ui --serve`: what it answers to whom, without a browser."""

import asyncio
import os
import re
import shutil
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.tui.browsing import ESCAPES, PATIENCE
from tests.tui.driving import JOURNAL
from tests.tui.serving import Serving
from textual_tracker.errors import UsageError
from textual_tracker.tui.serve import serve

pytestmark = pytest.mark.skipif(os.name != "posix", reason="stops the server by a signal, and waits for its group")

ELSEWHERE = re.compile(
    r"""(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?//(?!127\.0\.0\.1)|@import|url\(["']?(?:https?:)?//"""
)
"""What would make a page load something from another host."""


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server on a journal whose folder's name would trip a shell."""
    root = tmp_path_factory.mktemp('it\'s a "folder" $HOME') / "<b>journal"
    shutil.copytree(JOURNAL, root)
    with Serving(root, EDITOR="vi") as started:
        yield started


@asynccontextmanager
async def asking(address: str, **headers: str) -> AsyncIterator[aiohttp.ClientResponse]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(address, headers=headers, allow_redirects=False) as answer,
    ):
        yield answer


async def drawn_until(screen: aiohttp.ClientWebSocketResponse, text: str) -> str:
    """What a screen draws until it has drawn `text`."""
    drawn = ""
    async with asyncio.timeout(PATIENCE):
        while text not in drawn:
            drawn += ESCAPES.sub("", (await screen.receive_bytes()).decode())
    return drawn


def test_it_says_where_the_screen_is_and_how_to_stop(serving: Serving) -> None:
    assert serving.said == (f"The screen is at {serving.address} for every browser on this machine; ctrl+c stops it.\n")
    assert serving.address == f"http://127.0.0.1:{serving.port}"


async def test_the_page_loads_nothing_from_another_host(serving: Serving) -> None:
    async with asking(serving.address) as answer:
        page = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert "<title>&lt;b&gt;journal</title>" in page
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert [address.removeprefix(serving.address) for address in loaded if address != "data:,"] == [
        "/static/css/xterm.css",
        "/page/page.css",
        "/static/js/textual.js",
        "/page/page.js",
    ]
    assert "default-src 'none'" in policy
    assert re.findall(r"\w+://\S+", policy) == [f"ws://127.0.0.1:{serving.port};"]
    for address in loaded[1:]:
        async with asking(address if "://" in address else serving.address + address) as answer:
            assert answer.status == 200
            text = await answer.text()
        assert not ELSEWHERE.search(text) or address.endswith("textual.js")
        for font in re.findall(r'url\("(/[^"]+)"\)', text) if address.endswith(".css") else ():
            async with asking(serving.address + font) as answer:
                assert (answer.status, (await answer.read())[:4]) == (200, b"\0\1\0\0")


async def test_another_name_for_this_machine_is_refused(serving: Serving) -> None:
    """A site whose name is made to point here (DNS rebinding) names itself in the request."""
    async with asking(serving.address, Host="example.com") as answer:
        assert answer.status == 403
        assert await answer.text() == f"tracker answers only at {serving.address}\n"


async def test_localhost_leads_to_the_address(serving: Serving) -> None:
    async with asking(serving.address, Host=f"localhost:{serving.port}") as answer:
        assert (answer.status, answer.headers["Location"]) == (302, serving.address)


@pytest.mark.parametrize("origin", ["https://example.com", "null", "http://localhost"])
async def test_a_page_of_another_site_gets_no_screen(serving: Serving, origin: str) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{serving.address}/ws", origin=origin)
    assert refused.value.status == 403


async def test_a_page_of_this_address_gets_the_screen_and_its_keys_are_answered(serving: Serving) -> None:
    async with aiohttp.ClientSession() as session:
        address = f"{serving.address}/ws?width=100&height=30"
        async with session.ws_connect(address, origin=serving.address) as screen:
            await drawn_until(screen, "Marcus Bell")
            await screen.send_json(["stdin", "3"])
            await drawn_until(screen, "5 stalled, 3 at risk")


async def test_the_editor_is_not_opened_from_a_page(serving: Serving) -> None:
    address = f"{serving.address}/ws?width=120&height=30"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as screen:
        await drawn_until(screen, "Marcus Bell")
        await screen.send_json(["stdin", "e"])
        await drawn_until(screen, "cannot be opened from here")
        await screen.send_json(["stdin", "3"])
        await drawn_until(screen, "5 stalled, 3 at risk")


@pytest.mark.parametrize(("by", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 0), (signal.SIGKILL, -9)])
async def test_when_the_server_ends_no_screen_is_left(journal: Path, by: signal.Signals, code: int) -> None:
    with Serving(journal) as serving:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{serving.address}/ws") as screen:
            await drawn_until(screen, "Marcus Bell")
            assert await asyncio.to_thread(serving.stop, by) == (code, "")


async def test_no_color_reaches_the_page(journal: Path) -> None:
    sent = b""
    with Serving(journal, NO_COLOR="1") as serving:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{serving.address}/ws") as screen:
            async with asyncio.timeout(PATIENCE):
                while b"Marcus Bell" not in sent:
                    sent += await screen.receive_bytes()
    colours = set(re.findall(rb"\x1b\[[0-9;]*38;2;(\d+;\d+;\d+)", sent))
    assert all(len(set(colour.split(b";"))) == 1 for colour in colours), colours


def test_a_port_in_use_is_told_in_a_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"^port {port} is in use; choose another, such as --port {port + 1}, or "):
            serve(["true"], port=port, title="journal", say=print)
