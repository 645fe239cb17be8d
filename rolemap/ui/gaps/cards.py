"""Findings as cards: chosen by filters, put in order, and each as HTML with its question for the room."""

from __future__ import annotations

from collections.abc import Iterable

from rolemap.findings import RULES, Finding, Group, Rule, grouped
from rolemap.findings.themes import THEMES, theme_of
from rolemap.graph import RoleGraph
from rolemap.pipeline import Analysis
from rolemap.ui.filters import Filters, FindingFilters
from rolemap.ui.leads.details import file_line
from rolemap.ui.remembered import remembered
from rolemap.ui.safe import Html, html, joined, marked
from rolemap.ui.words import SEVERITIES, count, long_date

CARDS_ON_A_PAGE = 10
SUBJECTS_ON_A_CARD = 12
"""How many areas, responsibilities or entries a card lists without being asked."""

PLACES_ON_A_CARD = 5
RULE_OF: dict[str, Rule] = {rule.code: rule for rule in RULES}


def chosen_findings(
    findings: Iterable[Finding], filters: Filters, more: FindingFilters, graph: RoleGraph
) -> tuple[Finding, ...]:
    """Return the findings that the filters let through, in the order given."""
    return tuple(finding for finding in findings if _wanted(finding, filters, more, graph))


def _wanted(finding: Finding, filters: Filters, more: FindingFilters, graph: RoleGraph) -> bool:
    responsibility = graph.landscape.responsibilities.get(finding.responsibility)
    pillars = {finding.pillar, *(responsibility.also if responsibility else ())}
    words = filters.text.casefold().split()
    text = f"{finding.message} {finding.name} {finding.code}".casefold()
    return (
        (more.accepted or finding.accepted is None)
        and (not more.themes or theme_of(finding.code) in more.themes)
        and (not more.severities or finding.severity in more.severities)
        and (not filters.levels or finding.level in filters.levels)
        and (not filters.areas or finding.area in filters.areas)
        and (not filters.pillars or not pillars.isdisjoint(filters.pillars))
        and all(word in text for word in words)
    )


@remembered
def shown_findings(analysis: Analysis, filters: Filters, more: FindingFilters) -> tuple[Finding, ...]:
    """Return the findings of a map that the filters let through, in its order."""
    return chosen_findings(analysis.findings, filters, more, analysis.graph)


@remembered
def shown_groups(analysis: Analysis, filters: Filters, more: FindingFilters) -> tuple[Group, ...]:
    """Return the findings of a map that the filters let through, as `in_themes` does."""
    return tuple(in_themes(analysis.graph, shown_findings(analysis, filters, more)))


def in_themes(graph: RoleGraph, findings: Iterable[Finding]) -> list[Group]:
    """Return the findings as groups: by theme in the order of the page, then what matters most, then the widest spread."""
    order = list(THEMES)
    return sorted(
        grouped(graph, findings),
        key=lambda group: (
            order.index(theme) if (theme := theme_of(group.first.code)) in order else len(order),
            group.first.severity.rank,
            -len(group.findings),
        ),
    )


def card(graph: RoleGraph, group: Group) -> Html:
    """Return one card: severity, the sentence, why it matters, the question, how to settle it, where it is written."""
    first = group.first
    rule = RULE_OF.get(first.code)
    questions = list(dict.fromkeys(finding.question for finding in group.findings))[:3]
    return html(
        '<article class="rm-card"><p class="rm-kicker">{words}{accepted}</p><h3>{headline}</h3>{subjects}{tags}'
        '<p class="rm-ask"><strong>For the room:</strong> {questions}</p>{rule}{places}</article>',
        words=SEVERITIES[first.severity],
        accepted=_accepted(group),
        headline=f"{group.headline}.",
        subjects=_subjects(group),
        tags=_tags(graph, group),
        questions=" ".join(questions),
        rule=_rule_text(rule) if rule else "",
        places=_places(group),
    )


def _subjects(group: Group) -> Html:
    """Return what the headline is about as a list, where it does not name it; long lists fold away."""
    if not group.listed:
        return Html("")
    items = joined(html("<li>{subject}</li>", subject=subject) for subject in group.subjects)
    found = html('<ul class="rm-subjects">{items}</ul>', items=items)
    if len(group.subjects) <= SUBJECTS_ON_A_CARD:
        return found
    words = f"All {len(group.subjects)}"
    return html("<details><summary>{words}</summary>{found}</details>", words=words, found=found)


def _accepted(group: Group) -> str:
    found = [finding.accepted for finding in group.findings if finding.accepted]
    if not found:
        return ""
    until = f" until {long_date(found[0].until)}" if found[0].until else ""
    return f" · accepted{until}: {found[0].reason}" if len(group.findings) == 1 else f" · {len(found)} of them accepted"


def _tags(graph: RoleGraph, group: Group) -> Html:
    first = group.first
    title = graph.landscape.title
    tags = [title(id) for id in (first.pillar, first.level) if id]
    areas = {finding.area for finding in group.findings if finding.area}
    responsibilities = {finding.responsibility for finding in group.findings if finding.responsibility}
    tags += [count(len(areas), "area")] if areas else []
    tags += [count(len(responsibilities), "responsibility", "responsibilities")] if len(responsibilities) > 1 else []
    tags.append(first.code)
    items = joined(html("<li>{tag}</li>", tag=tag) for tag in tags)
    return html('<ul class="rm-tags">{items}</ul>', items=items)


def _rule_text(rule: Rule) -> Html:
    return html(
        "<details><summary>Why it matters, and how to settle it</summary><p>{why}</p>"
        "<p><strong>How to settle it.</strong> {settle}</p>"
        "<p><strong>When it is not a problem.</strong> {not_when}</p></details>",
        why=marked(rule.why),
        settle=marked(rule.settle),
        not_when=marked(rule.not_when),
    )


def _places(group: Group) -> Html:
    places = list(dict.fromkeys(place for finding in group.findings for place in finding.places))
    items = joined(
        html("<li><code>{where}</code> {note}</li>", where=file_line(place.location), note=place.note)
        for place in places[:PLACES_ON_A_CARD]
    )
    more = len(places) - PLACES_ON_A_CARD
    rest = (
        html("<li>and {more}</li>", more=count(more, "more place in the files", "more places in the files"))
        if more > 0
        else ""
    )
    return html(
        "<details><summary>Where it is written</summary><ul class='rm-list'>{items}{rest}</ul></details>",
        items=items,
        rest=rest,
    )
