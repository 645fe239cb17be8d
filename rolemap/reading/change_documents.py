"""The shapes a change set may have: one class for each operation (docs/change-sets.md explains each)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from rolemap.reading.documents import AssignmentDocument, Document
from rolemap.reading.papers import AgreementDocument
from rolemap.reading.scalars import Day, Id, Ids, Text, Texts

AnyValue = Annotated[Any, WithJsonSchema({"type": ["string", "number", "boolean", "array", "object"]})]
"""Whatever the field holds; it is read as the field of an entry is."""


class ChangeSetDocument(Document):
    """`change_set`: what the changes are, from when, and how real they are."""

    title: Text = Field(default="", description="text, optional: what the changes are called")
    on: Day | None = Field(
        default=None, description="date, optional: the first day they hold; without it, the day the map is read as at"
    )
    status: Literal["law", "proposal", "scenario"] = Field(
        default="scenario", description="optional: law, proposal or scenario (default): how real they are"
    )
    note: Text = Field(default="", description="text, optional: anything people should know")
    source: Texts = Field(default_factory=list, description="one or a list, optional: where this is known from")
    as_at: Text = Field(default="", description="text, optional: when the source said so")


class RemoveDocument(Document):
    """What ends, where its id alone does not say which entry is meant."""

    organisation: Id = Field(default="", description="id of the organisation that ends")
    role: Id = Field(default="", description="id of the role that ends")
    area: Id = Field(default="", description="id of the area that ends")
    responsibility: Id = Field(default="", description="id of the responsibility that ends")
    agreement: Id = Field(default="", description="id of the agreement that ends")
    objective: Id = Field(default="", description="id of the objective that ends")
    funding: Id = Field(default="", description="id of the funding that ends")


class IntoDocument(Document):
    """The organisation or role that follows; of one that exists, its id is enough."""

    id: Id = Field(description="id of the one that follows: new, or of one that exists and takes the others in")
    name: Text = Field(default="", description="text: the name of a new organisation")
    title: Text = Field(default="", description="text: the title of a new role")
    type: Id = Field(
        default="", description="id, optional: its organisation type; that of those that end if they share one"
    )
    kind: Id = Field(default="", description="id, optional: its kind of role; that of those that end if they share one")
    area: Ids = Field(
        default_factory=list, description="one or a list, optional: its areas; those of the ones that end, together"
    )
    organisation: Ids = Field(default_factory=list, description="one or a list, optional: whose post a new role is")
    note: Text = Field(default="", description="text, optional: anything people should know")


class MergeDocument(Document):
    """Organisations, or roles, that become one."""

    organisations: Ids = Field(default_factory=list, description="one or a list: the organisations that become one")
    roles: Ids = Field(default_factory=list, description="one or a list: the roles that become one")
    into: IntoDocument = Field(description="what follows")


class PartDocument(IntoDocument):
    """One of those that follow a split, and what it takes: roles, responsibilities, areas, agreements."""

    takes: Ids = Field(
        default_factory=list,
        description="one or a list: ids of roles, responsibilities, areas or agreements that pass to this one",
    )


class SplitDocument(Document):
    """An organisation that becomes several."""

    organisation: Id = Field(description="id of the organisation that becomes several")
    into: list[PartDocument] = Field(description="list: those that follow, and what each takes")


class MoveDocument(Document):
    """A responsibility, a role or an area with another owner."""

    responsibility: Id = Field(default="", description="id of a responsibility that gets another lead")
    role: Id = Field(default="", description="id of a role that gets another organisation")
    area: Id = Field(default="", description="id of an area that gets another area, or another body")
    to: Id = Field(description="id of the new owner")
    at: Id = Field(
        default="", description="id of an area or level, optional: where the responsibility moves; the role's new area"
    )
    basis: Id = Field(
        default="", description="id, optional: what the new lead rests on: an agreement, law, custom or claim"
    )


class UnassignDocument(Document):
    """A part taken from a party."""

    responsibility: Id = Field(description="id of a responsibility")
    party: Id = Field(description="id of the role or organisation that loses the part")
    at: Id = Field(
        default="", description="id of an area or level, optional: where; without it, wherever the party is named"
    )
    part: Literal["leads", "accountable", "delivers", "contributes", "consulted", "informed"] = Field(
        default="leads",
        description="optional: which part: leads (default), accountable, delivers, contributes, consulted or informed",
    )


class AgreeDocument(AgreementDocument):
    """A new agreement: its id, and the fields of any agreement."""

    id: Id = Field(description="id of the new agreement")


class SetDocument(Document):
    """One field of one entry."""

    section: Literal[
        "areas", "organisations", "roles", "responsibilities", "agreements", "objectives", "funding", "glossary"
    ]
    id: Id = Field(description="id of the entry")
    field: Text = Field(description="the field to change, as it is called in a map")
    value: AnyValue = Field(default=None, description="what it becomes, written as in a map; empty takes it out")


OPERATIONS: dict[str, type[Document] | None] = {
    "remove": RemoveDocument,
    "merge": MergeDocument,
    "split": SplitDocument,
    "vacate": None,
    "move": MoveDocument,
    "assign": AssignmentDocument,
    "unassign": UnassignDocument,
    "agree": AgreeDocument,
    "set": SetDocument,
}
"""Each operation's name and shape; `vacate` is an id alone, and `remove` may be."""
