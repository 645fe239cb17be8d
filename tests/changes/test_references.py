"""The references of the model are those of the files: none is forgotten when something goes or is merged."""

from __future__ import annotations

import pytest

from rolemap.changes.operations import ENDABLE
from rolemap.changes.references import REFERENCES
from rolemap.reading.references import REFERENCES as READ

OWN_NAMES = {
    "area": "areas",
    "organisation": "organisations",
    "for": "responsibilities",
    "role": "to",
    "from": "giver",
}
KEPT = {("agreements", "area")}


def in_the_model(section: str, path: tuple[str, ...]) -> tuple[str, ...]:
    if (section, path[0]) in KEPT:
        return path
    return tuple(OWN_NAMES.get(step, step) for step in path)


@pytest.mark.parametrize("section", REFERENCES)
def test_every_reference_that_is_read_is_followed(section: str) -> None:
    read = {(in_the_model(section, one.path), one.sections) for one in READ[section]}
    assert {(one.path, one.sections) for one in REFERENCES[section]} == read


def test_sections_left_out_refer_to_nothing_that_can_end() -> None:
    for section, references in READ.items():
        if section not in REFERENCES:
            assert all(set(one.sections).isdisjoint(ENDABLE) for one in references), section
