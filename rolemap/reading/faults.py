"""What is found wrong while reading, by path; lines and columns are looked up only when there is something to report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field

from rolemap.problems import InvalidMap, Location, Problem
from rolemap.reading.positions import positions

Path = tuple[str | int, ...]

MOST_FAULTS = 500
"""More than anybody reads; a file with more is told so."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file by path: its key if `at_key`, else its value."""

    file: str
    path: Path
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem whose place is still a path."""

    spot: Spot
    code: str
    sentence: str
    hint: str = ""
    also: tuple[Spot, ...] = ()


@dataclass(slots=True)
class Faults:
    """Collects what is wrong and speaks once."""

    found: list[Fault] = field(default_factory=list)
    located: list[Problem] = field(default_factory=list)

    def add(self, spot: Spot, code: str, sentence: str, hint: str = "", *also: Spot) -> None:
        """Remember a fault, unless there are too many to read."""
        if not self.full:
            self.found.append(Fault(spot, code, sentence, hint, also))

    @property
    def full(self) -> bool:
        """Return whether there are more already than anybody reads, so that looking for further ones can stop."""
        return len(self.found) >= MOST_FAULTS

    def __bool__(self) -> bool:
        """Return whether anything is wrong."""
        return bool(self.found or self.located)

    def _cut_short(self) -> list[Problem]:
        """Return the problem that says there may be more, where looking stopped."""
        if not self.full:
            return []
        sentence = f"Only the first {MOST_FAULTS} problems are shown; there may be more."
        hint = "Correct these and try again."
        return [Problem(Location(self.found[-1].spot.file), "too-many-problems", sentence, hint)]

    def raise_if_any(self, contents: AnyMapping[str, bytes]) -> None:
        """Raise InvalidMap with every problem, located in `contents` (file name -> bytes), if there is any."""
        if not self:
            return
        wanted: dict[str, set[Path]] = defaultdict(set)
        for fault in self.found:
            for spot in (fault.spot, *fault.also):
                wanted[spot.file].add(spot.path)
        places = {file: positions(contents[file], paths) for file, paths in wanted.items() if file in contents}

        def locate(spot: Spot) -> Location:
            if spot.file not in places:
                return Location(spot.file)
            found = places[spot.file]
            return Location(spot.file, *(found.key(spot.path) if spot.at_key else found.value(spot.path)))

        raise InvalidMap(
            [
                *self.located,
                *self._cut_short(),
                *(
                    Problem(locate(one.spot), one.code, one.sentence, one.hint, tuple(map(locate, one.also)))
                    for one in self.found
                ),
            ]
        )
