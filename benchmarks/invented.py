"""The England of the benchmarks: real areas and councils from the catalogue, invented neighbourhoods, posts and agreements.

Everything is drawn from one seeded generator in a fixed order, so the same scale always gives the same map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from benchmarks.yamltext import Fields
from rolemap import reading
from rolemap.graph.asat import AsAt, as_at
from rolemap.model import Assignment, Landscape, Pattern, Responsibility, RoleKind
from rolemap.reading.files import SourceFile

DAY = date(2026, 11, 1)
"""The day the map is about; the benchmarks read it as at this day."""

SEED = 20261101
NEIGHBOURHOODS = 1_250
"""About as many as there are primary care networks in England (NHS England)."""
WIDENED = 50
"""How many responsibilities of places need a lead in each neighbourhood too: enough for more than 100,000 cells."""
ABOUT: Fields = {
    "title": "England, for measuring speed",
    "uses": "england",
    "note": "Areas, councils and boards are real. Neighbourhoods, posts, agreements and who leads on what are invented.",
}

MISSING, VACANT, PLANNED = 0.08, 0.03, 0.2
"""Shares: posts that do not exist, posts that nobody holds; of cells without a post to lead, those with a plan."""
DISPUTED, DOUBLED, JOINT = 0.004, 0.01, 0.005
"""Shares of cells whose lead is disputed, named twice, or two posts on purpose."""
COVERED = 0.8
"""Share of what is led at a level that an agreement for the whole country covers there."""

LEADS = {
    "national": "chief-medical-officer",
    "region": "nhse-regional-director-of-public-health",
    "system": "icb-director-population-health",
    "place": "director-of-public-health",
    "neighbourhood": "pcn-clinical-director",
}
ANSWERS = {
    "national": "type:dhsc",
    "region": "type:nhs-england",
    "system": "type:icb",
    "place": "type:upper-tier-council",
    "neighbourhood": "type:primary-care-network",
}
"""The kind of post that leads where the catalogue names none of that level, and the type of body that answers."""
LEVELS = tuple(LEADS)


@dataclass(slots=True)
class World:
    """What the map says, ready to be written: entries by id, and assignments with patterns and their exceptions."""

    view: AsAt
    areas: dict[str, Fields] = field(default_factory=dict)
    organisations: dict[str, Fields] = field(default_factory=dict)
    roles: dict[str, Fields] = field(default_factory=dict)
    agreements: dict[str, Fields] = field(default_factory=dict)
    widened: dict[str, Fields] = field(default_factory=dict)
    patterns: list[Assignment] = field(default_factory=list)
    exceptions: list[Assignment] = field(default_factory=list)
    at_level: dict[str, list[str]] = field(default_factory=dict)
    parents: dict[str, tuple[str, ...]] = field(default_factory=dict)
    networks: dict[str, str] = field(default_factory=dict)
    posts: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def landscape(self) -> Landscape:
        """Return the catalogue the world is made from."""
        return self.view.landscape

    def bodies(self, type_id: str, area: str) -> tuple[str, ...]:
        """Return the bodies of a type in force whose own area this is."""
        if area in self.networks:
            return (self.networks[area],) if type_id in {"primary-care-network", "neighbourhood-provider"} else ()
        return tuple(id for id in self.view.by_type.get((type_id, area), ()) if id in self.view.active)

    def region(self, area: str) -> str:
        """Return the region an area is written under; what lies in several is written under england."""
        while area != "england" and self.parents[area] != ("england",):
            area = self.parents[area][0]
        known = self.landscape.areas.get(area)
        return area if known and known.level == "region" else "england"


def world(scale: float = 1.0) -> World:
    """Return the world with this share of England's areas, at least one of each level."""
    catalogue = reading.read_files([SourceFile("map.yaml", b"map: {title: England, area: england, uses: england}\n")])
    made = World(as_at(catalogue, DAY))
    draw = Random(SEED)
    _areas(made, scale)
    for id, code in _codes(catalogue.role_kinds):
        _posts(made, catalogue.role_kinds[id], code, draw)
    _lines(made)
    _agreements(made, draw)
    needs = _needs(made)
    _frameworks(made, needs, draw)
    for responsibility, levels in needs.items():
        for level in levels:
            pattern = _pattern(catalogue.responsibilities[responsibility], level, catalogue, draw)
            made.patterns.append(pattern)
            made.exceptions.extend(_exceptions(made, pattern, level, draw))
    return made


