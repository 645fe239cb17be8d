"""Streamlit pages in a real Chromium, timed from an action to the last change that anybody can see."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
PATIENCE = 30_000
"""Milliseconds before a page that does not come to rest is given up."""

WATCH = (Path(__file__).parent / "watch.js").read_text("utf-8")
RESTS = """() => document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
  && document.querySelector('h1') && performance.now() - seen.last > 500
  && (seen.last > seen.input || performance.now() - seen.input > 4000)"""
"""The page is at rest: a rerun of the empty page may change nothing that can be seen, so not every click is followed by one."""


@dataclass(frozen=True, slots=True)
class Server:
    """A Streamlit server of ours."""

    url: str
    pid: int

    def work(self) -> float:
        """Return the seconds of the processor it has used so far (on Linux; elsewhere 0)."""
        try:
            return time.clock_gettime((~self.pid << 3) | 2)  # the clock of another process: clock_getcpuclockid(3)
        except OSError:
            return 0.0


@dataclass(frozen=True, slots=True)
class Taken:
    """What one action took: seconds until the last change that can be seen was painted, and of the server's processor."""

    wait: float
    work: float


@contextmanager
def serving(script: Path, *arguments: str) -> Iterator[Server]:
    """Serve a Streamlit script on a free port, with the settings of the app, until the context ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", "--server.headless=true"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*command, "--", *arguments], cwd=ROOT, stdout=quiet, stderr=quiet) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(f"{url}/_stcore/health")
            yield Server(url, process.pid)
        finally:
            process.terminate()


def _wait(url: str) -> None:
    for _ in range(600):
        try:
            with urlopen(url, timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("Streamlit did not start within a minute.")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Return a Chromium for as long as the context lasts, this process and its children on two processors at most."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser) -> Iterator[Page]:
    """Return a new window that has seen nothing yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def first_view(page: Page, server: Server, path: str = "/") -> Taken:
    """Go to a page and return what it took from the navigation on."""
    before = server.work()
    page.goto(server.url + path, wait_until="commit")
    rest(page)
    return Taken(float(page.evaluate("seen.shown()")) / 1000, server.work() - before)


def acted(page: Page, server: Server, steps: Sequence[Callable[[Page], object]]) -> Taken:
    """Take steps on a page and return what the last of them took, from its click or key on."""
    for step in steps[:-1]:
        step(page)
    before = server.work()
    steps[-1](page)
    page.wait_for_timeout(30)
    rest(page)
    return Taken(float(page.evaluate("seen.shown() - seen.input")) / 1000, server.work() - before)


def rest(page: Page) -> None:
    """Wait until the server has done its part and nothing has changed for half a second."""
    page.wait_for_function(RESTS, polling=50)
