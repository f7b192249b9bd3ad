"""A real Chromium without a window, driven over its DevTools protocol."""

import asyncio
import base64
import itertools
import os
import re
import shutil
import signal
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 60.0
"""Seconds until a test gives up; a browser that is started on a busy machine takes its time."""
ESCAPES = re.compile(r"\x1b(\[[0-9;?<>=$]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|.)")
SILENT = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1000,600",
    "--remote-debugging-port=0",
)
KEYS = {"Enter": ("\r", 13), "Escape": ("", 27)}


class Browser:
    """One page. `asked` holds every address that it asked for, `drawn` the text that a screen in it was sent."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.drawn = ""
        self._folder = folder
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}

    async def __aenter__(self) -> Self:
        assert CHROMIUM is not None
        self._process = await asyncio.create_subprocess_exec(
            CHROMIUM,
            *SILENT,
            f"--user-data-dir={self._folder}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        self._session = aiohttp.ClientSession()
        try:
            self._wire = await self._session.ws_connect(await self._address(), max_msg_size=0)
            self._listening = asyncio.create_task(self._listen())
            for domain in ("Network", "Page", "Runtime"):
                await self.tell(f"{domain}.enable")
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listening.cancel()
        await self._wire.close()
        await self._close()

    async def tell(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol; its result."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._wire.send_json({"id": number, "method": method, "params": parameters})
        answer = await asyncio.wait_for(self._answers[number], PATIENCE)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    async def go(self, address: str) -> None:
        """Open this address."""
        await self.tell("Page.navigate", url=address)

    async def press(self, *keys: str) -> None:
        """Press keys: a character each, or a name of KEYS."""
        for key in keys:
            text, code = KEYS.get(key, (key, 0))
            down = {"key": key, "text": text, "windowsVirtualKeyCode": code}
            await self.tell("Input.dispatchKeyEvent", type="keyDown", **down)
            await self.tell("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    async def sees(self, *texts: str) -> None:
        """Wait until the screen has drawn all of these since `forget`."""
        await self._until(lambda: all(text in self.drawn for text in texts), lambda: self.drawn)

    async def sees_page(self, text: str) -> None:
        """Wait until the page shows this beside its screen."""
        shown = ""
        deadline = time.monotonic() + PATIENCE
        while text not in shown:
            assert time.monotonic() < deadline, shown
            answer = await self.tell("Runtime.evaluate", expression="document.body.innerText")
            shown = answer["result"].get("value", "")
            await asyncio.sleep(0.05)

    def forget(self) -> None:
        """Wait from now on for what is drawn from now on."""
        self.drawn = ""

    async def picture(self) -> bytes:
        """What the page looks like, as PNG."""
        return base64.b64decode((await self.tell("Page.captureScreenshot"))["data"])

    async def _address(self) -> str:
        """Where the page can be talked to, once the browser says so."""
        told = self._folder / "DevToolsActivePort"
        await self._until(lambda: told.is_file() and told.read_text().count("\n"), lambda: "the browser does not start")
        async with self._session.get(f"http://127.0.0.1:{told.read_text().split()[0]}/json/list") as answer:
            pages = await answer.json()
        return next(str(page["webSocketDebuggerUrl"]) for page in pages if page["type"] == "page")

    async def _listen(self) -> None:
        async for message in self._wire:
            event = message.json()
            if "id" in event:
                self._answers.pop(event["id"]).set_result(event)
            elif event["method"] == "Network.requestWillBeSent":
                self.asked.append(event["params"]["request"]["url"])
            elif event["method"] == "Network.webSocketCreated":
                self.asked.append(event["params"]["url"])
            elif event["method"] == "Network.webSocketFrameReceived" and event["params"]["response"]["opcode"] == 2:
                sent = base64.b64decode(event["params"]["response"]["payloadData"])
                self.drawn += ESCAPES.sub("", sent.decode(errors="replace"))

    async def _until(self, seen: Any, shown: Any) -> None:
        deadline = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < deadline, shown()
            await asyncio.sleep(0.02)

    async def _close(self) -> None:
        await self._session.close()
        os.killpg(self._process.pid, signal.SIGKILL)
        await self._process.wait()
