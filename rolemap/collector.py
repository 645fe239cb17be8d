"""Python's garbage collector and large maps: it may wait while a map is read, made a graph of and judged."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from scanning growing values again and again: that took two thirds of the time.

    A map is values without cycles, so nothing waits for the collector; it is on again afterwards if it was before.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
