"""Timing several ways of doing something fairly: in turns within one run, and by the processor's time in this process.

On a machine that does other work at the same time the clock on the wall says little; what our own work costs the
processor says more. Whole processes are timed both ways, since people wait for them.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import perf_counter, process_time
from typing import Any


def in_turns(
    ways: Mapping[str, Callable[[], Any]], repeats: int, clock: Callable[[], float] = process_time
) -> dict[str, float]:
    """Return the median seconds of each way, all tried once in each of `repeats` rounds."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(repeats):
        for name, way in ways.items():
            if gc.isenabled():
                gc.collect()
            start = clock()
            kept = way()
            seconds[name].append(clock() - start)
            del kept
    return {name: statistics.median(some) for name, some in seconds.items()}


def processes(ways: Mapping[str, Sequence[str]], repeats: int) -> dict[str, tuple[float, float]]:
    """Return for each way to start Python the median seconds of the processor, and those that somebody waits."""
    started = {name: partial(python, *arguments) for name, arguments in ways.items()}
    work, wait = in_turns(started, repeats, _children), in_turns(started, repeats, perf_counter)
    return {name: (work[name], wait[name]) for name in ways}


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def python(*arguments: str) -> str:
    """Return what a new Python process prints; its exit code does not matter."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False).stdout


def line(name: str, seconds: float, *notes: str) -> str:
    """Return one line of a table."""
    return f"{name:<44}{seconds:>9.3f} s  {'  '.join(notes)}".rstrip()
