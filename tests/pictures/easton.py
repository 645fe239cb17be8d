"""Small maps for tests of pictures: one to know by heart, one of any size, one whose texts try to be more than text."""

from __future__ import annotations

EASTON = """
map: {title: Northshire, area: northshire}
levels:
  system: {name: System, order: 1}
  place: {name: Place, order: 2}
pillars:
  behaviours: {name: Health behaviours, order: 1}
  places: {name: Places, order: 2}
areas:
  northshire: {name: Northshire, level: system}
  easton: {name: Easton, level: place, within: [northshire]}
  westby: {name: Westby, level: place, within: [northshire]}
organisations:
  icb: {name: NHS Northshire, area: northshire}
  easton-council: {name: Easton Council, area: easton}
  westby-council: {name: Westby Council, area: westby}
roles:
  easton-dph: {title: Director of public health, organisation: easton-council, accountable_to: [{role: icb, how: professional}]}
  westby-dph: {title: Director of public health, organisation: westby-council, vacant: true}
responsibilities:
  smoking: {title: Stop smoking services, pillar: behaviours, needs_lead_at: [place]}
  parks: {title: Parks, pillar: places, needs_lead_at: [place]}
  strategy: {title: Prevention strategy, pillar: behaviours, needs_lead_at: [system]}
assignments:
  - {responsibility: smoking, at: easton, leads: easton-dph, basis: core-offer, contributes: [icb]}
  - {responsibility: smoking, at: westby, leads: westby-dph, basis: custom}
  - {responsibility: parks, at: easton, leads: [easton-council, icb]}
  - {responsibility: parks, at: westby, leads: westby-council, status: proposed}
  - {responsibility: strategy, at: northshire, leads: icb, basis: custom}
agreements:
  core-offer:
    title: Core offer
    parties: [icb, easton-council]
    status: signed
    covers: [{responsibility: smoking, at: easton}]
"""

HOSTILE = (
    "</script><script>window.hurt=1</script>",
    "<img src=http://example.org/x onerror=window.hurt=2>",
    "a href='javascript:window.hurt=3' \"quoted\" `ticked` ${window.hurt=4}",
    "**bold** [link](https://example.org) $x$ :smile:",
    "right \u202eleft\u202c \u200bhidden\u0085 end",
)
"""Texts that must stay text."""


def hostile() -> str:
    """Return a map whose every title is one of `HOSTILE`."""
    names = [repr_yaml(text) for text in HOSTILE]
    return f"""
map: {{title: {names[0]}, area: a}}
levels: {{place: {{name: {names[1]}, order: 1}}}}
pillars: {{p: {{name: {names[2]}, order: 1}}}}
areas: {{a: {{name: {names[3]}, level: place}}}}
organisations: {{o: {{name: {names[2]}, area: a}}}}
roles: {{r: {{title: {names[4]}, organisation: o}}}}
responsibilities: {{s: {{title: {names[0]}, pillar: p, needs_lead_at: [place]}}}}
assignments: [{{responsibility: s, at: a, leads: r, contributes: [o], basis: g}}]
agreements: {{g: {{title: {names[1]}, parties: [o], status: signed, covers: [{{responsibility: s, at: a}}]}}}}
"""


def repr_yaml(text: str) -> str:
    """Return `text` as a double-quoted YAML scalar."""
    escaped = "".join(one if " " <= one <= "~" and one not in '"\\' else f"\\u{ord(one):04x}" for one in text)
    return f'"{escaped}"'


def large(places: int, responsibilities: int) -> str:
    """Return a map of so many places, each with a council whose director leads every responsibility."""
    lines = [
        "map: {title: Large, area: all}",
        "levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}",
    ]
    lines.append("pillars: {a: {name: Pillar A, order: 1}, b: {name: Pillar B, order: 2}}")
    lines.append("organisation_types: {council: {name: Council}}\nrole_kinds: {dph: {title: Director}}")
    lines.append("areas:\n  all: {name: All, level: system}")
    lines += [f"  p{n}: {{name: Place {n}, level: place, within: [all]}}" for n in range(places)]
    lines.append("organisations:")
    lines += [f"  c{n}: {{name: Council {n}, type: council, area: p{n}}}" for n in range(places)]
    lines.append("roles:")
    lines += [f"  d{n}: {{title: Director, kind: dph, organisation: c{n}}}" for n in range(places)]
    lines.append("responsibilities:")
    lines += [
        f"  r{n}: {{title: Responsibility number {n}, pillar: {'ab'[n % 2]}, needs_lead_at: [place]}}"
        for n in range(responsibilities)
    ]
    lines.append("assignments:")
    lines += [
        f"  - {{responsibility: r{n}, at: place, leads: 'kind:dph', basis: custom}}" for n in range(responsibilities)
    ]
    return "\n".join(lines)
