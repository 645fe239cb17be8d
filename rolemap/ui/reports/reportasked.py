"""What a report on the page Reports is asked to be: the choices as values, what they come to, and that in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from rolemap.changes import ChangeSet
from rolemap.findings.words import namer
from rolemap.graph import Wanted
from rolemap.model import Landscape
from rolemap.pipeline import Analysis
from rolemap.reports.content import KINDS, title_of
from rolemap.reports.figures import Figures
from rolemap.ui import cached
from rolemap.ui.maps import MapFiles
from rolemap.ui.words import long_date


@dataclass(frozen=True, slots=True)
class Base:
    """The map a report is of: its files, the day, the changes tried on it, and the day on which the map was looked at."""

    map_files: MapFiles
    on: date
    change_sets: tuple[ChangeSet, ...] = ()
    today: date | None = None

    def analysis(self) -> Analysis:
        """Return the analysis, kept between clicks. Raises InvalidMap where the map or a change does not fit."""
        if self.change_sets:
            return cached.what_if(self.map_files, self.change_sets, self.on).after
        return cached.analysis(self.map_files, self.on)

    def untried(self) -> Landscape | None:
        """Return the map without the changes; None where none are tried. Raises InvalidMap as `analysis` does."""
        if not self.change_sets:
            return None
        return cached.what_if(self.map_files, self.change_sets, self.on).before.landscape

    @property
    def key(self) -> str:
        """Return a text that is the same for the same map, day and changes only."""
        return repr((self.map_files.digest, self.on, self.change_sets, self.today))


@dataclass(frozen=True, slots=True)
class Asked:
    """A report that is asked for. `about` is an id or empty; `earlier` is what it is compared with, if anything."""

    base: Base
    kind: str
    about: str = ""
    wanted: Wanted = field(default_factory=Wanted)
    left_out: frozenset[str] = frozenset()
    earlier: Base | None = None

    def figures(self) -> Figures:
        """Return the figures of the report. Raises InvalidMap where one of the maps cannot be read."""
        earlier = self.earlier.analysis() if self.earlier else None
        return Figures(
            self.base.analysis(),
            self.wanted,
            self.about,
            earlier,
            left_out=self.left_out,
            tried=self.base.change_sets,
            untried=self.base.untried(),
            today=self.base.today,
        )

    @property
    def key(self) -> str:
        """Return a short text that is the same for the same report only, whatever the format."""
        wanted = [sorted(one) for one in (self.wanted.levels, self.wanted.areas, self.wanted.pillars, self.left_out)]
        said = (self.base.key, self.kind, self.about, wanted, self.earlier.key if self.earlier else "")
        return sha256(repr(said).encode()).hexdigest()

    def sentence(self) -> str:
        """Return in words what the report is, so that nobody prints another one than they meant."""
        figures = self.figures()
        about = f" for {namer(figures.graph)(self.about)}" if self.about else ""
        parts = [f"{title_of(figures, self.kind)}{about}, {figures.map_title}, as at {long_date(self.base.on)}"]
        if self.base.change_sets:
            named = (f"“{one.title}”" if one.title else "the changes" for one in self.base.change_sets)
            parts.append(f"after {' and '.join(named)}")
        if figures.narrowed:
            parts.append(f"only {figures.narrowed}")
        if self.left_out:
            titles = KINDS[self.kind].sections
            parts.append(f"without {', '.join(titles[name] for name in titles if name in self.left_out)}")
        if self.earlier:
            parts.append(f"with what has changed since {self._then(self.earlier)}")
        return f"{'; '.join(parts)}."

    def _then(self, earlier: Base) -> str:
        if earlier.map_files.digest != self.base.map_files.digest:
            return f"{earlier.analysis().landscape.info.name} as at {long_date(earlier.on)}"
        if earlier.on == self.base.on and self.base.change_sets:
            return "this map without the changes"
        return long_date(earlier.on)
