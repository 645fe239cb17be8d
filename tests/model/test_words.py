"""Words for sentences about a map."""

from __future__ import annotations

import pytest

from rolemap.model.words import percent


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 0, 0), (0, 9, 0), (9, 9, 100), (10, 13, 77), (998, 1000, 99), (1, 1000, 1), (499, 1006, 50)],
)
def test_a_share_is_rounded_but_all_and_none_are_only_all_and_none(part: int, whole: int, expected: int) -> None:
    assert percent(part, whole) == expected
