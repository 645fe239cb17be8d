"""What needs a decision in short: the names a sentence lists are left out, and no name is cut."""

from __future__ import annotations

import pytest

from rolemap.findings.groups import Group
from rolemap.reports.figures import Figures
from rolemap.reports.numbering import ranges
from rolemap.reports.sections.deciding import sentence
from tests.reports.worlds import EXAMPLES, example, small

MAP = """\
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {n: {name: "NHS England: North West", area: easton}, w: {name: "West, all but Ham: Trust", area: easton}}
responsibilities: {r: {title: Feed people, needs_lead_at: place}}
assignments: [{responsibility: r, at: easton, leads: [n, w]}]
"""


def test_a_name_with_a_colon_is_not_cut() -> None:
    found = Figures(small(MAP))
    doubled = next(one.group for one in found.groups if one.group.first.parties == ("n", "w"))
    again = "NHS England: North West is no longer there after 1 March 2026, and 3 leads still name it"
    assert sentence(Group((doubled.first,), again, ()), found.graph) == f"{again}."
    others = "NHS England: North West and West, all but Ham: Trust lead in 3 of 4 places, all but Easton"
    assert sentence(Group((doubled.first,), others, ()), found.graph) == f"{others.removesuffix(', all but Easton')}."
    quoted = "Several lead on “Food: growing it”: NHS England: North West"
    assert sentence(Group((doubled.first,), quoted, ()), found.graph) == "Several lead on “Food: growing it”."


@pytest.mark.parametrize(
    ("message", "short"),
    [
        ("No lead for “A: b” in C: d, e", "No lead for “A: b” in C."),
        ("No lead for 2 responsibilities under “A”: d; e", "No lead for 2 responsibilities under “A”."),
        ("No lead for “A: b” in C", "No lead for “A: b” in C."),
    ],
)
def test_a_sentence_keeps_a_title_with_a_colon_in_it_whole(message: str, short: str) -> None:
    found = Figures(small(MAP))
    assert sentence(Group((found.groups[0].group.first,), message, ()), found.graph) == short


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_group_with_a_list_is_said_by_its_headline(name: str) -> None:
    found = Figures(example(name))
    listed = [one.group for one in found.groups if one.group.listed]
    assert [sentence(one, found.graph) for one in listed] == [f"{one.headline}." for one in listed]


def test_numbers_in_a_row_are_said_by_the_first_and_the_last() -> None:
    assert ranges(["G6", "G7", "G8", "O3", "O4", "A1"]) == ["G6 to G8", "O3", "O4", "A1"]
    assert ranges(["G9", "G10", "G11", "G13"]) == ["G9 to G11", "G13"]
    assert ranges(["G1", "O2", "A3"]) == ["G1", "O2", "A3"]
    assert ranges([]) == []