def _areas(made: World, scale: float) -> None:
    """Choose the areas of the map and invent its neighbourhoods, each with its network of practices."""
    step = max(1, round(1 / scale))
    known = made.landscape.areas
    made.parents = {id: tuple(area.within) for id, area in known.items()}
    for level in ("national", "region", "system"):
        made.at_level[level] = list(made.view.scope_at[level][::step])
    upper = [area for area in made.view.scope_at["place"] if made.bodies("upper-tier-council", area)][::step]
    districts = [area for area in made.view.scope_at["place"] if not set(upper).isdisjoint(known[area].within)]
    made.at_level["place"] = [*upper, *districts]
    for areas in made.at_level.values():
        made.areas |= {area: {"adapts": "true"} for area in areas}
    made.at_level["neighbourhood"] = []
    for number in range(max(1, round(NEIGHBOURHOODS * scale))):
        place = upper[number % len(upper)]
        name = f"{known[place].name}, neighbourhood {number // len(upper) + 1}"
        area = f"{place}-{number // len(upper) + 1}"
        made.at_level["neighbourhood"].append(area)
        made.parents[area] = (place,)
        made.areas[area] = {"name": name, "level": "neighbourhood", "within": place, "note": "Invented."}
        made.networks[area] = f"{area}-pcn"
        made.organisations[f"{area}-pcn"] = {
            "name": f"{name}: practices",
            "type": "primary-care-network",
            "area": area,
        }


