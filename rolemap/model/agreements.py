"""Assignments (who does what, where) and agreements (on what authority), as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rolemap.model.entries import NOWHERE, Entry
from rolemap.model.parts import Part
from rolemap.problems import Location

AGREEMENT_IN_FORCE = frozenset({"agreed", "signed", "under-review"})
"""The agreement statuses that can back a lead (docs/model.md, "the state of each place", step 6)."""

AGREEMENT_OVER = frozenset({"superseded", "ended"})
"""The agreement statuses that say it is no longer in use, whatever its dates."""


def said_at(area: str, level: str) -> tuple[str, ...]:
    """Return what a cover may hold at to speak of an area: the area itself, its level, or nothing, which is everywhere."""
    return (area, level, "") if level else (area, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Entry):
    """Who does what for one responsibility at one area or level.

    The six parts hold role ids, organisation ids and patterns (`kind:K`, `type:T`), in the order written.
    `basis` is an agreement id, "law", "custom", "claim" or empty; `said_by` is the party whose account this is.
    """

    responsibility: str
    at: str
    leads: tuple[str, ...] = ()
    accountable: tuple[str, ...] = ()
    delivers: tuple[str, ...] = ()
    contributes: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    joint: bool = False
    basis: str = ""
    said_by: str = ""

    def parties(self, part: Part) -> tuple[str, ...]:
        """Return the parties and patterns named under `part`."""
        found: tuple[str, ...] = getattr(self, part.value)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementType(Entry):
    """A kind of agreement and what a good one has."""

    id: str
    name: str
    should_have: tuple[str, ...] = ()
    what_it_is: str = ""
    binding: str = ""
    usual_parties: tuple[str, ...] = ()
    legal_basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """One thing an agreement covers: a responsibility at an area or level, with the leads it names, if any."""

    responsibility: str
    at: str = ""
    leads: tuple[str, ...] = ()
    accountable: tuple[str, ...] = ()
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A delegation from one body to another; `sub_delegation` says whether it may be passed on (None: not said)."""

    giver: str
    to: str
    sub_delegation: bool | None = None
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Money an agreement moves: `amount` in `currency` a `period`, from `giver` to `to`; `fund` names a funding entry."""

    amount: float | None = None
    currency: str = "GBP"
    period: str = ""
    giver: str = ""
    to: str = ""
    pooled: bool = False
    fund: str = ""
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Entry):
    """An agreement: `signed` gives each party's date; `signed_on` is the one date given for the whole.

    `status` is draft, proposed, agreed, signed, under-review, superseded or ended.
    """

    id: str
    title: str
    type: str = ""
    parties: tuple[str, ...] = ()
    covers: tuple[Cover, ...] = ()
    signed: Mapping[str, date] = field(default_factory=dict)
    signed_on: date | None = None
    review: date | None = None
    term: str = ""
    purpose: str = ""
    area: str = ""
    legal_basis: str = ""
    delegates: tuple[Delegation, ...] = ()
    funding: tuple[Money, ...] = ()
    escalation: str = ""
    reports_to: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()

    def where(self, cover: Cover) -> str:
        """Return the area or level that one of its covers holds at; empty means wherever the responsibility is."""
        return cover.at or self.area

    @property
    def binds(self) -> bool:
        """Return whether its status says that it binds somebody: a draft or proposed one does not yet, an ended one no more."""
        return self.status in AGREEMENT_IN_FORCE

    def backs(self, on: date) -> bool:
        """Return whether it can back a lead on that day: within its dates and agreed, signed or under review."""
        return self.binds and self.within_dates(on)
