"""The screen in a real browser: `tracker ui --serve` and Chromium."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.tui.browsing import CHROMIUM, Browser
from tests.tui.serving import Serving

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.skipif(os.name != "posix", reason="ends the browser by its group"),
]

PNG = b"\x89PNG"


async def test_a_browser_shows_the_screen_answers_keys_and_asks_nobody_else(journal: Path, tmp_path: Path) -> None:
    with Serving(journal) as serving:
        async with Browser(tmp_path / "profile") as browser:
            await browser.go(serving.address)
            await browser.sees("Marcus Bell")
            blank = await browser.picture()
            await browser.press("3")
            await browser.sees("5 stalled, 3 at risk")
            browser.forget()
            await browser.press("/")
            await browser.sees("/")
            await browser.press("b", "e", "l", "l")
            await browser.sees("1 of 8")
            assert (await browser.picture()).startswith(PNG)
            assert await browser.picture() != blank
            browser.forget()
            await browser.press("Escape")
            await browser.sees("5 stalled, 3 at risk")
            await browser.press("q")
            await browser.sees_page("The screen is closed.")
            assert {urlsplit(asked).hostname for asked in browser.asked} == {"127.0.0.1"}
            assert {urlsplit(asked).port for asked in browser.asked} == {serving.port}
            assert len(browser.asked) >= 6
        assert serving.stop() == (0, "")
