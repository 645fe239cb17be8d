"""The question: how long does one wait for the app in a browser, beside a Streamlit page that holds next to nothing.

`python -m benchmarks.app [--repeats 5] [--folder DIR] [--scale 1.0] [--only WORD]` starts two servers and one Chromium on
two processors: an empty page (a title and a button) and the app. Both are used in turns within one run, so that whatever
else the machine does slows both; what is printed are medians, ratios to the empty page, and seconds of the server's
processor. Goals: first view of Greater Manchester <= 2 x the empty page's, each filter and click <= 3 x an empty rerun; on
a map of all England (written by `benchmarks.england`, or `--folder`) first view <= 5 s and click <= 1 s.

A wait ends when Streamlit says that it is done and the last change that lies in the window is painted; rows below the
edge of the window may follow.
It needs Chromium (as tests/browser do). On a busy machine let it run again in a quiet hour.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from benchmarks import england, measure
from benchmarks.browser import ROOT, Server, Taken, acted, chromium, first_view, serving, window
from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import MOST, Focus
from rolemap.pictures.scene import scene
from rolemap.pipeline import analyse

EMPTY = 'import streamlit as st\nst.title("Empty")\nst.button("Again")\n'
Step = Callable[[Page], object]


def click(selector: str, at: int = 0) -> Step:
    """Return a step that clicks the element at this position of those a CSS selector finds."""
    return lambda page: page.locator(selector).nth(at).click()


def option(name: str) -> tuple[Step, ...]:
    """Return the steps that open the choices of a filter and take the first that is left, but for “Select all”."""
    return key("Escape"), click(f".st-key-{name} input"), key("ArrowDown"), click(CHOICE)


def key(name: str) -> Step:
    """Return a step that presses a key."""
    return lambda page: page.keyboard.press(name)


def typed(words: str) -> tuple[Step, Step]:
    """Return the steps that search for words."""
    return (lambda page: page.locator(".st-key-find input").fill(words)), key("Enter")


CHOICE = '[role=option]:not(:has-text("Select all"))'
AGAIN = (click(".stButton button"),)
STATES = ".st-key-state button"
THEMES = ".st-key-theme button"
PAGES: dict[str, dict[str, Sequence[Sequence[Step]]]] = {
    "/": {
        "Who leads: state": [[click(STATES, 1)], [click(STATES, 1)]] * 2,
        "Who leads: level": [option("level")] * 2,
        "Who leads: pillar": [option("pillar")] * 2,
        "Who leads: search": [typed("smoking"), typed("")],
    },
    "/?on=2026-07-01": {
        "Who leads: open a square": [[click("button.square", 2)]],
        "Who leads: another square": [[click("button.square", at)] for at in (3, 4, 3, 4)],
        "Who leads: close it": [[click(".st-key-close-square button")]],
    },
    "/map": {
        "Map: level": [option("level")] * 2,
        "Map: pillar": [option("pillar")] * 2,
        "Map: choose a shape": [[lambda page: page.locator(".frame").focus(), key("ArrowDown"), key("Enter")]] * 3,
    },
    "/gaps": {
        "Gaps: theme": [[click(THEMES, 1)], [click(THEMES, 1)]] * 2,
        "Gaps: level": [option("level")] * 2,
        "Gaps: next cards": [[click('[data-testid=stPagination] button[aria-label*="ext"]')]] * 3,
    },
    "/parties": {
        "Parties: open one": [[click("[class*=st-key-open-] button")]],
        "Parties: pillar": [option("pillar")] * 2,
    },
    "/agreements?map=northshire": {
        "Agreements: kind": [option("kind")],
        "Agreements: open one": [option("agreement")],
    },
}
"""By address the actions on a page, each with the ways it is done, one after another; the last step of each is timed."""

FIRST_VIEWS = ("/", "/map", "/gaps", "/parties", "/agreements")


@dataclass(frozen=True, slots=True)
class Bench:
    """What the measurements share: the browser, both servers, how often."""

    browser: Browser
    empty: Server
    app: Server
    repeats: int

    def first_views(self, path: str) -> tuple[list[Taken], list[Taken]]:
        """Return what first views of the empty page and of a page of the app took, in turns."""
        found: tuple[list[Taken], list[Taken]] = ([], [])
        for _ in range(self.repeats):
            for server, where, taken in ((self.empty, "/", found[0]), (self.app, path, found[1])):
                with window(self.browser) as page:
                    taken.append(first_view(page, server, where))
        return found

    def actions(self, path: str) -> dict[str, tuple[list[Taken], list[Taken]]]:
        """Return by action what reruns of the empty page took, and what the action took, in turns."""
        found: dict[str, tuple[list[Taken], list[Taken]]] = {name: ([], []) for name in PAGES[path]}
        for _ in range(self.repeats):
            with window(self.browser) as still, window(self.browser) as page:
                first_view(still, self.empty)
                acted(still, self.empty, AGAIN)
                first_view(page, self.app, path)
                for name, ways in PAGES[path].items():
                    for steps in ways:
                        found[name][0].append(acted(still, self.empty, AGAIN))
                        found[name][1].append(acted(page, self.app, steps))
        return found


def said(name: str, empty: Sequence[Taken], app: Sequence[Taken], goal: float) -> str:
    """Return one line: the median wait beside the empty page's, those aside after which nothing changed; the server's work."""
    base, wait = (statistics.median([one.wait for one in some if one.wait] or [0]) for some in (empty, app))
    work = statistics.median(one.work for one in app)
    beside = f"{wait / base:5.2f} x {base:.3f} s" if base else "nothing was painted anew on the empty page"
    words = f"{beside} (goal {goal:g} x){' MORE' if base and wait > goal * base else ''}"
    return measure.line(name, wait, words, f"server {work:.3f} s")


def greater_manchester(bench: Bench, only: str) -> None:
    """Print first views and actions on the first example, as ratios to the empty page."""
    for path in FIRST_VIEWS:
        if only in f"first view of {path}".casefold():
            print(said(f"first view of {path}", *bench.first_views(path), goal=2), flush=True)
    for path, ways in PAGES.items():
        if any(only in name.casefold() for name in ways):
            for name, (empty, app) in bench.actions(path).items():
                print(said(name, empty, app, goal=3), flush=True)


def whole_country(browser: Browser, folder: Path, repeats: int) -> None:
    """Print the waits on a map of all England: the first of all, which reads it, then first views and a click."""
    with serving(ROOT / "app.py", str(folder)) as app:
        with window(browser) as page:
            taken = first_view(page, app)
        print(measure.line("England: read, and first view", taken.wait, f"server {taken.work:.3f} s"), flush=True)
        for path in FIRST_VIEWS:
            some = []
            for _ in range(repeats):
                with window(browser) as page:
                    some.append(first_view(page, app, path))
            print(_seconds(f"England: first view of {path}", some, 5), flush=True)
        clicks, filters = [], []
        for _ in range(repeats):
            with window(browser) as page:
                first_view(page, app)
                clicks += [acted(page, app, [click("button.square", at)]) for at in (2, 3)]
                filters.append(acted(page, app, [click(STATES, 1)]))
        print(_seconds("England: open a square", clicks, 1), _seconds("England: state", filters, 1), sep="\n")


def _seconds(name: str, some: Sequence[Taken], goal: float) -> str:
    wait, work = statistics.median(one.wait for one in some), statistics.median(one.work for one in some)
    return measure.line(name, wait, f"(goal {goal:g} s){'' if wait <= goal else ' MORE'}", f"server {work:.3f} s")


def picture(folder: Path) -> None:
    """Print how long a picture of 1,000 shapes takes to be laid out, and whether two runs give the same."""
    graph = analyse(folder).graph
    focus = Focus(gather=False, limit=MOST)
    start = time.process_time()
    one = draw(graph, focus)
    taken = time.process_time() - start
    same = scene(one) == scene(draw(graph, focus))
    words = f"{len(one.shapes):,} shapes, {'the same' if same else 'ANOTHER'} picture in a second run (goal 1 s)"
    print(measure.line("picture, laid out", taken, words))


def main() -> None:
    """Print every wait."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.app", description="Time the app in Chromium.")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1.0, help="the share of England's areas (default: 1.0; 0: none)")
    parser.add_argument("--folder", type=Path, help="a map of England that is there already")
    parser.add_argument("--only", default="", help="of Greater Manchester, only actions with this word; no England")
    given = parser.parse_args()
    with TemporaryDirectory() as name, chromium() as browser:
        script = Path(name) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        with serving(script) as empty, serving(ROOT / "app.py") as app:
            with window(browser) as page:
                taken = first_view(page, app)
            print(measure.line("first view of all, which reads the map", taken.wait, f"server {taken.work:.3f} s"))
            greater_manchester(Bench(browser, empty, app, given.repeats), given.only.casefold())
        if given.scale and not given.only:
            folder = given.folder or england.write(Path(name) / "england", given.scale).folder
            picture(folder)
            whole_country(browser, folder, given.repeats)


if __name__ == "__main__":
    main()
