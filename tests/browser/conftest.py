"""The app in a real Chromium: one server and one browser for the session, a fresh window for each test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

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


@pytest.fixture
def requested() -> list[str]:
    """Every address that the pages of the test asked for."""
    return []


@pytest.fixture
def open_page(app_url: str, browser: Browser, requested: list[str]) -> Iterator[Open]:
    """Open a page of the app at a width; the test fails if a script failed in it."""
    contexts = []
    failed: list[str] = []

    def opened(path: str = "/", width: int = 1440, height: int = 900, **options: str) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.on("request", lambda request: requested.append(request.url))
        page.on("websocket", lambda socket: requested.append(socket.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto(app_url + path)
        settled(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert failed == []


def settled(page: Page) -> None:
    """Wait until the page has its heading and its footer and the app is no longer at work."""
    page.wait_for_selector("h1")
    page.wait_for_selector(".rm-footer")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
