from __future__ import annotations

from dataclasses import replace

import pytest

from rolemap import pipeline
from rolemap.model import Landscape
from tests import worlds
from tests.findings.easton import END, WORLD, found, ids, messages

TERM = """\
glossary:
  population-health:
    title: Population health
    definitions:
      - {{text: Everyone who lives here., used_by: [{first}]}}
      - {{text: {words}, used_by: [{second}]}}
"""


def term(first: str, second: str, words: str = "Everyone on our lists.") -> str:
    return TERM.format(first=first, second=second, words=words)


def test_two_definitions_of_two_parties_are_noticed_at_the_term_and_each_definition() -> None:
    (id, (at, *definitions)), *others = found(term("easton-council", "northshire-icb"), "DEF001")
    assert (id, definitions, others) == ("DEF001@population-health", [END + 5, END + 6], [])
    assert END + 2 <= at <= END + 3
    assert messages(term("easton-council", "northshire-icb"), "DEF001") == [
        "warning: Easton Council and Northshire ICB use different definitions of Population health."
    ]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("easton-council", "", "Everyone on our lists."),
        ("", "", "Everyone on our lists."),
        ("easton-council", "easton-council", "Everyone on our lists."),
        ("easton-council", "northshire-icb", "everyone  who lives here"),
    ],
)
def test_definitions_without_users_of_one_party_or_in_the_same_words_are_silent(
    first: str, second: str, words: str
) -> None:
    assert ids(term(first, second, words), "DEF001") == []


def test_a_party_not_in_force_does_not_count() -> None:
    gone = "  gone: {title: Gone, organisation: easton-council, until: 2026-06-30}\n"
    assert ids(gone + term("gone", "northshire-icb"), "DEF001") == []


def shipped(landscape: Landscape) -> Landscape:
    """Return the landscape with its terms and organisations as if a catalogue had brought them."""
    glossary = {id: replace(one, catalogue="england") for id, one in landscape.glossary.items()}
    bodies = {id: replace(one, catalogue="england") for id, one in landscape.organisations.items()}
    return replace(landscape, glossary=glossary, organisations=bodies)


@pytest.mark.parametrize(
    ("work", "severities"),
    [
        ("", []),
        ("assignments: [{responsibility: falls, at: easton, leads: easton-council}]", []),
        (
            "assignments: [{responsibility: falls, at: easton, leads: easton-council, informed: northshire-icb}]",
            ["prompt"],
        ),
    ],
)
def test_a_catalogues_term_counts_only_between_parties_with_a_part_on_the_map(work: str, severities: list[str]) -> None:
    text = WORLD + term("easton-council", "northshire-icb") + work
    examined = pipeline.examine(shipped(worlds.landscape(text)), worlds.DAY)
    assert [one.severity for one in examined.findings if one.code == "DEF001"] == severities
