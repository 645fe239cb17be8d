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
    settings: dict[str, dict[str, Number]] = Field(default_factory=dict)
    note: Text = ""
    source: Texts = Field(default_factory=list)
    as_at: Text = ""


class LevelDocument(EntryDocument):
    """`levels`: from widest to most local."""

    name: Text
    order: Number = 0
    description: Text = ""


class PillarDocument(EntryDocument):
    """`pillars`: how responsibilities are grouped."""

    name: Text
    order: Number = 0
    description: Text = ""


class OrganisationTypeDocument(EntryDocument):
    """`organisation_types`: the types of body that the law and patterns speak of."""

    name: Text
    holds: Ids = Field(default_factory=list)
    levels: Ids = Field(default_factory=list)
    legal_form: Text = ""
    how_many: Text = ""
    law: Text = ""


class KindLineDocument(Document):
    """One usual line of accountability of a kind of role."""

    kind: Id
    how: Literal["line", "professional", "statutory", "political", "dotted"] = "line"


class RoleKindDocument(EntryDocument):
    """`role_kinds`: kinds of post found in many places."""

    title: Text
    also_known_as: Texts = Field(default_factory=list)
    organisation_type: Ids = Field(default_factory=list)
    level: Id = ""
    community: Text = ""
    statutory: Text = ""
    accountable_to: list[KindLineDocument] = Field(default_factory=list)
    appointed_by: Text = ""
    law: Text = ""


class AgreementTypeDocument(EntryDocument):
    """`agreement_types`: kinds of agreement and what a good one has."""

    name: Text
    should_have: Texts = Field(default_factory=list)
    what_it_is: Text = ""
    binding: Text = ""
    usual_parties: Ids = Field(default_factory=list)
    legal_basis: Text = ""


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
    """Who must (`holder`) or may (`may_hold`) hold a responsibility."""

    kind: Literal["duty", "power", "policy", "contract", "delegated", ""] = ""
    holder: Ids = Field(default_factory=list)
    may_hold: Ids = Field(default_factory=list)
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


class CoverDocument(Document):
    """One thing an agreement covers."""

    responsibility: Id
    at: Id = ""
    leads: Parties = Field(default_factory=list)
    accountable: Parties = Field(default_factory=list)


class DelegationDocument(Document):
    """A delegation from one body to another."""

    from_: Id = Field(alias="from")
    to: Id
    sub_delegation: Flag | None = None


class MoneyDocument(Document):
    """Money an agreement moves. `fund` may name an entry of `funding`."""

    amount: Number | None = None
    currency: Text = "GBP"
    period: Text = ""
    from_: Id = Field(default="", alias="from")
    to: Id = ""
    pooled: Flag = False
    fund: Id = ""


class AgreementDocument(Dated):
    """`agreements`: on what authority."""

    title: Text
    type: Id = ""
    parties: Ids = Field(default_factory=list)
    covers: list[CoverDocument] = Field(default_factory=list)
    status: Literal["draft", "proposed", "agreed", "signed", "under-review", "superseded", "ended", ""] = ""
    signed: Day | dict[str, Day] | None = None
    review: Day | None = None
    term: Text = ""
    purpose: Text = ""
    area: Id = ""
    legal_basis: Text = ""
    delegates: DelegationDocument | list[DelegationDocument] = Field(default_factory=list)
    funding: list[MoneyDocument] = Field(default_factory=list)
    escalation: Text = ""
    reports_to: Ids = Field(default_factory=list)
    documents: Texts = Field(default_factory=list)
    supersedes: Ids = Field(default_factory=list)
    adapts: Flag = False


class ObjectiveDocument(EntryDocument):
    """`objectives`: joint objectives."""

    title: Text
    measure: Text = ""
    owner: Id = ""


class FundingDocument(EntryDocument):
    """`funding`: sums of money, who holds them and what for."""

    title: Text
    amount: Number | None = None
    currency: Text = "GBP"
    period: Text = ""
    holder: Id = ""
    for_: Ids = Field(default_factory=list, alias="for")


class DefinitionDocument(Document):
    """One meaning of a term, and who uses it."""

    text: Text
    used_by: Ids = Field(default_factory=list)
    source: Texts = Field(default_factory=list)
    url: Text = ""
    confidence: Literal["verified", "reported", "assumed", ""] = ""


class TermDocument(EntryDocument):
    """`glossary`: words and their definitions, which may compete."""

    title: Text = ""
    contested: Flag = False
    why_it_matters: Text = ""
    definitions: list[DefinitionDocument] = Field(default_factory=list)


class SourceDocument(EntryDocument):
    """`sources`: where things are known from."""

    title: Text
    publisher: Text = ""
    url: Text = ""
    date: Text = ""
    licence: Text = ""


class AcceptanceDocument(Dated):
    """`accepted`: findings that people decided to live with."""

    finding: Text
    reason: Text = ""
    owner: Text = ""
    status: Literal["proposed", "in-force", ""] = ""
