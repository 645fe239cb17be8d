"""The ground a new map stands on: its area with the councils and boards that the catalogue has there, or made-up ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rolemap.graph.asat import AsAt, as_at
from rolemap.model import Area, Landscape, Organisation

ALL = ("single-council-system", "multi-council-system", "devolved-city-region", "region", "council")
SYSTEMS = ALL[:4]
WIDE = ALL[1:4]
NARROW = tuple(name for name in ALL if name != "region")

MADE_UP_AREAS: tuple[tuple[tuple[str, ...], Area], ...] = (
    (("region",), Area(id="anyland", name="Anyland", level="region", within={"england": None})),
    (("region",), Area(id="anyshire", name="Anyshire", level="system", within={"anyland": None})),
    (NARROW, Area(id="anyshire", name="Anyshire", level="system", within={"england": None})),
    (ALL, Area(id="anytown", name="Anytown", level="place", within={"anyshire": None})),
    (WIDE, Area(id="anyford", name="Anyford", level="place", within={"anyshire": None})),
)
"""The areas of a map started without a real one, each with the templates that use it."""

MADE_UP_BODIES: tuple[tuple[tuple[str, ...], str, str, str, str], ...] = (
    (("region",), "nhs-england-anyland", "NHS England Anyland", "nhs-england", "anyland"),
    (("region",), "ohid-anyland", "OHID Anyland", "ohid", "anyland"),
    (("region",), "ukhsa-anyland", "UKHSA Anyland", "ukhsa", "anyland"),
    (ALL, "anyshire-icb", "NHS Anyshire Integrated Care Board", "icb", "anyshire"),
    (
        SYSTEMS,
        "anyshire-integrated-care-partnership",
        "Anyshire Integrated Care Partnership",
        "integrated-care-partnership",
        "anyshire",
    ),
    (
        ("devolved-city-region", "region"),
        "anyshire-combined-authority",
        "Anyshire Combined Authority",
        "strategic-authority",
        "anyshire",
    ),
    (ALL, "anytown-council", "Anytown Council", "unitary-council", "anytown"),
    (
        ALL,
        "anytown-health-and-wellbeing-board",
        "Anytown Health and Wellbeing Board",
        "health-and-wellbeing-board",
        "anytown",
    ),
    (WIDE, "anyford-council", "Anyford Council", "unitary-council", "anyford"),
    (
        WIDE,
        "anyford-health-and-wellbeing-board",
        "Anyford Health and Wellbeing Board",
        "health-and-wellbeing-board",
        "anyford",
    ),
)
"""The bodies of such a map: templates, id, name, type and area."""

MADE_UP_AREA = {"region": "anyland", "council": "anytown"}
"""The area such a map is about, by template; `anyshire` for the others."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a new map stands.

    `landscape` is the catalogue, with the made-up entries if there are any; `own_areas` and `own_bodies` are those,
    which the new map must write itself. `view` is as at the day the map is started, about `area`.
    """

    area: Area
    landscape: Landscape
    view: AsAt
    own_areas: tuple[Area, ...] = ()
    own_bodies: tuple[Organisation, ...] = ()

    def bodies(self, type_id: str) -> Iterator[tuple[str, str]]:
        """Yield (area, organisation) for every body of this type in force in the areas the map is about."""
        for area in self.view.scope:
            for id in self.view.by_type.get((type_id, area), ()):
                if id in self.view.active:
                    yield area, id

    def first(self, *types: str) -> str:
        """Return the first body of these types in the map's areas, else in the areas around them, else an empty text."""
        for areas in (self.view.scope, around(self.landscape, self.view.scope)):
            for type_id in types:
                for area in areas:
                    for id in self.view.by_type.get((type_id, area), ()):
                        if id in self.view.active:
                            return id
        return ""


def real(catalogue: Landscape, area: str, on: date) -> Ground:
    """Return the ground of an area of the catalogue."""
    landscape = replace(catalogue, info=replace(catalogue.info, area=area))
    return Ground(landscape.areas[area], landscape, as_at(landscape, on))


def made_up(catalogue: Landscape, template: str, on: date) -> Ground:
    """Return the ground of a map without a real area: made-up areas and bodies, as many as the template needs."""
    areas = tuple(area for templates, area in MADE_UP_AREAS if template in templates)
    bodies = tuple(
        Organisation(id=id, name=name, type=type_id, areas=(area,))
        for templates, id, name, type_id, area in MADE_UP_BODIES
        if template in templates
    )
    main = MADE_UP_AREA.get(template, "anyshire")
    landscape = replace(
        catalogue,
        info=replace(catalogue.info, area=main),
        areas={**catalogue.areas, **{area.id: area for area in areas}},
        organisations={**catalogue.organisations, **{body.id: body for body in bodies}},
    )
    return Ground(landscape.areas[main], landscape, as_at(landscape, on), areas, bodies)


def around(landscape: Landscape, areas: tuple[str, ...]) -> tuple[str, ...]:
    """Return the areas that these lie within, nearest first, without these themselves."""
    found: dict[str, None] = {}
    waiting = list(areas)
    while waiting:
        for parent in landscape.areas[waiting.pop(0)].within:
            if parent not in found and parent not in areas:
                found[parent] = None
                waiting.append(parent)
    return tuple(found)
