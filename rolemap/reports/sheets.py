"""Who leads on what, and findings, as CSV for people: titles and names in place of ids, one line each."""

from __future__ import annotations

from collections.abc import Iterable

from rolemap.exchange.tables import csv_text
from rolemap.findings import Finding
from rolemap.graph import Cell, RoleGraph
from rolemap.graph.leads import row
from rolemap.model import PARTS, Part
from rolemap.pictures.palette import state_look
from rolemap.reports.grounds import with_standing

LEADS = (
    *("Responsibility", "Pillar", "Level", "Area", "State", "Backed by law or agreement", "Who leads", "Accountable"),
    *("Delivers", "Contributes", "Consulted", "Informed", "On what basis", "Status", "From", "Until", "Counted"),
)
FINDINGS = (
    *("Finding", "Code", "Name", "Severity", "Confidence", "What rolemap notices", "Question for the room"),
    *("Responsibility", "Area", "Level", "Pillar", "Parties", "File", "Line", "Accepted because"),
)
YES_NO = {True: "yes", False: "no", None: ""}


def leads_sheet(graph: RoleGraph, cells: Iterable[Cell]) -> str:
    """Return squares as CSV, one line each; "Counted" says whether a lead is needed there."""
    return csv_text(LEADS, (_leads_line(graph, cell) for cell in cells))


def _leads_line(graph: RoleGraph, cell: Cell) -> list[str]:
    title = graph.landscape.title
    found = row(graph, cell)
    named: dict[Part, str] = {part: "; ".join(title(party) for party in cell.parties(part)) for part in PARTS}
    return [
        *(found.title, title(found.pillar), title(found.level), title(found.area)),
        *(state_look(cell).word, YES_NO[found.backed]),
        *named.values(),
        *(with_standing(graph, found.basis), found.status),
        *(day.isoformat() if day else "" for day in (found.start, found.until)),
        YES_NO[found.needed],
    ]


def findings_sheet(graph: RoleGraph, findings: Iterable[Finding]) -> str:
    """Return findings as CSV, one line each."""
    return csv_text(FINDINGS, (_finding_line(graph, finding) for finding in findings))


def _finding_line(graph: RoleGraph, finding: Finding) -> list[str]:
    title = graph.landscape.title
    place = finding.places[0].location
    return [
        *(finding.id, finding.code, finding.name, finding.severity.value, finding.confidence.value),
        *(finding.message, finding.question, title(finding.responsibility), title(finding.area)),
        *(title(finding.level), title(finding.pillar), "; ".join(title(party) for party in finding.parties)),
        *(place.file, str(place.line or ""), finding.accepted.reason if finding.accepted else ""),
    ]
