"""What is worked out of a graph once is not worked out again while the graph lives, and is let go with it."""

from __future__ import annotations

import gc
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from types import FrameType
from typing import Any
from weakref import ref

import pytest
import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.ui import cached, maps
from rolemap.ui.remembered import MOST, remembered
from tests.worlds import build

WORLD = "map: {title: Easton}\nlevels: {place: {name: Place}}\nareas: {easton: {name: Easton, level: place}}\n"


def test_a_result_is_worked_out_once_for_each_graph_and_question() -> None:
    asked: list[tuple[int, str]] = []

    @remembered
    def answer(graph: RoleGraph, question: str) -> str:
        asked.append((id(graph), question))
        return question.upper()

    one, other = build(WORLD), build(WORLD)
    assert [answer(one, "a"), answer(one, "a"), answer(one, "b"), answer(other, "a")] == ["A", "A", "B", "A"]
    assert asked == [(id(one), "a"), (id(one), "b"), (id(other), "a")]


def test_only_the_newest_results_are_kept() -> None:
    asked: list[int] = []

    @remembered
    def answer(graph: RoleGraph, question: int) -> int:
        asked.append(question)
        return question

    graph = build(WORLD)
    for question in range(MOST + 1):
        answer(graph, question)
    answer(graph, MOST)
    answer(graph, 0)
    assert asked == [*range(MOST + 1), 0]


def test_a_graph_is_let_go_with_what_was_worked_out_of_it() -> None:
    @remembered
    def answer(graph: RoleGraph) -> int:
        return len(graph.cells)

    graph = build(WORLD)
    answer(graph)
    gone = ref(graph)
    del graph
    gc.collect()
    assert gone() is None


def giving_way(frame: FrameType, event: str, given: object) -> Any:
    """Trace a thread so that it lets others go first before every step of `remembered`."""
    if frame.f_code.co_filename != remembered.__code__.co_filename:
        return None
    frame.f_trace_opcodes = True
    time.sleep(0)
    return giving_way


def test_many_can_ask_at_once() -> None:
    @remembered
    def answer(graph: RoleGraph, question: int) -> int:
        return question * 2

    graph = build(WORLD)

    def ask(start: int) -> list[int]:
        sys.settrace(giving_way)
        try:
            return [answer(graph, question) for question in range(start, start + 5 * MOST)]
        finally:
            sys.settrace(None)

    starts = [0, 10, 1000, 2000]
    with ThreadPoolExecutor(len(starts)) as pool:
        found = list(pool.map(ask, starts))
    assert found == [[question * 2 for question in range(start, start + 5 * MOST)] for start in starts]


def test_a_large_map_is_left_out_of_the_search_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    map_files = cached.example(maps.known()[0])
    left_out = gc.get_freeze_count()
    try:
        cached._analysis.clear()  # type: ignore[attr-defined]
        cached.analysis(map_files, date(2026, 7, 1))
        assert gc.get_freeze_count() == left_out
        monkeypatch.setattr(cached, "LARGE", 1)
        cached.analysis(map_files, date(2026, 7, 2))
        assert gc.get_freeze_count() > left_out
    finally:
        gc.unfreeze()
        st.cache_resource.clear()
