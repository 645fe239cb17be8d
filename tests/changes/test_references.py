"""The one table of references fits both the files and the model: none is forgotten when something goes or is merged."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from rolemap import model
from rolemap.changes.operations import ENDABLE
from rolemap.model.references import REFERENCES, SECTION_WORDS
from rolemap.reading.references import REFERENCES as READ
from rolemap.reading.sections import ENTRY_SECTIONS, LIST_SECTIONS

MODELS: dict[str, Any] = {
    "organisation_types": model.OrganisationType,
    "role_kinds": model.RoleKind,
    "agreement_types": model.AgreementType,
    "areas": model.Area,
    "organisations": model.Organisation,
    "roles": model.Role,
    "responsibilities": model.Responsibility,
    "assignments": model.Assignment,
    "agreements": model.Agreement,
    "objectives": model.Objective,
    "funding": model.Funding,
    "glossary": model.Term,
}


@pytest.mark.parametrize("section", REFERENCES)
def test_every_reference_is_a_field_of_the_model_and_of_the_files(section: str) -> None:
    known = {one.name for one in fields(MODELS[section])}
    shape = {**ENTRY_SECTIONS, **LIST_SECTIONS}[section].model_fields
    written = set(shape) | {one.alias for one in shape.values()}
    for one in REFERENCES[section]:
        assert one.path[0] in known, one
        assert one.written[0] in written, one
        assert set(one.sections) <= set(SECTION_WORDS)


def test_reading_follows_the_same_table() -> None:
    for section, references in REFERENCES.items():
        assert [(one.path, one.sections) for one in READ[section]] == [
            (one.written, one.sections) for one in references
        ]


def test_what_can_end_is_history_only_where_it_stays_true() -> None:
    history = {(section, one.path[0]) for section, found in REFERENCES.items() for one in found if one.history}
    assert history == {
        ("areas", "becomes"),
        ("organisations", "becomes"),
        ("agreements", "signed"),
        ("agreements", "supersedes"),
        ("glossary", "definitions"),
    }
    named = {section for found in REFERENCES.values() for one in found for section in one.sections}
    assert set(ENDABLE) <= named
