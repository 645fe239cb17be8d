"""Texts are written so that they read back as they are."""

from __future__ import annotations

import pytest

from rolemap.reading.limits import LOCAL
from rolemap.reading.yaml import parse
from rolemap.writing.words import plain

TEXTS = [
    "Director of children's services",
    "Bath and North East Somerset, Swindon and Wiltshire",
    "Lead: tobacco",
    'The "big" plan',
    "# not a comment",
    "A backslash \\ in it",
    "ends in a colon:",
    "- dash",
    "[list]",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_reads_back_as_it_was(text: str) -> None:
    assert parse(f"title: {plain(text)}\n".encode(), "map.yaml", LOCAL) == {"title": text}


def test_ordinary_titles_stand_without_quotes() -> None:
    assert plain("Director of public health") == "Director of public health"
