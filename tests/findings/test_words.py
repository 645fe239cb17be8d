from __future__ import annotations

from datetime import date

import pytest

from rolemap.findings.words import counted, day, listed, namer
from tests import worlds
from tests.findings.easton import WORLD


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ""),
        ("a", "a"),
        ("ab", "a and b"),
        ("abc", "a, b and c"),
        ("abcde", "a, b, c, d and e"),
        ("abcdef", "a, b, c, d and 2 more"),
    ],
)
def test_lists_read_as_people_write_them_and_long_ones_are_cut(words: str, expected: str) -> None:
    assert listed(words) == expected


def test_numbers_go_with_their_noun() -> None:
    assert [counted(1, "place"), counted(2, "place"), counted(2, "body", "bodies")] == [
        "1 place",
        "2 places",
        "2 bodies",
    ]


def test_days_have_no_leading_zero() -> None:
    assert day(date(2026, 3, 1)) == "1 March 2026"


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("easton-dph", "Director of public health (Easton Council)"),
        ("trust-lead", "Falls lead"),
        ("easton-council", "Easton Council"),
        ("prevention", "Prevention"),
        ("unknown", "unknown"),
    ],
)
def test_posts_of_one_title_are_told_apart_by_their_body(id: str, expected: str) -> None:
    text = WORLD + "glossary: {prevention: {title: Prevention}}\n"
    assert namer(worlds.build(text))(id) == expected
