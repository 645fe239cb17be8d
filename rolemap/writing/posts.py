"""The posts that everybody has, written for the real bodies of an area from the kinds of post in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rolemap.model import Accountability
from rolemap.writing.ground import Ground, around
from rolemap.writing.words import plain

POLITICAL = frozenset({"council-cabinet-member-health", "health-and-wellbeing-board-chair", "combined-authority-mayor"})
"""Kinds of post held by elected members: they answer to their body politically."""

FIRM = frozenset({"line", "statutory", "political"})
"""Lines that carry accountability. A post without one answers to its own body."""

ENDINGS = ("-combined-authority-area", "-system")
"""What the catalogue adds to the id of an area to tell it from another; left out of the ids of posts."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a new map: its id, kind, area and organisations (several for a joint post)."""

    id: str
    kind: str
    area: str
    organisations: tuple[str, ...]


def posts(ground: Ground, kinds: Iterable[str]) -> tuple[Post, ...]:
    """Return a post of each kind for every area of the ground that has a body such posts belong to, by area."""
    found: list[Post] = []
    for kind in kinds:
        by_area: dict[str, dict[str, None]] = {}
        for type_id in ground.landscape.role_kinds[kind].organisation_type:
            for area, body in ground.bodies(type_id):
                by_area.setdefault(area, {})[body] = None
        found.extend(Post(_id(area, kind), kind, area, tuple(bodies)) for area, bodies in by_area.items())
    order = {area: number for number, area in enumerate(ground.view.scope)}
    return tuple(sorted(found, key=lambda post: order[post.area]))


def _id(area: str, kind: str) -> str:
    for ending in ENDINGS:
        area = area.removesuffix(ending)
    return f"{area}-{kind}"


def written(ground: Ground, found: Iterable[Post]) -> str:
    """Return the posts as the lines of a `roles` section, with a heading for each area."""
    every = tuple(found)
    lines: list[str] = []
    last = ""
    for post in every:
        if post.area != last:
            name = ground.landscape.areas[post.area].name
            lines.append(f"  # --- {name} ".ljust(100, "-"))
            last = post.area
        lines.extend(_entry(ground, post, every))
    return "".join(f"{line}\n" for line in lines)


def _entry(ground: Ground, post: Post, every: tuple[Post, ...]) -> list[str]:
    landscape = ground.landscape
    title = landscape.role_kinds[post.kind].title.partition(" / ")[0]
    lines = [f"  {post.id}:", f"    title: {plain(title)}", f"    kind: {post.kind}"]
    one, *more = post.organisations
    lines.append(f"    organisation: [{', '.join(post.organisations)}]" if more else f"    organisation: {one}")
    if any(landscape.organisations[id].areas != (post.area,) for id in post.organisations):
        lines.append(f"    area: {post.area}")
    lines.append("    accountable_to:")
    lines.extend(f"      - {{role: {to}, how: {how}}}" for to, how in _lines(ground, post, every).items())
    return lines


def _lines(ground: Ground, post: Post, every: tuple[Post, ...]) -> Mapping[str, str]:
    """Return whom a post answers to and how: the usual lines of its kind as far as they lead to somebody on the map.

    Where the catalogue gives several `line` entries, one or another is meant: the first that leads anywhere is taken.
    """
    found: dict[str, str] = {}
    for line in ground.landscape.role_kinds[post.kind].accountable_to:
        to = _superior(ground, post, line, every)
        if to and not (line.how == "line" and "line" in found.values()):
            found.setdefault(to, line.how)
    if FIRM.isdisjoint(found.values()):
        found[post.organisations[0]] = "political" if post.kind in POLITICAL else "line"
    return found


def _superior(ground: Ground, post: Post, line: Accountability, every: tuple[Post, ...]) -> str:
    """Return the post of a kind in the same body or in an area around, or for a line of law the one national body."""
    peers = [other for other in every if other.kind == line.to and other != post]
    wider = (post.area, *around(ground.landscape, (post.area,)))
    for other in peers:
        if not set(other.organisations).isdisjoint(post.organisations):
            return other.id
    for area in wider:
        for other in peers:
            if other.area == area:
                return other.id
    if line.how == "statutory":
        types = ground.landscape.role_kinds[line.to].organisation_type
        national = [one for one in ground.landscape.organisations.values() if one.type in types and not one.becomes]
        if len(national) == 1:
            return national[0].id
    return ""
