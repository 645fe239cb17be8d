"""JSON: the whole report as data, text exactly as in the map."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rolemap.graph import summarise
from rolemap.reports.formats.json import write
from tests.reports.formats import made
from tests.reports.worlds import EXAMPLES, HOSTILE, documents, example, small


def data(kind: str, name: str) -> Any:
    return json.loads(write(dict(documents(example(name)))[kind]))


@pytest.mark.parametrize("name", EXAMPLES)
def test_counts_are_those_of_the_analysis(name: str) -> None:
    analysis = example(name)
    found = data("data", name)
    assert found["version"] == 1
    assert found["on"] == "2026-11-21"
    tables = {block["name"]: block for block in found["blocks"] if block["block"] == "table"}
    places = tables["Who leads"]
    state, counted = (places["columns"].index(word) for word in ("State", "Counted"))
    sure = [row for row in places["rows"] if row[state] == "clear" and row[counted] == "yes"]
    assert len(sure) == summarise(analysis.graph).all.backed
    assert len(tables["Findings"]["rows"]) == len(analysis.findings)


def test_text_is_exactly_what_the_map_says() -> None:
    analysis = small(HOSTILE)
    found = json.loads(write(dict(documents(analysis))["data"]))
    roles = next(block for block in found["blocks"] if block.get("name") == "Roles")
    assert roles["rows"][0][roles["columns"].index("title")] == analysis.landscape.roles["d"].title


def test_every_block_is_there_and_numbers_are_numbers() -> None:
    document = made.every_block()
    found = json.loads(write(document))
    assert [block["block"] for block in found["blocks"]] == [type(block).__name__.lower() for block in document.blocks]
    json.loads(write(made.hostile()))
