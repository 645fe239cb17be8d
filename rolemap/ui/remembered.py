"""What is worked out of a graph again and again, remembered for as long as the graph is: a click asks most of it anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from rolemap.graph import RoleGraph
from rolemap.pipeline import Analysis

Whole = TypeVar("Whole", RoleGraph, Analysis)
Given = ParamSpec("Given")
Result = TypeVar("Result")

MOST = 32
"""How many results of one function are remembered for one graph; the oldest is forgotten first."""


def remembered(function: Callable[Concatenate[Whole, Given], Result]) -> Callable[Concatenate[Whole, Given], Result]:
    """Return `function` so that it works out each result once.

    Its other arguments must be hashable. Its result is shared by everybody who looks at the same map, so it must never
    be changed; and it must not hold the graph, which would then never be let go.
    """
    found: WeakKeyDictionary[Whole, dict[tuple[object, ...], Result]] = WeakKeyDictionary()
    lock = Lock()  # everybody who looks at the same map asks at once

    def result(whole: Whole, /, *given: Given.args, **named: Given.kwargs) -> Result:
        key = (given, tuple(sorted(named.items())))
        with lock:
            results = found.setdefault(whole, {})
            if key in results:
                return results[key]
        value = function(whole, *given, **named)
        with lock:
            while len(results) >= MOST:
                del results[next(iter(results))]
            results[key] = value
        return value

    update_wrapper(result, function)
    return result
