"""GAP009: most places have a lead or an agreement, and a few do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, Setting
from rolemap.findings.words import listed
from rolemap.graph import Cell
from rolemap.model import Landscape


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every responsibility that most areas of a level have a lead for, or an agreement, and a few not."""
    landscape = evidence.graph.landscape
    by_level: dict[str, dict[str, list[Cell]]] = {}
    for cell in evidence.graph.needed:
        by_level.setdefault(cell.responsibility, {}).setdefault(cell.level, []).append(cell)
    for responsibility, levels in by_level.items():
        uneven = [found for cells in levels.values() for found in _uneven(cells, evidence.settings)]
        if uneven:
            yield _noticed(landscape, responsibility, uneven)


Uneven = tuple[str, list[Cell], list[Cell]]
"""What most areas have ("a lead" or "an agreement"), the cells that have it, and those that do not."""


def _uneven(cells: list[Cell], settings: Mapping[str, float]) -> Iterator[Uneven]:
    """Yield the first thing that most of the cells of one level have and a few lack: a lead, or else an agreement."""
    if len(cells) < settings["fewest_areas"]:
        return
    for what, which in (
        ("a lead or an agreement", [bool(cell.leads or cell.agreements) for cell in cells]),
        ("an agreement in force that covers it", [bool(cell.agreements) for cell in cells]),
    ):
        have = [cell for cell, has in zip(cells, which, strict=True) if has]
        if have and settings["most"] * len(cells) <= len(have) < len(cells):
            yield what, have, [cell for cell, has in zip(cells, which, strict=True) if not has]
            return


def _noticed(landscape: Landscape, responsibility: str, uneven: list[Uneven]) -> Noticed:
    found = landscape.responsibilities[responsibility]
    said = "; ".join(_said(landscape, *one) for one in uneven)
    area = landscape.info.area
    return Noticed(
        message=f"“{found.title}” is not the same everywhere: {said}.",
        places=(Place(found.place, "needed in each of these areas"), *_examples(uneven)),
        responsibility=responsibility if area else "",
        area=area,
        entity="" if area else responsibility,
    )


def _said(landscape: Landscape, what: str, have: list[Cell], lack: list[Cell]) -> str:
    level = landscape.levels.get(lack[0].level)
    where = f"at {level.name.lower()} level" if level else "areas"
    names = listed((landscape.title(cell.area) for cell in lack), len(lack))
    total = len(have) + len(lack)
    return f"{len(have)} of {total} {where} have {what}, and none is recorded for {names}"


def _examples(uneven: Iterable[Uneven]) -> Iterator[Place]:
    """Yield the places of a first area that has what others lack."""
    for _, have, _ in uneven:
        for candidate in have[0].candidates[:1]:
            yield Place(candidate.place, "one that has it")


RULE = Rule(
    code="GAP009",
    name="not-everywhere",
    severity=Severity.PROMPT,
    confidence=Confidence.MEDIUM,
    origin="N",
    looks_for=(
        "A responsibility that most areas of one level have a lead for (or an agreement in force that covers "
        "it), while a few have none."
    ),
    why=(
        "Where nearly everyone has settled something, the few who have not are easily overlooked, and what "
        "people get depends on where they live. The answer may also be lying next door. This is our own "
        "reasoning."
    ),
    example="""\
map: {title: Three of four places have a lead, area: northshire}
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
areas:
  northshire: {name: Northshire, level: system}
  easton: {name: Easton, level: place, within: [northshire]}
  westby: {name: Westby, level: place, within: [northshire]}
  norton: {name: Norton, level: place, within: [northshire]}
  sutton: {name: Sutton, level: place, within: [northshire]}
organisations:
  easton-council: {name: Easton Council, area: easton}
  westby-council: {name: Westby Council, area: westby}
  norton-council: {name: Norton Council, area: norton}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: stop-smoking, at: easton, leads: easton-council}
  - {responsibility: stop-smoking, at: westby, leads: westby-council}
  - {responsibility: stop-smoking, at: norton, leads: norton-council}
""",
    settle=(
        "Ask the few whether they do it another way, and record that; or borrow what their neighbours have agreed."
    ),
    not_when="The few have no need of it: then name the areas that do under `needs_lead_in`.",
    question="Is the difference meant, and what can the few borrow from the others?",
    check=check,
    settings={
        "most": Setting(0.6, "share of the areas at a level that must have a lead or an agreement"),
        "fewest_areas": Setting(4, "number of areas at a level from which it makes sense to compare"),
    },
)
