"""The entries of a map: areas, organisations, roles, responsibilities and the shared vocabulary, as frozen values.

Field names are those of the map format (docs/model.md) unless Python forbids them: `from` is `start`. Ids, never
objects, refer to other entries; the landscape holds the entries by id. Dates are inclusive at both ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rolemap.problems import Location

NOWHERE = Location("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry may say about itself.

    `catalogue` names the shipped catalogue the entry comes from; it is empty for what the map itself says.
    `confidence` is "verified", "reported", "assumed" or empty; `as_at` is when the source said so, in its own words.
    """

    place: Location = NOWHERE
    start: date | None = None
    until: date | None = None
    status: str = ""
    note: str = ""
    source: tuple[str, ...] = ()
    confidence: str = ""
    as_at: str = ""
    tags: tuple[str, ...] = ()
    catalogue: str = ""

    def in_force(self, on: date) -> bool:
        """Return whether `on` lies within `start`..`until` (both inclusive, open-ended if absent) and it is not proposed."""
        return self.status != "proposed" and self.within_dates(on)

    def within_dates(self, on: date) -> bool:
        """Return whether `on` lies within `start`..`until`, whatever the status."""
        return (self.start is None or self.start <= on) and (self.until is None or on <= self.until)

    def ended(self, on: date) -> bool:
        """Return whether its last day is before `on`, whatever the status."""
        return self.until is not None and self.until < on


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Entry):
    """A level of the system, from widest (`order` 1) to most local."""

    id: str
    name: str
    order: int = 0
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar(Entry):
    """One of the pillars of population health (the King's Fund's four, plus cross-cutting in the shipped catalogue)."""

    id: str
    name: str
    order: int = 0
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationType(Entry):
    """A type of body. `holds` names the types whose functions it has too (a unitary council holds both tiers')."""

    id: str
    name: str
    holds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    legal_form: str = ""
    how_many: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleKind(Entry):
    """A kind of post or group found in many places, such as director of public health."""

    id: str
    title: str
    also_known_as: tuple[str, ...] = ()
    organisation_type: tuple[str, ...] = ()
    level: str = ""
    community: str = ""
    statutory: str = ""
    accountable_to: tuple[Accountability, ...] = ()
    appointed_by: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountability:
    """One line of accountability: `to` is a role or organisation id (of a role kind: a role kind id), `how` its nature."""

    to: str
    how: str = "line"
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Entry):
    """An area. Areas do not nest: `within` gives each parent's id and the share of this area in it (None if unknown)."""

    id: str
    name: str
    level: str = ""
    within: Mapping[str, float | None] = field(default_factory=dict)
    code: str = ""
    ods: str = ""
    becomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Entry):
    """A body. `areas` is usually one area; `becomes` names what follows it when it ends."""

    id: str
    name: str
    type: str = ""
    areas: tuple[str, ...] = ()
    code: str = ""
    ods: str = ""
    becomes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Return the name, under the word that roles use."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Entry):
    """A post or a group that can lead. Several `organisations` are a joint post; `areas` is already resolved."""

    id: str
    title: str
    kind: str = ""
    organisations: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    accountable_to: tuple[Accountability, ...] = ()
    holder: str = ""
    vacant: bool = False
    capacity: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Who must (`holder`) or may (`may_hold`) hold a responsibility: organisation type or role kind ids.

    Of a function of the kind `delegated`, `delegated_by` are those the law gives it to and who hand it to the holder.
    """

    kind: str = ""
    holder: tuple[str, ...] = ()
    may_hold: tuple[str, ...] = ()
    delegated_by: tuple[str, ...] = ()
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Entry):
    """Something somebody must or should lead on. `typical_*` are hints for questions and never fill a cell."""

    id: str
    title: str
    pillar: str = ""
    also: tuple[str, ...] = ()
    domain: str = ""
    part_of: str = ""
    objective: str = ""
    needs_lead_at: tuple[str, ...] = ()
    needs_lead_in: tuple[str, ...] = ()
    needs_lead_where: tuple[str, ...] = ()
    law: Law = field(default_factory=Law)
    statutory: bool = False
    typical_lead: str = ""
    typical_contributors: tuple[str, ...] = ()
    scope_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Entry):
    """A joint objective that responsibilities serve; `owner` is a role or organisation."""

    id: str
    title: str
    measure: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Entry):
    """A sum of money: `holder` is an organisation, `responsibilities` what it is for. `amount` is in `currency` a `period`."""

    id: str
    title: str
    amount: float | None = None
    currency: str = "GBP"
    period: str = ""
    holder: str = ""
    responsibilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One meaning of a term; `used_by` are roles and organisations."""

    text: str
    used_by: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    url: str = ""
    confidence: str = ""
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """A word of the glossary and its definitions, which may compete."""

    id: str
    title: str
    contested: bool = False
    why_it_matters: str = ""
    definitions: tuple[Definition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """Where something is known from: a page, a paper, a law. `date` is text, as printed there."""

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    date: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Entry):
    """A decision to live with a finding: its id, why, who owns the decision; `until` is when to look again."""

    finding: str
    reason: str = ""
    owner: str = ""
