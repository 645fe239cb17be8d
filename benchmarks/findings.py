"""The question: how long do the rules take over the 100,000 cells of all England, each alone and all together.

`python -m benchmarks.findings [--scale 1.0] [--repeats 3]` runs each rule alone, slowest first, then all of them as the
command does, sorting and acceptances included. Goal at scale 1: all together <= 3 s. The number of findings is that of
an invented map and says nothing of England.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import england, measure
from benchmarks.invented import DAY
from rolemap import graph, reading
from rolemap.collector import collector_paused
from rolemap.findings import RULES, run
from rolemap.findings.groups import grouped
from rolemap.graph import RoleGraph


def read(scale: float) -> RoleGraph:
    """Return the graph of England, read from files as a map would be."""
    with TemporaryDirectory() as name:
        england.write(Path(name), scale)
        return graph.build(reading.read(Path(name)), DAY)


def each_rule(england: RoleGraph, repeats: int) -> dict[str, float]:
    """Return the median seconds of each rule alone."""
    return measure.in_turns({rule.code: partial(run, england, (rule,)) for rule in RULES}, repeats)


def main() -> None:
    """Print the seconds of each rule and of all together."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.findings")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args()
    england = read(given.scale)
    print(f"{len(england.needed):,} cells that need a lead, {len(RULES)} rules")
    found = run(england)
    with collector_paused():  # as in the pipeline
        seconds = each_rule(england, given.repeats)
        ways: dict[str, Callable[[], object]] = {
            "run": partial(run, england),
            "groups": partial(grouped, england, found),
        }
        together = measure.in_turns(ways, given.repeats)
    for code, taken in sorted(seconds.items(), key=lambda one: -one[1]):
        print(measure.line(code, taken, f"{sum(one.code == code for one in found):>8,} findings"))
    print(measure.line("all rules, sorted", together["run"], f"{len(found):>8,} findings"))
    print(measure.line("their groups", together["groups"], f"{len(grouped(england, found)):>8,} groups"))


if __name__ == "__main__":
    main()
