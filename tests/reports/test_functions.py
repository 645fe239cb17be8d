"""The functions and decisions map: what it says of a function agrees with the state it shows and with the sums above."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rolemap.reports.blocks import Document, Number, Paragraph, Picture, Value, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.sections.families import own_of_each_area
from rolemap.reports.sections.functions import IDLE, functions
from rolemap.reports.stretches import stretches
from tests.reports.worlds import example, small

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


SHIRE = """\
map: {title: Shire}
levels: {place: {name: Place, order: 1}}
areas: {a: {name: Aby, level: place}, b: {name: Bury, level: place}, c: {name: Caby, level: place}}
organisation_types:
  county: {name: County council}
  combined: {name: Combined county council, holds: county}
  big: {name: Big council, holds: county}
organisations:
  a1: {name: A1, area: a, type: combined}
  a2: {name: A2, area: a, type: big}
  b1: {name: B1, area: b, type: combined}
  b2: {name: B2, area: b, type: big}
  c1: {name: C1, area: c, type: county}
responsibilities:
  r: {title: Roads, needs_lead_at: place, law: {kind: duty, holder: county}}
"""


def held_in_shire(title: str) -> list[str]:
    document = KINDS["functions-and-decisions"].build(Figures(small(SHIRE)))
    return [plain(row["Held by"]) for row in rows(document) if plain(row["Function"]).startswith(title)]


def test_the_order_of_kinds_is_the_same_in_every_run() -> None:
    code = "from tests.reports.test_functions import held_in_shire; print(held_in_shire('Roads'))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(3)
    }
    assert len(said) == 1


def test_a_row_names_the_kinds_of_its_own_places() -> None:
    for row in rows(built("northshire")):
        if plain(row["Function"]).endswith("\nMarl Vale and Upper Marl"):
            assert plain(row["Held by"]) == "The district council (two-tier areas) of each area"
    assert any("unitary council or district" in plain(row["Held by"]) for row in rows(built("northshire")))


def test_holders_of_one_name_are_said_once() -> None:
    assert held_in_shire("Roads") == ["The combined county council or big council or county council of each area"]


def test_a_kind_is_left_unsaid_only_beside_one_that_names_it_whole() -> None:
    graph = small(SHIRE).graph
    assert (
        own_of_each_area(graph, ["county", "combined"]) == "the county council or combined county council of each area"
    )


def test_a_lead_on_an_ended_instrument_is_counted_as_its_row_says() -> None:
    document = built("northshire")
    about = next(plain(block.runs) for block in document.blocks if isinstance(block, Paragraph))
    assert f"1 led {IDLE}" in about
    assert "led by others" not in about
    ways = {plain(row["Function"]): plain(row["Reserved or delegated"]) for row in rows(document)}
    idle = [function for function, way in ways.items() if way.endswith(f", {IDLE}")]
    assert idle == ["Run joint commissioning and pooled budgets\nNorbridge"]


def test_an_instrument_that_covers_a_function_and_not_its_lead_says_so() -> None:
    found = {plain(row["Function"]): row for row in rows(built("greater-manchester"))}
    instruments = plain(found["Prevent and relieve homelessness"]["By which instrument"]).split("; ")
    assert len(instruments) == 2
    assert all(words.endswith("(covers this, but not this lead)") for words in instruments)


@pytest.mark.parametrize("name", BOTH)
def test_only_a_lead_with_nothing_behind_it_stands_beside_its_instruments(name: str) -> None:
    aside = [row for row in rows(built(name)) if "but not this lead" in plain(row.get("By which instrument", ()))]
    assert all(plain(row["State"]) != "✓ clear" for row in aside)


def test_an_instrument_given_for_a_lead_that_it_does_not_bind_is_not_called_unrecorded() -> None:
    found = {plain(row["Function"]): row for row in rows(built("greater-manchester"))}
    air = found["Manage local air quality"]
    assert plain(air["Reserved or delegated"]).endswith("; no instrument is recorded for this lead")
    assert plain(air["By which instrument"]) == "Clean air joint committee arrangement (covers this, but not this lead)"
    assert plain(found["Provide safe accommodation support and prevent domestic abuse"]["Reports to"]) == ""
