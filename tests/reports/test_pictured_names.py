from __future__ import annotations

import re

import pytest

from rolemap.reports.blocks import Picture
from tests.reports.worlds import documents, example


@pytest.mark.parametrize("name", ["greater-manchester", "northshire"])
def test_no_name_is_cut_in_the_pictures_of_a_report(name: str) -> None:
    pictures = [block for _, one in documents(example(name)) for block in one.blocks if isinstance(block, Picture)]
    assert len(pictures) > 5
    assert [said for one in pictures for said in re.findall(r"<text[^>]*>([^<]*…)</text>", one.svg)] == []
