"""The values of a drawing: shapes, lines and bands with their places, for any library to draw."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Something drawn. `x` and `y` are its middle, in pixels of the drawing; ids are `n1`, `n2`, ... and say nothing.

    `key` names the same thing in every drawing (the id does not), so that a selection can be kept.
    `kind` is a key of `palette.KINDS` or "bundle"; `stands_for` holds node keys of the graph (`role/easton-dph`),
    several where those alike are gathered. `label` is already wrapped; `title` says it in full. `states` counts the
    places of a responsibility by state, `state` is the one state where all agree. `weight` counts places.
    """

    id: str
    key: str = ""
    kind: str
    label: str
    title: str
    level: str
    x: float
    y: float
    width: float
    height: float
    weight: int = 0
    dimmed: bool = False
    state: str = ""
    states: tuple[tuple[str, int], ...] = ()
    stands_for: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    pillar: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two shapes, by id. `kind` is a key of `palette.LINES`, `strength` the places it stands for."""

    source: str
    target: str
    kind: str
    strength: int
    dimmed: bool
    title: str


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """The band of one level; `position` counts from 0 for the widest level of the map."""

    level: str
    name: str
    position: int
    place: Rectangle


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame around an organisation and its roles."""

    place: Rectangle
    dimmed: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over a group of shapes; `x` and `y` are their left end and middle height."""

    text: str
    x: float
    y: float
    dimmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole picture. `sentence` says in plain words what is shown and what is not; `left_out` counts the latter."""

    title: str
    sentence: str
    shapes: tuple[Shape, ...]
    lines: tuple[Line, ...]
    bands: tuple[Band, ...]
    frames: tuple[Frame, ...]
    headings: tuple[Heading, ...]
    width: float
    height: float
    left_out: int

    @property
    def revision(self) -> str:
        """Return a short text that is the same for equal drawings and differs for others, in every run."""
        return blake2b(repr(self).encode(), digest_size=8).hexdigest()

    def shape_for(self, key: str) -> Shape | None:
        """Return the shape that stands for a node key alone, else the first that stands for it among others, or None."""
        found = [shape for shape in self.shapes if key in shape.stands_for]
        return min(found, key=lambda shape: (len(shape.stands_for), shape.dimmed), default=None)
