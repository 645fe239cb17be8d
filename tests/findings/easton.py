"""A small world that tests of rules add to: a system with two places, councils, a trust and a few posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rolemap import pipeline
from tests import worlds

WORLD = """\
map: {title: Easton and around, area: northshire}
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
organisation_types: {council: {name: Council}, icb: {name: Integrated care board}, trust: {name: NHS trust}}
role_kinds: {dph: {title: Director of public health, organisation_type: council}}
areas:
  northshire: {name: Northshire, level: system}
  easton: {name: Easton, level: place, within: [northshire]}
  westby: {name: Westby, level: place, within: [northshire]}
organisations:
  northshire-icb: {name: Northshire ICB, type: icb, area: northshire}
  easton-council: {name: Easton Council, type: council, area: easton}
  westby-council: {name: Westby Council, type: council, area: westby}
  easton-trust: {name: Easton Trust, type: trust, area: easton}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
  smoking: {title: Stop smoking services, needs_lead_at: [place], law: {kind: duty, holder: [council]}}
roles:
  easton-dph: {title: Director of public health, kind: dph, organisation: easton-council}
  westby-dph: {title: Director of public health, kind: dph, organisation: westby-council}
  trust-lead: {title: Falls lead, organisation: easton-trust}
"""
"""Its last section is `roles`, so that a test may go on with further roles."""

END = WORLD.count("\n")
"""The number of lines of the world: what a test adds begins at END + 1."""


def line(id: str) -> int:
    """Return the line of an entry of the world."""
    return next(number for number, text in enumerate(WORLD.splitlines(), 1) if text.startswith(f"  {id}:"))


def found(more: str, code: str, on: date = worlds.DAY) -> list[tuple[str, list[int]]]:
    """Return the id and lines of the findings of `code` in the world with `more` added."""
    return worlds.findings(WORLD + more, code, on)


def ids(more: str, code: str, on: date = worlds.DAY) -> list[str]:
    """Return the ids of the findings of `code` in the world with `more` added."""
    return [id for id, _ in found(more, code, on)]


def messages(more: str, code: str, on: date = worlds.DAY) -> list[str]:
    """Return the sentences of the findings of `code`, each with its severity in front."""
    landscape = worlds.landscape(WORLD + more)
    return [
        f"{one.severity}: {unquoted(one.message)}"
        for one in pipeline.examine(landscape, on).findings
        if one.code == code
    ]


def ids_of_baseline(more: str, code: str) -> list[str]:
    """Return the ids of the findings of `code` if every assignment came from a catalogue."""
    landscape = worlds.landscape(WORLD + more)
    shipped = tuple(replace(one, catalogue="england") for one in landscape.assignments)
    examined = pipeline.examine(replace(landscape, assignments=shipped), worlds.DAY)
    return [one.id for one in examined.findings if one.code == code]


def unquoted(sentence: str) -> str:
    """Return a sentence without the marks around titles, which tests do not compare."""
    return sentence.translate({ord("“"): None, ord("”"): None})
