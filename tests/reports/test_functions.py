"""The functions and decisions map: what it says of a function agrees with the state it shows and with the sums above."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from rolemap.pipeline import examine, what_if
from rolemap.reading import read
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.change_sets import read_change_sets
from rolemap.reports.blocks import Document, Number, Paragraph, Picture, Value, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.sections.families import own_of_each_area
from rolemap.reports.sections.functions import IDLE, NO_AGREEMENT, functions
from rolemap.reports.sections.holding import WORDS
from rolemap.reports.stretches import stretches
from tests.reports.worlds import example, small

BOTH = ("greater-manchester", "northshire")
NORTHSHIRE = CONFIGS / "examples" / "northshire"


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


def said(name: str, title: str) -> dict[str, str]:
    found = next(row for row in rows(built(name)) if plain(row["Function"]).startswith(title))
    return {column: plain(value) for column, value in found.items()}


@pytest.mark.parametrize("title", ["Commission NHS dental services", "Commission primary medical"])
@pytest.mark.parametrize("name", BOTH)
def test_a_delegated_function_is_held_by_who_delegates_it(name: str, title: str) -> None:
    row = said(name, title)
    assert row["Held by"] == "NHS England"
    assert row["Reserved or delegated"].startswith("Delegated to NHS ")
    has_agreement = name == "northshire"
    assert (row["By which instrument"] == NO_AGREEMENT) is not has_agreement


@pytest.mark.parametrize("name", BOTH)
def test_nothing_is_delegated_by_a_body_to_itself(name: str) -> None:
    handed = [one for one in functions(Figures(example(name))) if one.handed or one.cited]
    assert handed
    for one in handed:
        to = {part.to for _, part in one.handed} or set(one.cell.leads)
        givers = {part.giver for _, part in one.handed} or set(one.held.parties)
        assert to.isdisjoint(givers)
        assert not to.issuperset(one.held.parties)


def test_a_body_that_hands_over_its_part_stands_beside_the_one_that_has_its_own() -> None:
    row = said("northshire", "Agree and oversee the Better Care Fund plan and pooled budget\nEaston")
    assert row["Held by"] == "Easton Borough Council; NHS Northshire Integrated Care Board"
    assert row["Reserved or delegated"].startswith(
        "Delegated by NHS Northshire Integrated Care Board to Easton Borough Council"
    )


def test_a_kind_of_body_that_the_law_names_is_the_one_that_covers_the_area() -> None:
    assert said("northshire", "Promote research and use of evidence\nAll 4")["Held by"] == (
        "NHS Northshire Integrated Care Board"
    )
    villages = said("northshire", "Make arrangements for effective neighbourhood governance\nVale Villages")
    assert villages["Held by"] == "Marlshire County Council; Marl Vale District Council"
    assert said("greater-manchester", "Commission national immunisation")["Held by"].endswith("; NHS England")


def test_who_is_accountable_is_not_called_the_holder_where_the_law_names_others() -> None:
    row = said("greater-manchester", "Prevent and relieve homelessness")
    assert row["Held by"] == (
        "In law: district council (two-tier areas) or unitary council, each for its own area; here Greater Manchester "
        "Combined Authority (accountable)"
    )
    assert row["Reserved or delegated"].startswith("Led by Mayor of Greater Manchester")
    note = next(one.note for one in built("greater-manchester").tables if one.name == "Functions System")
    assert "“(accountable)” is who is accountable on this map" in note
    assert not any(
        f"“({how})”" in one.note and not any(f"({how})" in plain(row[2]) for row in one.rows)
        for one in built("northshire").tables
        for how in WORDS
    ), "a mark is explained where it stands only"


def test_dates_of_several_instruments_say_whose_they_are() -> None:
    dates = said("northshire", "Open warm spaces in winter")["Dates"].split("\n")
    assert dates == [
        "Easton Council scheme of delegation to officers: review 1 May 2028",
        "Northshire compact for population health: from 15 April 2026, review 1 April 2028",
    ]
    alone = said("northshire", "Lead and coordinate outbreak and incident control")["Dates"]
    assert alone == "From 1 September 2021\nReview 1 December 2027"


def test_what_an_instrument_delegates_without_law_is_not_called_a_function_in_law() -> None:
    about = next(plain(block.runs) for block in built("northshire").blocks if isinstance(block, Paragraph))
    titles = {one.cell.responsibility for one in functions(Figures(example("northshire")))}
    assert f"sets out {len(titles) - 2} functions in law, and 2 that rest on policy or contract" in about


def test_a_picture_says_where_its_names_stand_for_several_kinds() -> None:
    for name, pooled in (("northshire", True), ("greater-manchester", False)):
        place = next(block for block in built(name).blocks if getattr(block, "name", "") == "Who exercises Place")
        assert isinstance(place, Picture)
        assert place.table is not None
        assert ("over the whole level" in place.table.note) is pooled


@pytest.mark.parametrize("name", BOTH)
def test_what_is_reserved_with_no_more_on_record_has_a_table_with_fewer_columns(name: str) -> None:
    tables = {one.name: one for one in built(name).tables if one.caption.startswith("Functions and decisions")}
    reserved = tables["Reserved Place"]
    titles = [one.title for one in reserved.columns]
    assert "By which instrument" not in titles
    assert {plain(row[titles.index("Reserved or delegated")])[:8] for row in reserved.rows} == {"Reserved"}
    assert "Nothing is recorded for any of these under: by which instrument" in reserved.note
    others = tables["Functions Place"]
    more = [at for at, one in enumerate(others.columns) if one.title in ("By which instrument", "Reports to", "Dates")]
    how = [one.title for one in others.columns].index("Reserved or delegated")
    assert all(plain(row[how]) != "Reserved" or any(plain(row[at]) for at in more) for row in others.rows)


def test_a_body_that_hands_over_to_its_own_officers_keeps_it_within() -> None:
    row = said("northshire", "Reduce gambling-related harms")
    assert row["Held by"] == "Easton Borough Council (delegates it)"
    assert row["Reserved or delegated"] == "Within the body that holds it, led by Consultant in public health"


def test_a_body_that_the_law_names_and_that_ended_is_named_with_who_followed_it() -> None:
    on = date(2027, 4, 1)
    landscape = read(CONFIGS / "examples" / "greater-manchester")
    path = CONFIGS / "scenarios" / "greater-manchester" / "end-of-nhs-england.yaml"
    analysis = what_if(landscape, read_change_sets([path], landscape, on), on)
    document = KINDS["functions-and-decisions"].build(Figures(analysis))
    dental = next(row for row in rows(document) if plain(row["Function"]).startswith("Commission NHS dental"))
    assert plain(dental["Held by"]) == (
        "In law: NHS England (ended on 31 March 2027, followed by Department of Health and Social Care); here Department of "
        "Health and Social Care (accountable)"
    )


def test_what_has_changed_of_functions_says_who_held_and_exercised_them() -> None:
    landscape = read(CONFIGS / "examples" / "northshire")
    path = CONFIGS / "scenarios" / "northshire" / "icb-merger.yaml"
    on = date(2027, 4, 1)
    after = what_if(landscape, read_change_sets([path], landscape, on), on)
    document = KINDS["functions-and-decisions"].build(Figures(after, earlier=example("northshire")))
    table = next(one for one in document.tables if one.name == "Changed functions")
    dental = next(
        [plain(value) for value in row] for row in table.rows if plain(row[0]) == "Commission NHS dental services"
    )
    assert dental[1] == "Northshire"
    assert dental[2].startswith(
        "How: Delegated to NHS Northshire Integrated Care Board, led by Director of primary care"
    )
    assert dental[3].startswith("How: Delegated to NHS Northshire and Southmoor Integrated Care Board")
    assert all(plain(row[2]) != plain(row[3]) for row in table.rows)
    then, now = (len(functions(Figures(one))) for one in (example("northshire"), after))
    said = next(
        plain(one.runs) for one in document.blocks if isinstance(one, Paragraph) and "earlier map" in plain(one.runs)
    )
    assert f"it has {then} functions and this one {now}" in said


def test_no_function_changed_between_a_map_and_itself() -> None:
    same = example("northshire")
    document = KINDS["functions-and-decisions"].build(Figures(same, earlier=same))
    assert not any(one.name == "Changed functions" for one in document.tables)
    assert any(
        "0 came, 0 went, and of the others 0 changed" in plain(b.runs)
        for b in document.blocks
        if isinstance(b, Paragraph)
    )


def test_the_words_of_the_field_in_the_headings_are_explained() -> None:
    said = [plain(block.runs) for block in built("greater-manchester").blocks if isinstance(block, Paragraph)]
    explained = next(words for words in said if words.startswith("“Reserved” means"))
    assert "“delegated” that" in explained
    assert "“By which instrument” names" in explained


def test_a_table_of_functions_without_a_lead_does_not_say_that_others_lead_them() -> None:
    captions = [one.caption for one in built("surrey").tables]
    assert "Functions and decisions: Place, without a lead on record" in captions
    captions = [one.caption for one in built("northshire").tables]
    wanted = "Functions and decisions: Place, delegated, led by others or with more on record"
    assert wanted in captions


def test_functions_of_areas_that_came_or_went_are_told_in_a_sentence() -> None:
    on = date(2028, 4, 1)
    sets = read_change_sets(
        [CONFIGS / "scenarios" / "northshire" / "council-reorganisation.yaml"], read(NORTHSHIRE), on
    )
    before = examine(read(NORTHSHIRE), on)
    after = what_if(read(NORTHSHIRE), sets, on)
    document = KINDS["functions-and-decisions"].build(Figures(after, earlier=before))
    said = [plain(block.runs) for block in document.blocks if isinstance(block, Paragraph)]
    gone = {"marl-vale", "upper-marl"}
    number = sum(one.cell.area in gone for one in functions(Figures(before)))
    assert f"2 areas are gone, with {number} functions, not compared one by one: Marl Vale and Upper Marl." in said
    table = next(one for one in document.tables if one.name == "Changed functions")
    assert {"Marl Vale", "Upper Marl"}.isdisjoint(plain(row[1]) for row in table.rows)
