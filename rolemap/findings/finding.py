"""What a finding is: something in a readable map that people should decide, look at or talk about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rolemap.model import Acceptance
from rolemap.problems import Location


class Severity(StrEnum):
    """How much it matters: an error needs a decision, a warning a look, a prompt is a question worth asking."""

    ERROR = "error"
    WARNING = "warning"
    PROMPT = "prompt"

    @property
    def rank(self) -> int:
        """Return 0 for an error, 1 for a warning, 2 for a prompt."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Confidence(StrEnum):
    """How sure the rule is that what it noticed is so, apart from how much it matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the files that a finding points at, with a few words on why."""

    location: Location
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """What a rule's check yields: the facts of one finding, without what the rule itself says.

    Of a responsibility in an area, give both; of anything else, give `entity` (its id). `message` is one plain
    sentence with a full stop. `summary` is the same without the area or entity and without a full stop, for showing
    many as one ("No lead is recorded for Stop smoking services"); leave it empty where each deserves its own card.
    `stem` is the summary without the responsibility ("No lead is recorded"), where several responsibilities of one
    pillar that stand alike in the same areas may share a card.
    `many` says the summary of several that are about entries and not areas ("{number} agreements in use …"); without it
    they are counted as cases.
    `aspect` tells apart two findings of one rule about the same entity.
    `severity`, `confidence` and `question` replace the rule's where they are given. `places`: the first is primary.
    """

    message: str
    places: tuple[Place, ...]
    responsibility: str = ""
    area: str = ""
    entity: str = ""
    aspect: str = ""
    parties: tuple[str, ...] = ()
    summary: str = ""
    stem: str = ""
    many: str = ""
    question: str = ""
    severity: Severity | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a rule noticed. `id` is stable, so a decision can be attached to it; `level` and `pillar` may be empty."""

    id: str
    code: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    question: str
    places: tuple[Place, ...]
    responsibility: str = ""
    area: str = ""
    level: str = ""
    pillar: str = ""
    entity: str = ""
    parties: tuple[str, ...] = ()
    summary: str = ""
    many: str = ""
    stem: str = ""
    accepted: Acceptance | None = None

    def __post_init__(self) -> None:
        """Refuse a finding that points nowhere."""
        if not self.places:
            raise ValueError(f"{self.id} has no place in the files")

    @property
    def order(self) -> tuple[int, str, str, int, int, str]:
        """Return the sort key: what matters most first, then by code and place in the files."""
        where = self.places[0].location
        return (self.severity.rank, self.code, where.file, where.line, where.column, self.id)