def _codes(kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each kind of post with a short name of its own: its initials, with a number where others have the same."""
    seen: Counter[str] = Counter()
    for kind in kinds:
        initials = "".join(word[0] for word in kind.split("-"))
        seen[initials] += 1
        yield kind, initials + (str(seen[initials]) if seen[initials] > 1 else "")


def _posts(made: World, kind: RoleKind, code: str, draw: Random) -> None:
    """Invent the post of a kind in each area of its level that has a body for it, or lies within the area of one."""
    for area in made.at_level.get(kind.level, ()):
        body = _employer(made, kind, area)
        if body and draw.random() >= MISSING:
            id = f"{area.removesuffix('-combined-authority-area')}-{code}"
            made.posts.setdefault(area, {})[kind.id] = id
            vacant = "true" if draw.random() < VACANT else ""
            made.roles[id] = {
                "title": kind.title,
                "kind": kind.id,
                "organisation": body,
                "area": area,
                "vacant": vacant,
            }


def _employer(made: World, kind: RoleKind, area: str) -> str:
    for within in (area, *made.parents[area]):
        own = within == area or within not in made.at_level[kind.level]
        for type_id in kind.organisation_type if own else ():
            for body in made.bodies(type_id, within):
                return body
    return ""


def _lines(made: World) -> None:
    """Let each post answer to the posts of its area that its kind usually answers to."""
    for posts in made.posts.values():
        for kind, post in posts.items():
            usual = made.landscape.role_kinds[kind].accountable_to
            lines = [{"role": posts[line.to], "how": line.how} for line in usual if line.to in posts]
            made.roles[post] = {**made.roles[post], "accountable_to": lines}


def _agreements(made: World, draw: Random) -> None:
    """Invent an agreement between the council and the board of each place, about some responsibilities of places."""
    covered = [one.id for one in made.landscape.responsibilities.values() if "place" in one.needs_lead_at]
    for place in made.at_level["place"]:
        councils = made.bodies("upper-tier-council", place)
        boards = [board for area in made.parents[place] for board in made.bodies("icb", area)]
        if councils and boards:
            made.agreements[f"{place}-agreement"] = {
                "title": f"Who does what in {made.landscape.areas[place].name}",
                "type": "memorandum-of-understanding",
                "area": place,
                "parties": [councils[0], boards[0]],
                "status": draw.choice(["signed", "signed", "agreed", "draft"]),
                "review": f"20{draw.randint(26, 29)}-04-01",
                "covers": [{"responsibility": id, "at": place} for id in draw.sample(covered, 8)],
            }


def _frameworks(made: World, needs: Mapping[str, tuple[str, ...]], draw: Random) -> None:
    """Invent an agreement for each level about most of what is led there, so that most leads rest on something.

    It records no parties, since those would be everybody.
    """
    for level in LEVELS:
        covered = [id for id, levels in needs.items() if level in levels and draw.random() < COVERED]
        made.agreements[f"{level}-framework"] = {
            "title": f"Framework for leads at {level} level",
            "type": "memorandum-of-understanding",
            "area": "england",
            "status": "signed",
            "review": "2027-04-01",
            "covers": [{"responsibility": id, "at": level} for id in covered],
        }


def _needs(made: World) -> Mapping[str, tuple[str, ...]]:
    """Return the levels each responsibility needs a lead at; half of those of places need one in neighbourhoods too."""
    needs = {}
    for one in made.landscape.responsibilities.values():
        needs[one.id] = one.needs_lead_at
        if "place" in one.needs_lead_at and "neighbourhood" not in one.needs_lead_at and len(made.widened) < WIDENED:
            needs[one.id] = (*one.needs_lead_at, "neighbourhood")
            where = (*one.needs_lead_where, "primary-care-network") if one.needs_lead_where else ()
            made.widened[one.id] = {"adapts": "true", "needs_lead_at": needs[one.id], "needs_lead_where": where}
    return needs


def _pattern(one: Responsibility, level: str, catalogue: Landscape, draw: Random) -> Assignment:
    """Return who usually leads, answers, delivers and contributes at a level."""
    kinds = [
        id for id in (one.typical_lead, *one.typical_contributors) if id and catalogue.role_kinds[id].level == level
    ]
    lead, *others = kinds or [LEADS[level]]
    return Assignment(
        responsibility=one.id,
        at=level,
        leads=(Pattern.KIND + lead,),
        accountable=(ANSWERS[level],),
        delivers=(Pattern.KIND + others.pop(),) if others and draw.random() < 0.5 else (),
        contributes=(Pattern.KIND + others[0],) if others and draw.random() < 0.5 else (),
        basis="law" if one.statutory and draw.random() < 0.8 else draw.choice([*[""] * 6, "custom", "claim"]),
        start=date(draw.randint(2019, 2025), 4, 1),
    )


def _exceptions(made: World, pattern: Assignment, level: str, draw: Random) -> Iterator[Assignment]:
    """Yield what differs from the pattern in some areas: doubled, joint and disputed leads, and plans."""
    where = made.landscape.responsibilities[pattern.responsibility].needs_lead_where
    where = (*where, "primary-care-network") if where and pattern.responsibility in made.widened else where
    kind = pattern.leads[0].removeprefix(Pattern.KIND)
    for area in made.at_level[level]:
        posts = made.posts.get(area, {})
        if not posts or (where and not any(made.bodies(type_id, area) for type_id in where)):
            continue
        chance, other = draw.random(), draw.choice(list(posts.values()))
        said = replace(pattern, at=area)
        if kind not in posts:
            if chance < PLANNED:
                yield replace(said, leads=(other,), status="proposed", until=date(2028, 3, 31))
        elif chance < DISPUTED:
            yield replace(said, status="disputed")
        elif chance < DISPUTED + DOUBLED:
            yield replace(said, leads=(*said.leads, other), basis="claim")
        elif chance < DISPUTED + DOUBLED + JOINT:
            yield replace(said, leads=(*said.leads, other), joint=True)
