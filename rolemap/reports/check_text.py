"""`rolemap check` as text for people: problems, or findings grouped by theme, and a summary in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings import Group
from rolemap.findings.themes import theme_title
from rolemap.graph import Counts
from rolemap.model.words import counted, percent
from rolemap.reports.check import Checked
from rolemap.reports.plain import one_line

SHOWN_PLACES = 3
"""How many places of a group are printed; the rest are counted."""


def write(result: Checked) -> str:
    """Return the result as text."""
    lines = _problems(result) if result.problems else [*_findings(result), *_summary(result)]
    return "\n".join(lines)


def _problems(result: Checked) -> list[str]:
    lines: list[str] = []
    for problem in result.problems:
        lines.append(one_line(f"{problem.place}: {problem.sentence}"))
        if problem.hint:
            lines.append(f"    {one_line(problem.hint)}")
        lines += [f"    see {one_line(str(place))}" for place in problem.related]
    return [*lines, "", f"{result.map} cannot be read: {counted(len(result.problems), 'problem')}."]


def _findings(result: Checked) -> Iterator[str]:
    theme = ""
    for group in sorted(result.groups, key=lambda one: (one.first.severity.rank, one.first.code)):
        title = f"{theme_title(group.first.code)}: {group.first.severity.value}s"
        if title != theme:
            theme = title
            yield title.upper()
        yield from _group(group)
        yield ""


def _group(group: Group) -> Iterator[str]:
    first = group.first
    yield f"  {first.code} {one_line(group.message)}"
    yield f"      Ask: {one_line(first.question)}"
    places = list(dict.fromkeys(place.location for finding in group.findings for place in finding.places))
    shown = ", ".join(one_line(str(place)) for place in places[:SHOWN_PLACES])
    more = len(places) - SHOWN_PLACES
    yield f"      See: {shown}" + (f" and {counted(more, 'more place')}" if more > 0 else "")


def _summary(result: Checked) -> Iterator[str]:
    summary = result.summary
    if summary is None:
        return
    accepted = len(result.findings) - len(result.open)
    yield f"{one_line(result.title) or result.map}, as at {result.on.isoformat()}"
    yield f"  {sentence(summary.all)}"
    for level, counts in summary.by_level.items() if len(summary.by_level) > 1 else ():
        yield f"  {level or 'no level'}: {sentence(counts)}"
    number, groups = len(result.open), len(result.groups)
    notes = counted(number, "finding") + (f" in {counted(groups, 'group')}" if groups < number else "")
    yield f"  {notes}" + (f"; {accepted} more accepted." if accepted else ".")


def sentence(counts: Counts) -> str:
    """Return the counts as one sentence people understand."""
    if not counts.cells:
        return "No lead is needed anywhere."
    assumed = counts.clear - counts.backed
    parts = [
        f"{counts.backed} of {counts.cells} are clear and rest on law or agreement ({percent(counts.backed, counts.cells)}%)",
        f"{assumed} clear but assumed" if assumed else "",
        f"{counts.contested} contested" if counts.contested else "",
        f"{counts.vacant} with a vacant lead" if counts.vacant else "",
        f"{counts.proposed} only proposed" if counts.proposed else "",
        f"{counts.gap} without a lead" if counts.gap else "",
    ]
    return "; ".join(part for part in parts if part) + "."
