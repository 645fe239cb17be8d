"""The JSON Schema of a change set file, for editors that complete and check while people type."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from pydantic import Field, create_model

from rolemap.reading.change_documents import OPERATIONS, AgreeDocument, ChangeSetDocument, RemoveDocument
from rolemap.reading.documents import AssignmentDocument, Document
from rolemap.reading.papers import AgreementDocument
from rolemap.reading.scalars import Id
from rolemap.reading.schema import describe, tidy

SAID = {
    "remove": "An entry ends: its id, or what it is and its id.",
    "merge": "Organisations, or roles, become one.",
    "split": "An organisation becomes several.",
    "vacate": "A role has nobody in it: its id.",
    "move": "A responsibility, a role or an area has another owner.",
    "assign": "Somebody gets parts in a responsibility.",
    "unassign": "Somebody loses a part.",
    "agree": "A new agreement.",
    "set": "One field of one entry has another value.",
}
"""What each operation does, in a few words."""


def change_set_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a change set file.

    It accepts every file that rolemap reads; that ids lead somewhere, only `rolemap whatif` can tell.
    """
    items: Any = reduce(or_, (_item(name, shape) for name, shape in OPERATIONS.items()))
    whole = create_model(
        "RolemapChangeSet",
        __base__=Document,
        change_set=(ChangeSetDocument, Field(default=None, description=(ChangeSetDocument.__doc__ or "").strip())),
        changes=(list[items], Field(description="What changes, in order.")),
    )
    schema: dict[str, Any] = whole.model_json_schema(by_alias=True)
    definitions = schema["$defs"]
    describe(definitions, AssignmentDocument, "assignments", "")
    # An agreement of a change set is one of a map with its id inside.
    definitions[AgreementDocument.__name__] = definitions[AgreeDocument.__name__]
    describe(definitions, AgreementDocument, "agreements", "")
    del definitions[AgreementDocument.__name__]
    for holder in (schema, *definitions.values()):
        tidy(holder, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A rolemap change set, format version 1",
        "description": "What changes on a map, from when (docs/change-sets.md).",
    }


def _item(name: str, shape: type[Document] | None) -> Any:  # noqa: ANN401 - a class made here
    value: Any = Id if shape is None else (Id | RemoveDocument if shape is RemoveDocument else shape)
    field: dict[str, Any] = {name: (value, Field(description=SAID[name]))}
    return create_model(f"{name.capitalize()}Change", __base__=Document, **field)
