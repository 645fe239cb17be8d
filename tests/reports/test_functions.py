"""The functions and decisions map: what it says of a function agrees with the state it shows and with the sums above."""

from __future__ import annotations

import re

import pytest

from rolemap.reports.blocks import Document, Number, Paragraph, Picture, Value, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.sections.families import own_of_each_area
from rolemap.reports.sections.functions import functions
from rolemap.reports.stretches import stretches
from tests.reports.worlds import example

BOTH = ("greater-manchester", "northshire")


def built(name: str) -> Document:
    return KINDS["functions-and-decisions"].build(Figures(example(name)))


def rows(document: Document) -> list[dict[str, Value]]:
    return [
        {column.title: value for column, value in zip(table.columns, row, strict=True)}
        for table in document.tables
        if table.caption.startswith("Functions and decisions")
        for row in table.rows
    ]


@pytest.mark.parametrize("name", BOTH)
def test_nothing_is_called_clear_and_without_an_instrument(name: str) -> None:
    said = [(plain(row["State"]), plain(row["Reserved or delegated"])) for row in rows(built(name))]
    assert all("no instrument" not in how for state, how in said if state == "✓ clear")
    assert not any(state.endswith("not needed") and how == "No lead is recorded" for state, how in said)
    assert all(len(set(names)) == len(names) for _, how in said if (names := re.split("; |, led by ", how)))


@pytest.mark.parametrize("name", BOTH)
def test_the_sums_are_those_of_the_functions_and_of_the_pictures(name: str) -> None:
    found = functions(Figures(example(name)))
    document = built(name)
    about = next(plain(block.runs) for block in document.blocks if isinstance(block, Paragraph))
    whole, parts = about.split("they are ")[1].split(":", 1)
    assert int(whole.replace(",", "")) == len(found)
    assert sum(map(int, re.findall(r"(\d+) (?:reserved|delegated|led|without)", parts))) == len(found)
    drawn = [block.table for block in document.blocks if isinstance(block, Picture) and block.table]
    numbers = [value.value for table in drawn for row in table.rows if isinstance(value := row[-1], Number)]
    assert sum(numbers) == len(found)


def test_an_agreement_that_has_ended_delegates_nothing() -> None:
    found = functions(Figures(example("greater-manchester")))
    view = example("greater-manchester").graph.view
    assert all(view.in_use(agreement) for one in found for agreement, _ in one.handed)
    ended = example("greater-manchester").landscape.agreements["rochdale-partnership-agreement"]
    assert ended.delegates, "the example no longer has an ended agreement that delegated"


def test_councils_that_the_law_names_in_one_breath_share_a_row() -> None:
    graph = example("northshire").graph
    assert own_of_each_area(graph, ["unitary-council", "upper-tier-council"]) == (
        "the upper-tier or unitary council of each area"
    )
    assert " or district council" in own_of_each_area(graph, ["unitary-council", "district-council"])
    said = [row for row in rows(built("northshire")) if plain(row["Function"]).startswith("Safeguard adults")]
    assert [plain(row["Held by"]) for row in said] == ["The upper-tier or unitary council of each area"]


@pytest.mark.parametrize("name", BOTH)
def test_the_table_of_a_picture_shares_its_pages_with_the_table_of_functions(name: str) -> None:
    for one in stretches(built(name)):
        captions = [getattr(block, "caption", "") for block in one.blocks]
        apart = any(caption.startswith("Who holds and who exercises") for caption in captions)
        assert not apart or any(caption.startswith("Functions and decisions") for caption in captions)
