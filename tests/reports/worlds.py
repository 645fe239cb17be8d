"""Maps that reports are tried on: the shipped examples, an empty one, and one whose every text tries to be more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from rolemap.pipeline import Analysis, analyse, examine
from rolemap.reading.catalogues import CONFIGS
from rolemap.reports.blocks import Document
from rolemap.reports.content import KINDS
from rolemap.reports.export import choices
from rolemap.reports.figures import Figures
from tests.worlds import landscape

ON = date(2026, 11, 21)
EXAMPLES = sorted(path.name for path in (CONFIGS / "examples").iterdir())
EMPTY = "map: {title: Nothing yet}\n"
NASTY = (
    '=1+1 | <script>alert(1)</script> *b* `c` [d](js:e) \\x1b[2J\\u202eabc\\u202c & \\"q\\" 🙂 שלום 漢字 \\u0007 # h'
)
"""Text, as written between double quotes in YAML, that is a formula, markup, a control code, right-to-left and more."""

HOSTILE = f"""\
map: {{title: "{NASTY}", area: easton, purpose: "{NASTY}", note: "{NASTY}"}}
levels: {{place: {{name: "{NASTY}", order: 1}}}}
pillars: {{p: {{name: "{NASTY}", order: 1}}}}
areas: {{easton: {{name: "{NASTY}", level: place}}, westby: {{name: "{"Long " * 40}", level: place, within: easton}}}}
organisations:
  c: {{name: "{NASTY}", area: easton, note: "{NASTY}"}}
roles:
  d: {{title: "{NASTY}", organisation: c, holder: "{NASTY}", accountable_to: [{{role: c}}]}}
responsibilities:
  r: {{title: "{NASTY}", pillar: p, needs_lead_at: place, statutory: true, law: {{kind: duty, reference: "{NASTY}"}}}}
  s: {{title: "{"W" * 300}", pillar: p, needs_lead_at: place}}
agreements:
  a:
    title: "{NASTY}"
    parties: [c, d]
    covers: [{{responsibility: r, at: easton, leads: d}}]
    status: signed
    signed: 2026-01-01
    escalation: "{NASTY}"
    documents: ["javascript:alert(1)", "https://example.org/?a=<b>|c"]
    delegates: {{from: c, to: d}}
    funding: [{{amount: 1.5, currency: "{NASTY}", from: c, period: "{NASTY}"}}]
assignments:
  - {{responsibility: r, at: easton, leads: [c, d], basis: claim, note: "{NASTY}", source: "javascript:alert(2)"}}
glossary: {{t: {{title: "{NASTY}", contested: true, definitions: [{{text: "{NASTY}", used_by: c}}, {{text: "-2"}}]}}}}
sources: {{x: {{title: "{NASTY}", url: "javascript:alert(3)"}}}}
"""


@cache
def example(name: str) -> Analysis:
    """Return the analysis of a shipped example as at the day of these tests."""
    return analyse(CONFIGS / "examples" / name, ON)


@cache
def small(text: str) -> Analysis:
    """Return the analysis of a map written in a test."""
    return examine(landscape(text), ON)


def figures(analysis: Analysis, kind: str, **others: Analysis) -> Figures | None:
    """Return figures for a kind, about the first entry it can be about; None where the map has none."""
    wanted = Figures(analysis, **others)
    if not KINDS[kind].about:
        return wanted
    known = list(choices(wanted, kind))
    own = [id for id in known if not getattr(_entry(analysis, id), "catalogue", "")]
    return Figures(analysis, about=own[0], **others) if own else None


def _entry(analysis: Analysis, id: str) -> object:
    return analysis.landscape.party(id) or analysis.landscape.agreements.get(id)


def documents(analysis: Analysis) -> Iterator[tuple[str, Document]]:
    """Yield a report of every kind the map can have; each is built once."""
    if id(analysis) not in _BUILT:
        found = ((kind, figures(analysis, kind)) for kind in KINDS)
        _BUILT[id(analysis)] = {kind: KINDS[kind].build(wanted) for kind, wanted in found if wanted is not None}
    yield from _BUILT[id(analysis)].items()


_BUILT: dict[int, dict[str, Document]] = {}
"""By the identity of an analysis, all of which live as long as the tests."""
