"""Start a new map: a template from `configs/templates`, filled in for an area of the catalogue or for a made-up one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rolemap.model import Area, Landscape
from rolemap.problems import InvalidMap, Location, Problem, did_you_mean
from rolemap.reading import catalogues, read
from rolemap.writing.ground import Ground, made_up, real
from rolemap.writing.posts import Post, posts, written
from rolemap.writing.words import plain

CATALOGUE = "england"
SCHEMA = "map.schema.json"
COUNCIL_POSTS = (
    "council-chief-executive",
    "director-of-public-health",
    "director-of-adult-social-services",
    "director-of-childrens-services",
    "council-cabinet-member-health",
    "health-and-wellbeing-board-chair",
)
BOARD_POSTS = ("icb-chair", "icb-chief-executive", "icb-director-population-health", "icb-chief-medical-officer")
AUTHORITY_POSTS = ("combined-authority-mayor", "combined-authority-health-lead")
REGION_POSTS = (
    "nhse-regional-director",
    "nhse-regional-director-of-public-health",
    "nhse-regional-head-of-public-health-commissioning",
    "ohid-regional-director",
    "ukhsa-regional-deputy-director",
)
LISTED = (
    "nhs-england",
    "ohid",
    "ukhsa",
    "icb",
    "integrated-care-partnership",
    "strategic-authority",
    "upper-tier-council",
    "district-council",
    "health-and-wellbeing-board",
)
"""The types of body that a new map lists as already there, in this order."""


@dataclass(frozen=True, slots=True)
class Template:
    """A starting point for a new map. `levels` are the levels an area for it may have, `kinds` the posts written for it."""

    name: str
    title: str
    levels: tuple[str, ...]
    description: str
    kinds: tuple[str, ...]


TEMPLATES = (
    Template(
        "single-council-system",
        "A system with one council",
        ("system",),
        "An integrated care board and the one upper-tier or unitary council of its area.",
        (*BOARD_POSTS, *COUNCIL_POSTS),
    ),
    Template(
        "multi-council-system",
        "A system with several councils",
        ("system",),
        "An integrated care board and all the upper-tier and unitary councils of its area.",
        (*BOARD_POSTS, *COUNCIL_POSTS),
    ),
    Template(
        "devolved-city-region",
        "A devolved city region",
        ("system", "region"),
        "The area of a combined authority or another strategic authority, with its councils.",
        (*AUTHORITY_POSTS, *BOARD_POSTS, *COUNCIL_POSTS),
    ),
    Template(
        "region",
        "A region",
        ("region",),
        "The regional teams of national bodies, with the integrated care boards and strategic authorities of the region.",
        (*REGION_POSTS, *AUTHORITY_POSTS, *BOARD_POSTS),
    ),
    Template(
        "council",
        "One council",
        ("place",),
        "One council and its area: upper-tier, unitary or district.",
        (*COUNCIL_POSTS, "environmental-health-manager", "housing-director"),
    ),
)
"""The starting points, the two most asked for first. Each is a folder of this name in `configs/templates`."""


def templates() -> tuple[Template, ...]:
    """Return the starting points a map may be made from."""
    return TEMPLATES


def start(template: str, area: str = "", on: date | None = None) -> dict[str, str]:
    """Return the files of a new map by name, with their texts.

    `area` is the id or the name of an area of the England catalogue that is in force on `on` (default: today) and suits
    the template; without one the map is about a made-up area. Raises InvalidMap for a template or an area that will not
    do, saying which would.
    """
    chosen = {one.name: one for one in TEMPLATES}.get(template)
    if chosen is None:
        hint = did_you_mean(template, [one.name for one in TEMPLATES])
        names = ", ".join(one.name for one in TEMPLATES)
        raise _refusal("--template", f'There is no template called "{template}".', f"{hint} Templates: {names}.")
    day = on or date.today()
    catalogue = read(catalogues.CONFIGS / "catalogues" / CATALOGUE)
    ground = _ground(chosen, catalogue, area, day) if area else made_up(catalogue, template, day)
    tokens = _tokens(ground, chosen)
    folder = catalogues.CONFIGS / "templates" / template
    files = {path.name: _filled(path.read_text("utf-8"), tokens) for path in sorted(folder.glob("*.yaml"))}
    schema = catalogues.CONFIGS / "schema" / SCHEMA
    return {**files, SCHEMA: schema.read_text("utf-8")}


def _ground(template: Template, catalogue: Landscape, area: str, on: date) -> Ground:
    """Return the ground of a real area. Raises InvalidMap where there is no such area or it does not suit."""
    usable = [id for id, one in catalogue.areas.items() if one.level in template.levels and one.in_force(on)]
    wanted = " ".join(area.split()).casefold()
    named = [id for id in usable if catalogue.areas[id].name.casefold() == wanted]
    area = named[0] if area not in catalogue.areas and len(named) == 1 else area
    known = catalogue.areas.get(area)
    if known is None:
        hint = did_you_mean(area, usable) or f"For example: {', '.join(sorted(usable)[:3])}."
        raise _refusal("--area", f'The catalogue has no area called "{area}".', hint)
    if not known.in_force(on):
        raise _refusal("--area", *_ended(catalogue, known))
    if known.level not in template.levels:
        raise _refusal("--area", *_other_level(template, catalogue, known))
    ground = real(catalogue, area, on)
    _check_suits(template, ground)
    return ground


def _ended(catalogue: Landscape, area: Area) -> tuple[str, str]:
    if area.until is None:
        return f"{area.name} is not in force yet.", ""
    next_ones = " or ".join(f'"{id}" ({catalogue.areas[id].name})' for id in area.becomes)
    return f"{area.name} ended on {area.until.day} {area.until:%B %Y}.", f"Use {next_ones}." if next_ones else ""


def _other_level(template: Template, catalogue: Landscape, area: Area) -> tuple[str, str]:
    wanted = " or ".join(template.levels)
    around = [id for id in area.within if catalogue.areas[id].level in template.levels]
    hint = f"It lies within {' and '.join(around)}. " if around else ""
    fitting = [one.name for one in TEMPLATES if area.level in one.levels]
    other = f"For {area.name} use {' or '.join(fitting)}." if fitting else ""
    return f'{area.name} is at {area.level} level; "{template.name}" is for areas at {wanted} level.', hint + other


def _check_suits(template: Template, ground: Ground) -> None:
    """Raise InvalidMap where the bodies of the area are not those the template is made for."""
    name = ground.area.name
    councils = len({id for _, id in ground.bodies("upper-tier-council")})
    authority = any(area == ground.area.id for area, _ in ground.bodies("strategic-authority"))
    regional = any(area == ground.area.id for area, _ in ground.bodies("nhs-england"))
    sentence, hint = "", ""
    if template.name == "single-council-system" and councils != 1:
        sentence = f"{name} has {councils} councils with public health duties, not one."
        hint = 'Use the template "multi-council-system".'
    elif template.name == "multi-council-system" and councils == 1:
        sentence, hint = f"{name} has one council with public health duties.", 'Use "single-council-system".'
    elif template.name == "devolved-city-region" and not authority:
        sentence = f"The catalogue has no strategic authority in force whose area is {name}."
        hint = f'Use "{"multi-council-system" if ground.area.level == "system" else "region"}".'
    elif template.name == "region" and not regional:
        sentence = f"{name} is the area of a strategic authority, not one of the nine regions."
        hint = 'Use "devolved-city-region".'
    if sentence:
        raise _refusal("--area", sentence, hint)


def _refusal(option: str, sentence: str, hint: str) -> InvalidMap:
    return InvalidMap([Problem(Location(option), "cannot-start", sentence, hint.strip())])


def _tokens(ground: Ground, template: Template) -> dict[str, str]:
    """Return what stands for each token of a template: words within lines, and blocks that are whole lines."""
    areas = ground.landscape.areas
    shipped = [id for id in ground.view.scope if id not in {one.id for one in ground.own_areas}]
    own = {one.id for one in ground.own_bodies}
    council = ground.first("upper-tier-council", "district-council")
    bodies = [id for id in dict.fromkeys(id for one in LISTED for _, id in ground.bodies(one)) if id not in own]
    return {
        "{{areas}}\n": _listed(shipped, {id: one.name for id, one in areas.items()}),
        "{{bodies}}\n": _listed(bodies, {id: one.name for id, one in ground.landscape.organisations.items()}),
        "{{own-areas}}\n": _own_areas(ground),
        "{{own-organisations}}\n": _own_bodies(ground),
        "{{roles}}\n": written(ground, _posts(ground, template)),
        "{{area}}": ground.area.id,
        "{{area-name}}": ground.area.name,
        "{{council-area}}": ground.landscape.organisations[council].areas[0] if council else ground.area.id,
        "{{council}}": council,
        "{{icb}}": ground.first("icb"),
        "{{authority}}": ground.first("strategic-authority"),
    }


def _posts(ground: Ground, template: Template) -> tuple[Post, ...]:
    """Return the posts to write: of one council those of its own area alone, not of the districts within it."""
    found = posts(ground, template.kinds)
    return tuple(post for post in found if template.name != "council" or post.area == ground.area.id)


def _filled(text: str, tokens: dict[str, str]) -> str:
    for token, replacement in tokens.items():
        text = text.replace(token, replacement)
    return text


def _listed(ids: list[str], names: dict[str, str]) -> str:
    """Return comment lines that list entries of the catalogue; one that says so where there are none."""
    return "".join(f"# - {id}: {names[id]}\n" for id in ids) or "# (none of the catalogue's)\n"


def _own_areas(ground: Ground) -> str:
    return "".join(
        f"  {area.id}:\n    name: {plain(area.name)}\n    level: {area.level}\n    within: [{', '.join(area.within)}]\n"
        for area in ground.own_areas
    )


def _own_bodies(ground: Ground) -> str:
    return "".join(
        f"  {body.id}:\n    name: {plain(body.name)}\n    type: {body.type}\n    area: {body.areas[0]}\n"
        for body in ground.own_bodies
    )
