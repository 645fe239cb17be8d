"""A small map whose every text tries to be more than text."""

HOSTILE = b"""\
map: {title: "<img src=x onerror=alert(1)> **bold** $x^2$ :smile:", area: easton, purpose: "[here](javascript:alert(2))"}
levels: {place: {name: "Place <i>l</i>", order: 1}}
pillars: {p: {name: "Pillar <b>b</b>", order: 1}}
areas: {easton: {name: "Easton <u>u</u>", level: place}}
organisations: {c: {name: "=cmd|' /C calc'!A0 <svg onload=alert(3)>", area: easton}}
roles: {d: {title: "Director <a href='javascript:alert(4)'>x</a>", organisation: c, note: "<script>1</script>"}}
responsibilities:
  r: {title: "R <img src=x onerror=alert(5)>", pillar: p, needs_lead_at: [place], source: "javascript:alert(6)"}
  s: {title: "+Second", pillar: p, needs_lead_at: [place], source: "https://example.org/a?b=<x>"}
assignments:
  - {responsibility: r, at: easton, leads: d, basis: claim, note: "<b>n</b>"}
"""
