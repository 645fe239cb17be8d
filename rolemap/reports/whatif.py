"""What changes would make of a map, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from rolemap.changes import ChangeSet, Comparison, compare, describe
from rolemap.changes.describe import STATUS
from rolemap.findings import Finding
from rolemap.findings.rules.chg001_loose_end import RULE as LOOSE_END
from rolemap.model.words import counted, day
from rolemap.pipeline import Analysis
from rolemap.reports.check import VERSION
from rolemap.reports.check_json import finding_as_data
from rolemap.reports.diff import as_data, text_sections
from rolemap.reports.difference import in_short, sections
from rolemap.reports.plain import one_line

SHOWN_PLACES = 4
"""How many places of a loose end are printed; the rest are counted."""


@dataclass(frozen=True)
class WhatIf:
    """A map as some changes would make it as at `on`, and before: the same day without them.

    Without any change, `before` may be of an earlier day: what changes by itself until then.
    """

    change_sets: tuple[ChangeSet, ...]
    before: Analysis
    after: Analysis
    on: date

    @cached_property
    def comparison(self) -> Comparison:
        """Return how the two differ."""
        return compare(self.before.graph, self.after.graph)

    @cached_property
    def new_findings(self) -> tuple[Finding, ...]:
        """Return what is noticed after the changes and was not before, by id; loose ends included."""
        known = {one.id for one in self.before.findings}
        return tuple(one for one in self.after.findings if one.id not in known)

    @cached_property
    def gone_findings(self) -> tuple[Finding, ...]:
        """Return what was noticed before the changes and is not after."""
        known = {one.id for one in self.after.findings}
        return tuple(one for one in self.before.findings if one.id not in known)

    @property
    def compared(self) -> str:
        """Return which two things are compared, in one sentence."""
        if self.before.graph.on != self.on:
            return f"Before is the map as at {day(self.before.graph.on)}, after is the map as at {day(self.on)}."
        return f"Before is the map as at {day(self.on)} without these changes, after is the same day with them."

    @property
    def loose_ends(self) -> tuple[Finding, ...]:
        """Return what the changes leave loose."""
        return tuple(one for one in self.after.findings if one.code == LOOSE_END.code)


def write_text(found: WhatIf) -> str:
    """Return the result as text for people."""
    lines = [one_line(line) for line in _head(found)]
    lines += text_sections(sections(found.comparison))
    loose = found.loose_ends
    if loose:
        lines += ["", f"LOOSE ENDS ({len(loose)})"]
        lines += (one_line(line) for finding in loose for line in _loose(finding))
    new, gone = len(found.new_findings) - len(loose), len(found.gone_findings)
    lines += [
        "",
        f"Besides, {counted(new, 'finding is', 'findings are')} new and {gone:,} gone; --format json lists them.",
    ]
    return "\n".join(lines)


def _head(found: WhatIf) -> Iterator[str]:
    title = found.before.landscape.info.title
    yield f"{title + ', as' if title else 'As'} at {day(found.on)}: what if"
    yield found.compared
    for one in found.change_sets:
        begins = one.begins(found.on)
        if one.title:
            yield ""
            yield f"{one.title} (from {day(begins)}). {STATUS[one.status]}"
        if begins > found.on:
            yield f"  Nothing of this has begun as at {day(found.on)}."
        for sentence in _sentences(found, one):
            yield f"  - {sentence}"
        if one.note:
            yield f"  Note: {one.note}"
        if one.source:
            yield f"  Source: {'; '.join(one.source)}"
    yield ""
    yield "IN SHORT"
    yield from (f"  {line}" for line in in_short(found.comparison))


def _sentences(found: WhatIf, one: ChangeSet) -> tuple[str, ...]:
    """Return what a change set says, if it has begun."""
    begun = one.begins(found.on) <= found.on
    return describe(found.after.landscape, one, found.on, found.before.landscape) if begun else ()


def _loose(finding: Finding) -> Iterator[str]:
    yield f"  {finding.message}" + (f" Accepted for now: {finding.accepted.reason}" if finding.accepted else "")
    for place in finding.places[:SHOWN_PLACES]:
        yield f"      {place.location}: {place.note}"
    more = len(finding.places) - SHOWN_PLACES
    if more > 0:
        yield f"      and {more} more places; --format json lists them"


def write_json(found: WhatIf) -> str:
    """Return the result as a JSON document (docs/json.md)."""
    data = {
        "version": VERSION,
        "on": found.on.isoformat(),
        "compared": found.compared,
        "changes": [_change_set(found, one) for one in found.change_sets],
        "difference": as_data(found.comparison),
        "loose_ends": [finding_as_data(one) for one in found.loose_ends],
        "findings": {
            "new": [finding_as_data(one) for one in found.new_findings if one.code != LOOSE_END.code],
            "gone": [one.id for one in found.gone_findings],
        },
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _change_set(found: WhatIf, one: ChangeSet) -> dict[str, Any]:
    begins = one.begins(found.on)
    begun = begins <= found.on
    return {
        "title": one.title,
        "on": begins.isoformat(),
        "begun": begun,
        "status": one.status,
        "note": one.note,
        "source": list(one.source),
        "as_at": one.as_at,
        "sentences": list(_sentences(found, one)),
    }


FORMATS: dict[str, Callable[[WhatIf], str]] = {"text": write_text, "json": write_json}
"""The formats of a what-if."""
