"""What is worth settling about one post or body: the questions that concern it, in its own words where it is one of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rolemap.findings import Finding
from rolemap.findings.words import counted
from rolemap.graph import Cell, RoleGraph
from rolemap.reports.blocks import Block, Bullets, Heading, Paragraph, Run, text
from rolemap.reports.figures import Figures, Numbered
from rolemap.reports.sections.deciding import sentence
from rolemap.reports.sections.noticed import brief

MOST_ASKED, FEWEST_ASKED = 3, 2
BRIEF = 210
"""How many characters of what is noticed a page shows."""

LITTLE = 50
"""How many characters more are not cut: what would be gained is not worth half a sentence."""


def asked(figures: Figures, parties: frozenset[str], cells: Sequence[Cell], most: int = MOST_ASKED) -> Iterator[Block]:
    """Yield the questions that concern these parties or what they lead, what matters most first and at most so many."""
    led = {(cell.responsibility, cell.area) for cell in cells if not parties.isdisjoint(cell.leads)}

    def concerns(finding: Finding) -> bool:
        return (
            not parties.isdisjoint((*finding.parties, finding.entity)) or (finding.responsibility, finding.area) in led
        )

    ranked = sorted(figures.groups, key=lambda item: item.group.first.severity.rank)
    found = [one for one in ranked if any(map(concerns, one.group.findings))]
    if found:
        yield Heading(1, "Worth settling")
        yield Bullets(
            tuple(
                (
                    Run(f"{one.number} ", bold=True),
                    Run(f"{_message(one, figures.graph, concerns)} {one.group.first.question}"),
                )
                for one in found[:most]
            )
        )
        more = len(found) - most
        others = f" There {'is' if more == 1 else 'are'} {counted(more, 'more item')} there." if more > 0 else ""
        yield Paragraph(text(f"The numbers are those of the findings list of the same map and day.{others}"))


def _message(one: Numbered, graph: RoleGraph, concerns: Callable[[Finding], bool]) -> str:
    """Return what is noticed: of many that say the same, that of the page's own if it is one alone; in short if it is long."""
    own = [finding for finding in one.group.findings if concerns(finding)]
    said = own[0].message if len(own) == 1 else one.group.message
    if len(said) <= BRIEF + LITTLE:
        return said
    return brief(said if len(own) == 1 else sentence(one.group, graph), BRIEF)
