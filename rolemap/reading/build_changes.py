"""From checked documents to operations: the values of a change set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from pydantic import ValidationError

from rolemap.changes import operations as ops
from rolemap.model import Agreement, Assignment, Part
from rolemap.problems import Location, did_you_mean
from rolemap.reading import change_documents as shapes
from rolemap.reading.build import entry_of
from rolemap.reading.collect import Raw
from rolemap.reading.documents import Document
from rolemap.reading.explain import explain
from rolemap.reading.faults import Faults, Spot
from rolemap.reading.scalars import many
from rolemap.reading.sections import ENTRY_SECTIONS
from rolemap.reading.syntax import shown
from rolemap.reading.yaml import Mapping as Node
from rolemap.reading.yaml import Sequence, Value

SECTION_OF = {
    "organisation": "organisations",
    "role": "roles",
    "area": "areas",
    "responsibility": "responsibilities",
    "agreement": "agreements",
    "objective": "objectives",
    "funding": "funding",
}
"""The word for one entry -> its section."""

OWN_NAMES: Mapping[str, tuple[str, ...]] = {
    "from": ("start",),
    "organisation": ("organisations",),
    "for": ("responsibilities",),
    "signed": ("signed", "signed_on"),
}
"""Fields that the model calls something else than the format does."""


def change_set_of(head: shapes.ChangeSetDocument, changes: tuple[ops.Operation, ...], place: Location) -> ops.ChangeSet:
    """Return the change set with these operations."""
    return ops.ChangeSet(
        title=head.title,
        on=head.on,
        status=head.status,
        note=head.note,
        source=many(head.source),
        as_at=head.as_at,
        changes=changes,
        place=place,
    )


def operation_of(document: Document | str, raw: Raw, faults: Faults) -> ops.Operation | None:
    """Return the operation that a document says, or None where it does not add up, which becomes a fault.

    `raw` is the operation as written; the last step of its path is its name. An id alone is a document too.
    """
    return BUILDERS[str(raw.path[-1])](document, raw, faults)


def _place(raw: Raw) -> Location:
    return Location(raw.file, raw.node.line, raw.node.column)


def _one_of(document: Document, names: tuple[str, ...], raw: Raw, faults: Faults) -> str:
    """Return the one of these fields that is written; of none or several, an empty text and a fault."""
    given = [name for name in names if getattr(document, name)]
    if len(given) == 1:
        return given[0]
    sentence = f"{'None' if not given else 'More than one'} of these is written here: {', '.join(names)}."
    faults.add(Spot(raw.file, raw.path, at_key=True), "one-of", sentence, "Write one of them.")
    return ""


def _remove(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    if isinstance(document, str):
        return ops.Remove(id=document, place=_place(raw))
    word = _one_of(document, tuple(SECTION_OF), raw, faults)
    return ops.Remove(id=getattr(document, word), section=SECTION_OF[word], place=_place(raw)) if word else None


def _body(document: shapes.IntoDocument, raw: Raw, node: Value) -> ops.Body:
    at = node if isinstance(node, Node) and hasattr(node, "line") else raw.node
    return ops.Body(
        id=document.id,
        title=document.name or document.title,
        sort=document.type or document.kind,
        areas=many(document.area),
        organisations=many(document.organisation),
        takes=many(document.takes) if isinstance(document, shapes.PartDocument) else (),
        note=document.note,
        place=Location(raw.file, at.line, at.column),
    )


def _merge(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    section = _one_of(document, ("organisations", "roles"), raw, faults)
    if not section:
        return None
    into = _body(document.into, raw, raw.node.get("into"))
    return ops.Merge(section=section, ids=many(getattr(document, section)), into=into, place=_place(raw))


def _split(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    del faults
    nodes = raw.node.get("into")
    written = nodes if isinstance(nodes, Sequence) else Sequence()
    into = tuple(_body(one, raw, node) for one, node in zip(document.into, written, strict=False))
    return ops.Split(id=document.organisation, into=into, place=_place(raw))


def _vacate(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    del faults
    return ops.Vacate(id=document, place=_place(raw))


def _move(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    names = ("responsibility", "role", "area")
    word = _one_of(document, names, raw, faults)
    if not word:
        return None
    return ops.Move(
        section=SECTION_OF[word],
        id=getattr(document, word),
        to=document.to,
        at=document.at,
        basis=document.basis,
        place=_place(raw),
    )


def _assign(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    del faults
    found = entry_of("assignments", document, raw)
    return ops.Assign(assignment=found, place=_place(raw)) if isinstance(found, Assignment) else None


def _unassign(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    del faults
    return ops.Unassign(
        responsibility=document.responsibility,
        party=document.party,
        at=document.at,
        part=Part(document.part),
        place=_place(raw),
    )


def _agree(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    del faults
    found = entry_of("agreements", document, raw)
    if not isinstance(found, Agreement):
        return None
    return ops.Agree(agreement=replace(found, id=document.id), place=_place(raw))


def _set(document: Any, raw: Raw, faults: Faults) -> ops.Operation | None:  # noqa: ANN401
    """Return the operation, its value read as the field of an entry would be."""
    shape, field = ENTRY_SECTIONS[document.section], document.field
    known = {info.alias or name: info for name, info in shape.model_fields.items() if name != "adapts"}
    if field not in known:
        hint = did_you_mean(field, known) or "Known here: " + ", ".join(sorted(known)) + "."
        sentence = f'"{shown(field)}" is not a field of {document.section}.'
        faults.add(Spot(raw.file, (*raw.path, "field")), "unknown-field", sentence, hint)
        return None
    # An entry that says no more than it must, and this: the reader of maps then says what it means.
    needed = {name: "" for name, info in known.items() if info.is_required()}
    node = Node({**needed, field: raw.node.get("value")})
    node.line, node.column = raw.node.line, raw.node.column
    try:
        whole = shape.model_validate(node)
    except ValidationError as error:
        for path, at_key, code, sentence, hint in explain(shape, error.errors(include_url=False)):
            spot = Spot(raw.file, (*raw.path, "value", *path[1:]), at_key and len(path) > 1)
            faults.add(spot, code, sentence, hint)
        return None
    entry = entry_of(document.section, whole, Raw(raw.file, (document.section, document.id), node))
    own = {one.name for one in fields(entry)}
    names = OWN_NAMES.get(field) or ((field if field in own else f"{field}s"),)
    values = tuple((name, getattr(entry, name)) for name in names)
    said = _said(raw.node.get("value"))
    return ops.Set(section=document.section, id=document.id, field=field, said=said, values=values, place=_place(raw))


def _said(value: Value) -> str:
    """Return a value in words, as short as it can be."""
    if isinstance(value, Sequence):
        return ", ".join(_said(item) for item in value)
    if isinstance(value, Node):
        return ", ".join(f"{name} {_said(inner)}" for name, inner in value.items())
    return value or ""


BUILDERS: dict[str, Callable[[Any, Raw, Faults], ops.Operation | None]] = {
    "remove": _remove,
    "merge": _merge,
    "split": _split,
    "vacate": _vacate,
    "move": _move,
    "assign": _assign,
    "unassign": _unassign,
    "agree": _agree,
    "set": _set,
}
"""How each operation's document becomes its value."""
