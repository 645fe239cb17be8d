"""The sections of a map: which there are, the shape of their entries, and the JSON Schema of a whole file."""

from __future__ import annotations

from typing import Any

from pydantic import Field, create_model

from rolemap.reading import documents as shapes
from rolemap.reading import vocabulary
from rolemap.reading.papers import AgreementDocument

ENTRY_SECTIONS: dict[str, type[shapes.Document]] = {
    "levels": vocabulary.LevelDocument,
    "pillars": vocabulary.PillarDocument,
    "organisation_types": vocabulary.OrganisationTypeDocument,
    "role_kinds": vocabulary.RoleKindDocument,
    "agreement_types": vocabulary.AgreementTypeDocument,
    "areas": shapes.AreaDocument,
    "organisations": shapes.OrganisationDocument,
    "roles": shapes.RoleDocument,
    "responsibilities": shapes.ResponsibilityDocument,
    "agreements": AgreementDocument,
    "objectives": vocabulary.ObjectiveDocument,
    "funding": vocabulary.FundingDocument,
    "glossary": vocabulary.TermDocument,
    "sources": vocabulary.SourceDocument,
}
"""The sections that are mappings from id to entry."""

LIST_SECTIONS: dict[str, type[shapes.Document]] = {
    "assignments": shapes.AssignmentDocument,
    "accepted": shapes.AcceptanceDocument,
}
"""The sections that are lists of entries without ids."""

SECTIONS: tuple[str, ...] = ("map", *ENTRY_SECTIONS, *LIST_SECTIONS)
"""Every section a file may have."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a map file, for editors and for other programs."""
    fields: dict[str, Any] = {"map": (shapes.MapDocument, Field(default=None, description=_doc(shapes.MapDocument)))}
    for name, shape in ENTRY_SECTIONS.items():
        fields[name] = (dict[str, shape], Field(default=None, description=_doc(shape)))  # type: ignore[valid-type]
    for name, shape in LIST_SECTIONS.items():
        fields[name] = (list[shape], Field(default=None, description=_doc(shape)))  # type: ignore[valid-type]
    whole = create_model("RolemapFile", __base__=shapes.Document, **fields)
    schema = whole.model_json_schema(by_alias=True)
    schema["title"] = "A rolemap file, format version 1"
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    _allow_null(schema)
    return schema


def _doc(shape: type[shapes.Document]) -> str:
    return (shape.__doc__ or "").strip()


def _allow_null(schema: dict[str, Any]) -> None:
    """Let every section and field be left empty, as the reader does."""
    for holder in (schema, *schema["$defs"].values()):
        for name, field in holder.get("properties", {}).items():
            field.pop("default", None)
            if not {"anyOf": None, "type": None}.keys() & field.keys() or field.get("type") != "null":
                holder["properties"][name] = {"anyOf": [field, {"type": "null"}]}
