"""The question: how long does Streamlit itself take for what people do most, on pages that hold next to nothing.

`python -m benchmarks.floor [--repeats 5]` serves an empty page and four pages with one element and a text that follows it:
a box to choose options in, a row of pills, a box to type in, and a component whose buttons open details. What is done on each
is timed in turns with a rerun of the empty page, as `benchmarks.app` does, and printed as a ratio to it. No page of the app
that has the same element can be faster than this.
It needs Chromium (as tests/browser do). On a busy machine let it run again in a quiet hour.
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.app import AGAIN, EMPTY, STATES, Step, click, key, said, typed
from benchmarks.browser import Server, Taken, acted, chromium, first_view, serving, window

OPTION = (key("Escape"), click("[data-testid=stMultiSelect] input"), key("ArrowDown"), click("[role=option]", 1))
PAGES: dict[str, tuple[str, list[tuple[Step, ...]]]] = {
    "choose an option": ('chosen = st.multiselect("Level", ["National", "Region", "System", "Place"])', [OPTION] * 2),
    "choose a pill": (
        'with st.container(key="state"):\n    chosen = st.pills("State", ["Clear", "Gap"], selection_mode="multi")',
        [(click(STATES, at),) for at in (0, 1, 0, 1)],
    ),
    "type a word": (
        'with st.container(key="find"):\n    chosen = [st.text_input("Find")]',
        [typed("one"), typed("two")],
    ),
    "open details": (
        "part = st.components.v2.component('part', html='<button>a</button><button>b</button>', js='export default "
        'function({parentElement, setTriggerValue}) { for (const one of parentElement.querySelectorAll("button")) '
        'one.onclick = () => setTriggerValue("open", one.textContent); }\')\n'
        "chosen = [part(key='part', on_open_change=lambda: None).open or '']",
        [(click("[data-testid=stBidiComponentIsolated] button", at),) for at in (0, 1, 0, 1)],
    ),
}
"""By what is done the element of the page, and the ways it is done, one after another; the last step of each is timed."""

TEXT = '\nst.html(f"<section><h2>Details</h2><p>Chosen: {chosen}</p></section>")\n'


def measured(
    servers: tuple[Server, Server], ways: list[tuple[Step, ...]], repeats: int
) -> tuple[list[Taken], list[Taken]]:
    """Return what reruns of the empty page took, and what was done on the other page, in turns."""
    found: tuple[list[Taken], list[Taken]] = ([], [])
    with chromium() as browser:
        for _ in range(repeats):
            with window(browser) as still, window(browser) as page:
                first_view(still, servers[0])
                acted(still, servers[0], AGAIN)
                first_view(page, servers[1])
                for steps in ways:
                    found[0].append(acted(still, servers[0], AGAIN))
                    found[1].append(acted(page, servers[1], steps))
    return found


def main() -> None:
    """Print a line for each page."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.floor", description="Time Streamlit itself in Chromium."
    )
    parser.add_argument("--repeats", type=int, default=5)
    repeats = parser.parse_args().repeats
    with TemporaryDirectory() as name, ExitStack() as servers:

        def served(file: str, script: str) -> Server:
            path = Path(name) / file
            path.write_text(script, encoding="utf-8")
            return servers.enter_context(serving(path))

        empty = served("empty.py", EMPTY)
        for at, (what, (element, ways)) in enumerate(PAGES.items()):
            page = served(f"page{at}.py", f'import streamlit as st\nst.title("Floor")\n{element}{TEXT}')
            print(said(what, *measured((empty, page), ways, repeats), goal=3), flush=True)


if __name__ == "__main__":
    main()
