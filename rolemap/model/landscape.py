"""The landscape: everything one map says, catalogues included, with every reference known to lead somewhere."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from rolemap.model.agreements import Agreement, AgreementType, Assignment
from rolemap.model.entries import (
    NOWHERE,
    Acceptance,
    Area,
    Funding,
    Level,
    Objective,
    Organisation,
    OrganisationType,
    Pillar,
    Responsibility,
    Role,
    RoleKind,
    Source,
    Term,
)
from rolemap.problems import Location

UNTITLED = "Untitled map"

LEAST_SHARE = 0.1
"""The share of an area that has to lie within another for it to be part of that one's map, unless the map says otherwise.

Ours: it keeps the 12% of Hampshire's small areas that are in the Frimley system and the 16% of Suffolk's in Norfolk and
Waveney, and leaves out the 8% of North Yorkshire's in West Yorkshire and the 3% of Cumberland's in Lancashire and South
Cumbria (Office for National Statistics look-ups, in the catalogue of England), whose other system asks for their leads.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapInfo:
    """What a map says about itself. `settings` holds thresholds by rule code; `levels` limits where a lead is needed.

    An area counts as within the map's where at least `least_share` (0 to 1) of it lies there.

    `setting_places` says where a rule's settings, (code,), and each of them, (code, name), are written.
    """

    title: str = ""
    area: str = ""
    uses: tuple[str, ...] = ()
    purpose: str = ""
    contact: str = ""
    scheme: str = "lead"
    levels: tuple[str, ...] = ()
    least_share: float = LEAST_SHARE
    settings: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    setting_places: Mapping[tuple[str, ...], Location] = field(default_factory=dict)
    note: str = ""
    source: tuple[str, ...] = ()
    as_at: str = ""
    place: Location = NOWHERE

    @property
    def name(self) -> str:
        """Return what the map is called wherever it is spoken of: its title, or that it has none."""
        return self.title or UNTITLED


@dataclass(frozen=True, slots=True, kw_only=True)
class Landscape:
    """A whole map. Sections are mappings from id to entry, in the order read; roles and organisations share one id space."""

    info: MapInfo = field(default_factory=MapInfo)
    levels: Mapping[str, Level] = field(default_factory=dict)
    pillars: Mapping[str, Pillar] = field(default_factory=dict)
    organisation_types: Mapping[str, OrganisationType] = field(default_factory=dict)
    role_kinds: Mapping[str, RoleKind] = field(default_factory=dict)
    agreement_types: Mapping[str, AgreementType] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    responsibilities: Mapping[str, Responsibility] = field(default_factory=dict)
    assignments: tuple[Assignment, ...] = ()
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    funding: Mapping[str, Funding] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    accepted: tuple[Acceptance, ...] = ()

    def party(self, id: str) -> Role | Organisation | None:
        """Return the role or organisation with this id, or None."""
        return self.roles.get(id) or self.organisations.get(id)

    def title(self, id: str) -> str:
        """Return the title or name people know for a party, responsibility, agreement, area, level, pillar or kind of role.

        What has none of these is returned as it is.
        """
        party = self.party(id)
        if party is not None:
            return party.title
        for section in (self.responsibilities, self.agreements):
            if id in section:
                return section[id].title
        for named in (self.areas, self.levels, self.pillars):
            if id in named:
                return named[id].name
        return self.role_kinds[id].title if id in self.role_kinds else id

    def meet(self, here: str, there: str) -> bool:
        """Return whether two covers meet: the same area or level, an area of the level, or one of them everywhere."""
        if not here or not there or here == there:
            return True
        levels = {self.areas[at].level for at in (here, there) if at in self.areas}
        return here in levels or there in levels

    def areas_among(self, role: Role, bodies: Container[str]) -> tuple[str, ...]:
        """Return the own areas of a role where only these bodies stand; what it has not from its bodies it keeps."""
        if len(role.organisations) < 2 or all(one in bodies for one in role.organisations):
            return role.areas
        of = {one: self.organisations[one].areas for one in role.organisations if one in self.organisations}
        if set(role.areas) != {area for areas in of.values() for area in areas}:
            return role.areas
        return tuple(dict.fromkeys(area for one, areas in of.items() if one in bodies for area in areas))

    def types_of(self, organisation: str) -> frozenset[str]:
        """Return the type of an organisation with every type that type holds, directly or through others."""
        return (
            self.held_by(self.organisations[organisation].type) if organisation in self.organisations else frozenset()
        )

    def held_by(self, type_id: str) -> frozenset[str]:
        """Return an organisation type with every type it holds, directly or through others; nothing for an empty id."""
        found: set[str] = set()
        waiting = [type_id]
        while waiting:
            here = waiting.pop()
            if here and here not in found:
                found.add(here)
                known = self.organisation_types.get(here)
                waiting.extend(known.holds if known else ())
        return frozenset(found)
