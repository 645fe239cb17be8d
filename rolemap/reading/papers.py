"""The shapes of agreements: parties, what they cover, what they delegate and the money they move."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from rolemap.reading.documents import Dated, Document
from rolemap.reading.scalars import Day, Flag, Id, Ids, Number, Parties, Text, Texts


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
