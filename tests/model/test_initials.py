"""The first letters of names: one rule for hints about mistakes and for search."""

from __future__ import annotations

import pytest

from rolemap.model.initials import initials


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("director of public health", ("dph", "doph")),
        ("care by or with others", ("co", "cbowo")),
        ("stop smoking", ("ss",)),
        ("of health", ("oh",)),
        ("health", ()),
        ("", ()),
    ],
)
def test_joining_words_may_be_left_out(name: str, expected: tuple[str, ...]) -> None:
    assert initials(name.split()) == expected
