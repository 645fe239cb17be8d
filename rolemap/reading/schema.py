"""The JSON Schema of a map file, for editors that complete and check while people type, and for other programs."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel, Field, create_model

from rolemap.reading.described import DESCRIBED, EVERY
from rolemap.reading.documents import Document, MapDocument
from rolemap.reading.scalars import ID_PATTERN
from rolemap.reading.sections import ENTRY_SECTIONS, LIST_SECTIONS

YES = [True, "true", "True", "TRUE", "yes", "Yes", "YES"]
"""What switches `adapts` on: an entry that changes one of a catalogue needs no title of its own."""

NOTHING = {"type": "null"}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a map file.

    It accepts every file that rolemap reads, as an editor sees it (YAML 1.2), and refuses what a shape can refuse; that
    references lead somewhere, only `rolemap check` can tell.
    """
    schema = _plain()
    definitions = schema["$defs"]
    shapes: dict[str, type[Document]] = {"map": MapDocument, **ENTRY_SECTIONS, **LIST_SECTIONS}
    for section, shape in shapes.items():
        schema["properties"][section]["description"] = (shape.__doc__ or "").strip()
        describe(definitions, shape, section, "")
    for section in ENTRY_SECTIONS:
        entries = schema["properties"][section]
        entries["propertyNames"] = {"pattern": ID_PATTERN, "maxLength": 100}
        if not definitions[ENTRY_SECTIONS[section].__name__].get("required"):
            entries["additionalProperties"] = _or_nothing(entries["additionalProperties"], definitions)
    for holder in (schema, *definitions.values()):
        tidy(holder, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A rolemap file, format version 1",
        "description": "One file of a map: any sections, in any order (docs/model.md).",
    }


def _plain() -> dict[str, Any]:
    """Return the schema of a file as pydantic writes it."""
    fields: dict[str, Any] = {"map": (MapDocument, None)}
    for name, shape in ENTRY_SECTIONS.items():
        fields[name] = (dict[str, shape], Field(default=None))  # type: ignore[valid-type]
    for name, shape in LIST_SECTIONS.items():
        fields[name] = (list[shape], Field(default=None))  # type: ignore[valid-type]
    whole = create_model("RolemapFile", __base__=Document, **fields)
    return whole.model_json_schema(by_alias=True)


def describe(definitions: dict[str, Any], shape: type[BaseModel], section: str, prefix: str) -> None:
    """Put what DESCRIBED says on every field of a shape and of the shapes inside it."""
    said = DESCRIBED[section] if prefix else {**DESCRIBED[EVERY], **DESCRIBED[section]}
    for name, field in shape.model_fields.items():
        written = field.alias or name
        definitions[shape.__name__]["properties"][written]["description"] = said[prefix + written]
        for inner in _shapes_in(field.annotation):
            describe(definitions, inner, section, f"{prefix}{written}.")


def _shapes_in(annotation: object) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*(_shapes_in(one) for one in get_args(annotation)))


def tidy(holder: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Let every field that is not required be left empty, as the reader does; ask for a title only where one is needed."""
    required = holder.get("required", [])
    for name, field in holder.get("properties", {}).items():
        field.pop("default", None)
        field.pop("title", None)
        if "enum" in field:
            field["enum"] = [choice for choice in field["enum"] if choice != ""]
        if name not in required:
            holder["properties"][name] = _or_nothing(field, definitions)
    if required and "adapts" in holder["properties"]:
        adapting = {"required": ["adapts"], "properties": {"adapts": {"enum": YES}}}
        holder |= {"if": adapting, "else": {"required": holder.pop("required")}}


def _or_nothing(field: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field that may also be empty, in the form that gives editors the plainest messages."""
    if "anyOf" in field:
        choices = [choice for choice in field["anyOf"] if choice != NOTHING]
        return {**field, "anyOf": [*choices, NOTHING]}
    if "enum" in field:
        return {**{key: field[key] for key in field if key != "type"}, "enum": [*field["enum"], None]}
    if "$ref" in field:
        definitions[field["$ref"].rpartition("/")[2]]["type"] = ["object", "null"]
        return field
    types = field["type"] if isinstance(field["type"], list) else [field["type"]]
    return {**field, "type": [*types, "null"]}
