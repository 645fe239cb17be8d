"""The shapes of what maps share and catalogues ship: levels, pillars, types, kinds, words, sources, aims and money."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from rolemap.reading.documents import Document, EntryDocument
from rolemap.reading.scalars import Flag, Id, Ids, Number, Text, Texts, Whole


class LevelDocument(EntryDocument):
    """`levels`: from widest to most local."""

    name: Text
    order: Whole = 0
    description: Text = ""


class PillarDocument(EntryDocument):
    """`pillars`: how responsibilities are grouped."""

    name: Text
    order: Whole = 0
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
