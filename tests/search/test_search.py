"""Search: what people type finds what they mean, says why, and admits what it does not know."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from rolemap import pipeline
from rolemap.graph import RoleGraph
from rolemap.reading.catalogues import CONFIGS
from rolemap.search import MOST_HITS, Found, Hit, Index, Kind, build_index, entries, search
from rolemap.search.words import MOST_WORDS, asked, initials, tokens
from tests.pictures.easton import EASTON, hostile
from tests.worlds import DAY, landscape

MORE = """
role_kinds:
  dph: {title: Director of public health, also_known_as: [Chief public health officer]}
organisation_types: {care-board: {name: Integrated care board}}
agreement_types: {mou: {name: Memorandum of understanding}}
glossary:
  stewardship: {title: Stewardship, contested: true, definitions: [{text: Looking after what is shared}]}
"""
WORLD = (
    EASTON.replace("accountable_to:", "kind: dph, holder: Asha Étoile, accountable_to:")
    .replace("name: NHS Northshire,", "name: NHS Northshire, type: care-board,")
    .replace("title: Core offer\n", "title: Core offer\n    type: mou\n")
    .replace("  westby-council: {", "  gone-trust: {name: Gone Trust, until: 2020-01-01}\n  westby-council: {")
    .replace("  westby: {", "  farby: {name: Farby, level: place}\n  westby: {")
    + MORE
)


def indexed(text: str, on: date = DAY) -> tuple[RoleGraph, Index]:
    found = pipeline.examine(landscape(text), on)
    return found.graph, build_index(entries(found.graph, found.findings))


@pytest.fixture(scope="module")
def world() -> tuple[RoleGraph, Index]:
    return indexed(WORLD)


@pytest.fixture(scope="module")
def manchester() -> tuple[RoleGraph, Index]:
    found = pipeline.analyse(CONFIGS / "examples" / "greater-manchester", DAY)
    return found.graph, build_index(entries(found.graph, found.findings))


def first(found: Found) -> Hit:
    return found.groups[0].hits[0]


def ids(found: Found, kind: Kind) -> list[str]:
    return [hit.entry.id for group in found.groups if group.kind is kind for hit in group.hits]


@pytest.mark.parametrize(
    "typed",
    ["stop smoking salford", "Salford, stop smoking!", "Who leads on stop smoking in Salford?", "smokng slaford"],
)
def test_stop_smoking_in_salford_is_the_square(manchester: tuple[RoleGraph, Index], typed: str) -> None:
    hit = first(search(*manchester, typed))
    assert (hit.entry.id, hit.area) == ("stop-smoking", "salford")
    assert hit.cell is not None
    assert hit.cell.leads


@pytest.mark.parametrize(
    ("typed", "kind", "id"),
    [
        ("dph oldham", Kind.ROLE, "oldham-dph"),
        ("ICB", Kind.ORGANISATION, "greater-manchester-icb"),
        ("population health", Kind.WORD, "population-health"),
        ("E08000006", Kind.PLACE, "salford"),
    ],
)
def test_short_names_and_codes_are_known(manchester: tuple[RoleGraph, Index], typed: str, kind: Kind, id: str) -> None:
    assert ids(search(*manchester, typed), kind)[:1] == [id]


def test_the_kind_with_the_best_match_comes_first(manchester: tuple[RoleGraph, Index]) -> None:
    kinds = [group.kind for group in search(*manchester, "dph oldham").groups]
    assert kinds[:2] == [Kind.ROLE, Kind.SQUARE]


def test_a_post_asked_for_by_its_whole_name_and_place_comes_first(manchester: tuple[RoleGraph, Index]) -> None:
    found = search(*manchester, "director of public health oldham")
    assert (first(found).kind, first(found).entry.id) == (Kind.ROLE, "oldham-dph")


def test_a_match_in_an_id_is_told_in_plain_words(manchester: tuple[RoleGraph, Index]) -> None:
    said = {hit.why for group in search(*manchester, "dph oldham").groups for hit in group.hits}
    assert "on file as “appoint-dph”" in said


def test_a_memorandum_is_found_by_its_three_letters(world: tuple[RoleGraph, Index]) -> None:
    hit = first(search(*world, "MOU"))
    assert (hit.kind, hit.entry.id) == (Kind.AGREEMENT, "core-offer")
    assert hit.why == "“mou” is short for “Memorandum of understanding”"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("chief public health officer", "also known as “Chief public health officer”"),
        ("etoile", "“etoile” is in “Asha Étoile”"),
        ("easton-dph", "is in “Easton Council”"),
    ],
)
def test_a_post_is_found_by_other_names_its_holder_and_its_id(
    world: tuple[RoleGraph, Index], typed: str, why: str
) -> None:
    found = search(*world, typed)
    hit = next(hit for group in found.groups if group.kind is Kind.ROLE for hit in group.hits)
    assert hit.entry.id == "easton-dph"
    assert why in hit.why


def test_a_word_of_a_definition_finds_the_word(world: tuple[RoleGraph, Index]) -> None:
    assert ids(search(*world, "looking after"), Kind.WORD) == ["stewardship"]


def test_a_finding_is_found_by_its_words(world: tuple[RoleGraph, Index]) -> None:
    found = search(*world, "custom smoking")
    assert ids(found, Kind.FINDING)


def test_a_mistake_in_typing_is_said(world: tuple[RoleGraph, Index]) -> None:
    hit = first(search(*world, "smokign easton"))
    assert (hit.entry.id, hit.area) == ("smoking", "easton")
    assert "“smokign” read as “smoking”" in hit.why


def test_nothing_found_says_which_words_are_nowhere(world: tuple[RoleGraph, Index]) -> None:
    found = search(*world, "xyzzy")
    assert (found.groups, found.away) == ((), ())
    assert found.unknown == ("xyzzy",)


def test_where_nothing_has_every_word_what_has_most_is_shown_and_said(world: tuple[RoleGraph, Index]) -> None:
    found = search(*world, "easton Quidditch")
    assert found.partial
    assert found.unknown == ("Quidditch",)
    assert "easton-council" in ids(found, Kind.ORGANISATION)


def test_what_the_map_knows_but_does_not_show_is_kept_apart(world: tuple[RoleGraph, Index]) -> None:
    gone = search(*world, "gone trust")
    assert [hit.entry.id for hit in gone.away] == ["gone-trust"]
    assert gone.groups == ()
    square = next(hit for hit in search(*world, "smoking farby").away if hit.area)
    assert (square.entry.id, square.area, square.cell) == ("smoking", "farby", None)


def test_nothing_asked_finds_nothing(world: tuple[RoleGraph, Index]) -> None:
    for nothing in ("", "   ", "—?!"):
        assert search(*world, nothing) == Found((), (), ())


def test_words_are_compared_in_one_form() -> None:
    assert tokens("Children’s Café, SERVICES & buses: gas/bus") == ("children", "cafe", "service", "buse", "gas", "bus")
    assert asked("Who leads on the services?") == ("service",)
    assert asked("who is the lead") == tokens("who is the lead")
    assert len(asked(" ".join(f"w{number}" for number in range(50)))) == MOST_WORDS


def test_abbreviations_are_made_with_and_without_small_words() -> None:
    assert initials("Director of public health") == ("dph", "doph")
    assert "mou" in initials("Memorandum of understanding")
    assert initials("Health") == ()


@settings(max_examples=60, deadline=None)
@given(some.text(max_size=60))
def test_anything_can_be_typed(world: tuple[RoleGraph, Index], typed: str) -> None:
    found = search(*world, typed)
    assert all(len(group.hits) <= min(MOST_HITS, group.total) for group in found.groups)
    assert all(hit.here for group in found.groups for hit in group.hits)
    assert not any(hit.here for hit in found.away)


@settings(max_examples=40, deadline=None)
@given(some.data())
def test_every_entry_is_found_by_its_own_name(manchester: tuple[RoleGraph, Index], data: some.DataObject) -> None:
    graph, index = manchester
    entry = data.draw(some.sampled_from([one for one in index.entries if one.here and one.kind is not Kind.FINDING]))
    found = search(graph, index, entry.title)
    group = next(group for group in found.groups if group.kind is entry.kind)
    assert group.total >= 1
    assert (
        any(tokens(hit.entry.title) == tokens(entry.title) for hit in group.hits)
        or len(tokens(entry.title)) > MOST_WORDS
    )


def test_every_square_is_found_by_its_names(manchester: tuple[RoleGraph, Index]) -> None:
    graph, index = manchester
    missed = []
    for cell in graph.cells[::7]:
        work, area = graph.landscape.title(cell.responsibility), graph.landscape.title(cell.area)
        if len(asked(f"{area} {work}")) == len(asked(area)) + len(asked(work)) < MOST_WORDS:
            found = search(graph, index, f"{area} {work}").groups[0]
            if (cell.responsibility, cell.area) not in [(hit.entry.id, hit.area) for hit in found.hits]:
                missed.append((cell.responsibility, cell.area))
    assert not missed


def test_a_square_comes_before_its_responsibility_whose_note_names_the_place(
    manchester: tuple[RoleGraph, Index],
) -> None:
    graph, _ = manchester
    hit = first(search(*manchester, f"greater manchester {graph.landscape.title('community-development')}"))
    assert (hit.kind, hit.entry.id, hit.area) == (Kind.SQUARE, "community-development", "greater-manchester")


def test_what_people_say_finds_what_the_catalogue_calls_otherwise(manchester: tuple[RoleGraph, Index]) -> None:
    hit = first(search(*manchester, "vaping salford"))
    assert (hit.kind, hit.entry.id, hit.area, hit.why) == (
        Kind.SQUARE,
        "stop-smoking",
        "salford",
        "found by “vaping”",
    )
    assert first(search(*manchester, "dentist")).entry.id == "dental-commissioning"


@pytest.mark.parametrize("place", ["salford", "bolton"])
def test_squares_are_counted_before_all_but_the_first_are_cut_off(
    manchester: tuple[RoleGraph, Index], place: str
) -> None:
    graph, index = manchester
    named = {index.entries[number].id for meant in index.meant("health") for number in index.places[meant.word]}
    known = [cell for cell in graph.cells if cell.area == place and cell.responsibility in named]
    [group] = [one for one in search(graph, index, f"{place} health").groups if one.kind is Kind.SQUARE]
    assert group.total == len(known) > 50
    assert len(group.hits) == MOST_HITS


def test_the_order_of_the_words_does_not_matter(manchester: tuple[RoleGraph, Index]) -> None:
    one, other = (search(*manchester, words) for words in ("salford smoking stop", "smoking stop salford"))
    assert [group.hits for group in one.groups if group.kind is Kind.SQUARE] == [
        group.hits for group in other.groups if group.kind is Kind.SQUARE
    ]


def test_a_map_of_hostile_names_can_be_searched() -> None:
    graph, index = indexed(hostile())
    found = search(graph, index, "javascript window hurt")
    assert found.groups
