"""The app in a real Chromium: one server and one window for the session, in which each test starts with nothing kept."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.conversation import answered, listen

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WAIT = 20_000  # milliseconds, on a machine that is busy

WIDTHS = (1440, 1024, 390)

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed (apt-get install chromium)"))


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, started as a person would start it but on a free port and without opening a window."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("app") / "log"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    with log.open("w") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out, env=_environment()) as app:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", app, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            app.terminate()


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "COV_"))}


def _wait(url: str, app: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if app.poll() is not None:
            break
        try:
            with urlopen(url, timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The app did not start: {log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=WAIT)
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield found
        found.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """The window of the session: scripts are fetched and compiled once; an empty page keeps it open between tests."""
    context = browser.new_context()
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def requested() -> list[str]:
    """Every address that the pages of the test asked for."""
    return []


@pytest.fixture
def open_page(app_url: str, window: BrowserContext, requested: list[str]) -> Iterator[Open]:
    """Open a page of the app at a width; the test fails if a script failed in it."""
    pages: list[Page] = []
    failed: list[str] = []

    def opened(
        path: str = "/", width: int = 1440, height: int = 900, scheme: Literal["light", "dark"] = "light"
    ) -> Page:
        page = window.new_page()
        page.emulate_media(color_scheme=scheme)
        if not pages:
            _empty(window, page, app_url)
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(WAIT)
        page.on("request", lambda request: requested.append(request.url))
        page.on("websocket", lambda socket: requested.append(socket.url))
        listen(page)
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto(app_url + path)
        settled(page)
        return page

    yield opened
    for page in pages:
        page.close()
    assert failed == []


def _empty(window: BrowserContext, page: Page, app_url: str) -> None:
    """Forget what an earlier test left in the window."""
    window.clear_cookies()
    tools = window.new_cdp_session(page)
    tools.send("Storage.clearDataForOrigin", {"origin": app_url, "storageTypes": "all"})
    tools.detach()


def settled(page: Page) -> None:
    """Wait until the page has its heading and its footer and shows the app's answer to all it was asked."""
    page.wait_for_selector("h1")
    painted(page)
    until = time.monotonic() + WAIT / 1000
    while not answered(page):
        assert time.monotonic() < until, "the app did not answer"
        page.wait_for_timeout(20)
    page.wait_for_selector(".rm-footer")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


STILL = """async () => {
  const look = () => JSON.stringify([
    document.querySelectorAll("*").length,
    ...[...document.querySelectorAll("[data-testid=stMain], [data-testid=stMain] > *, [data-testid=stSidebar]")].map((one) => {
      const box = one.getBoundingClientRect();
      return [box.left, box.width, one.scrollWidth, one.scrollHeight];
    }),
    document.getAnimations().filter((one) => one.playState === "running").length > 0,
  ]);
  for (let before = "", same = 0, tries = 0; same < 2 && tries < 40; tries += 1) {
    const now = look();
    same = now === before && now.endsWith("false]") ? same + 1 : 0;
    before = now;
    await new Promise((next) => setTimeout(next, 50));
  }
}"""


def still(page: Page) -> None:
    """Wait until nothing in the page moves, fades or is added any more (two seconds at most)."""
    settled(page)
    page.evaluate(STILL)


def painted(page: Page) -> None:
    """Wait until the page has been painted as it is now, and what watches its size has been told."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


LIGHTNESS = """(scheme) => {
  const [red, green, blue] = getComputedStyle(document.querySelector("[data-testid=stApp]"))
    .backgroundColor.match(/[0-9.]+/g).map(Number);
  return red + green + blue > 384 === (scheme === "light");
}"""


def resized(page: Page, width: int) -> Page:
    """Make the window wider or narrower and return the page when it has taken its new form."""
    page.set_viewport_size({"width": width, "height": 900})
    painted(page)
    still(page)
    return page


def each_width(open_page: Open, path: str) -> Iterator[Page]:
    """Show a page at 1440, 1024 and 390 pixels; for the phone it is loaded anew, as its menu starts closed."""
    page = open_page(path, WIDTHS[0])
    yield page
    yield resized(page, WIDTHS[1])
    yield open_page(path, WIDTHS[2])


def in_scheme(page: Page, scheme: str) -> Page:
    """Switch the colours that the reader prefers and return the page when it has them."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.wait_for_function(LIGHTNESS, arg=scheme)
    still(page)
    return page
