"""Assignments: by far the most entries of a large map, so they go from what is written straight to the model.

Their shape is that of `AssignmentDocument`, which the schema and the explanations of errors use. It is checked here as
a plain mapping of the fields that are written: no document with all its empty fields is made for each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, NotRequired

from pydantic import BaseModel, ConfigDict, TypeAdapter
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

from rolemap.model import PARTS, Assignment
from rolemap.problems import Location
from rolemap.reading.collect import Raw
from rolemap.reading.documents import AssignmentDocument
from rolemap.reading.scalars import many

LISTS = frozenset({*PARTS, "source", "tags"})
"""The fields that may be one text or a list of texts."""


def _written(shape: type[BaseModel]) -> Callable[[Any], dict[str, Any]]:
    """Return a function that checks the fields of a shape and gives back those that are written."""
    fields: dict[str, Any] = {}
    for name, field in shape.model_fields.items():
        kind: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        fields[field.alias or name] = kind if field.is_required() else NotRequired[kind]
    made: Any = TypedDict
    written = made(shape.__name__, fields)
    written.__pydantic_config__ = ConfigDict(extra="forbid")
    return TypeAdapter(written).validator.validate_python


_check = _written(AssignmentDocument)


def assignment(raw: Raw) -> Assignment:
    """Return the assignment that is written. Raises pydantic's ValidationError with everything wrong with its shape."""
    node = raw.node
    given = _check(
        {name: value for name, value in node.items() if value is not None} if None in node.values() else node
    )
    start = given.pop("from", None)
    fields: dict[str, Any] = {name: many(value) if name in LISTS else value for name, value in given.items()}
    return Assignment(place=Location(raw.file, node.line, node.column), catalogue=raw.catalogue, start=start, **fields)
