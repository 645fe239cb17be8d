"""The shapes a map file may have: one class per section, one field per key (docs/model.md explains each).

pydantic lives in this folder and nowhere else; the JSON Schema for editors is generated from these classes. Shapes are
loose: an entry needs only its title or name, since unfinished maps load. What references lead to is checked elsewhere.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from rolemap.reading.scalars import Day, Flag, Id, Ids, Number, Parties, Text, Texts


class Document(BaseModel):
    """Anything that is written as `name: value` lines. Unknown fields are refused; an empty value is as good as absent."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, data: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        if isinstance(data, dict) and None in data.values():
            return {key: value for key, value in data.items() if value is not None}
        return data


class Dated(Document):
    """The fields of every entry, but for `status`, which some sections widen."""

    note: Text = ""
    source: Texts = Field(default_factory=list)
    confidence: Literal["verified", "reported", "assumed", ""] = ""
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    as_at: Text = ""
    tags: Texts = Field(default_factory=list)


class EntryDocument(Dated):
    """The fields of every entry. `adapts` says that it changes an entry of a catalogue."""

    status: Literal["proposed", "in-force", ""] = ""
    adapts: Flag = False


class MapDocument(Document):
    """`map`: what the map is about."""

    title: Text = ""
    area: Id = ""
    uses: Ids = Field(default_factory=list)
    purpose: Text = ""
    contact: Text = ""
    scheme: Literal["lead", "raci", "rasci", "rapid", "daci"] = "lead"
    levels: Ids = Field(default_factory=list)
    least_share: Number | None = None
    settings: dict[str, dict[str, Number]] = Field(default_factory=dict)
    note: Text = ""
    source: Texts = Field(default_factory=list)
    as_at: Text = ""


class AreaDocument(EntryDocument):
    """`areas`: the areas of the map; `within` may name several, with the share of this area in each."""

    name: Text
    level: Id = ""
    within: Id | list[Id] | dict[str, Number | None] = Field(default_factory=list)
    code: Text = ""
    ods: Text = ""
    becomes: Ids = Field(default_factory=list)


class OrganisationDocument(EntryDocument):
    """`organisations`: bodies."""

    name: Text
    type: Id = ""
    area: Ids = Field(default_factory=list)
    code: Text = ""
    ods: Text = ""
    becomes: Ids = Field(default_factory=list)


class LineDocument(Document):
    """One line of accountability of a role."""

    role: Id
    how: Literal["line", "professional", "statutory", "political", "dotted"] = "line"


class RoleDocument(EntryDocument):
    """`roles`: posts or groups that can lead."""

    title: Text
    kind: Id = ""
    organisation: Ids = Field(default_factory=list)
    area: Ids = Field(default_factory=list)
    accountable_to: list[LineDocument] = Field(default_factory=list)
    holder: Text = ""
    vacant: Flag = False
    capacity: Number | None = None


class LawDocument(Document):
    """Who must (`holder`) or may (`may_hold`) hold a responsibility, and who delegates it (`delegated_by`)."""

    kind: Literal["duty", "power", "policy", "contract", "delegated", ""] = ""
    holder: Ids = Field(default_factory=list)
    may_hold: Ids = Field(default_factory=list)
    delegated_by: Ids = Field(default_factory=list)
    reference: Text = ""


class ResponsibilityDocument(EntryDocument):
    """`responsibilities`: what somebody must or should lead on."""

    title: Text
    pillar: Id = ""
    also: Ids = Field(default_factory=list)
    domain: Text = ""
    part_of: Id = ""
    objective: Id = ""
    needs_lead_at: Ids = Field(default_factory=list)
    needs_lead_in: Ids = Field(default_factory=list)
    needs_lead_where: Ids = Field(default_factory=list)
    law: LawDocument = Field(default_factory=LawDocument)
    statutory: Flag = False
    typical_lead: Id = ""
    typical_contributors: Ids = Field(default_factory=list)
    scope_note: Text = ""


class AssignmentDocument(Dated):
    """`assignments`: who does what, where."""

    responsibility: Id
    at: Id
    leads: Parties = Field(default_factory=list)
    joint: Flag = False
    accountable: Parties = Field(default_factory=list)
    delivers: Parties = Field(default_factory=list)
    contributes: Parties = Field(default_factory=list)
    consulted: Parties = Field(default_factory=list)
    informed: Parties = Field(default_factory=list)
    basis: Id = ""
    status: Literal["proposed", "agreed", "disputed", ""] = ""
    said_by: Id = ""


class AcceptanceDocument(Dated):
    """`accepted`: findings that people decided to live with."""

    finding: Text
    reason: Text = ""
    owner: Text = ""
    status: Literal["proposed", "in-force", ""] = ""
