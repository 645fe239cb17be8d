"""DEC001: an accepted finding no longer matches anything, its acceptance has run out, or no reason is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, place
from rolemap.findings.words import day
from rolemap.model import Acceptance

OWN = "DEC001@"
ELSEWHERE = ("ROOM", "CHG")
"""Codes of what a workshop finds, or a what-if, and not the map alone: a decision on those is not looked for here."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every accepted id that no rule found, whose last acceptance ran out, or that gives no reason.

    A decision may also accept one of these findings, so those about others come first.
    """
    found = set(evidence.earlier)
    on = evidence.graph.on
    for id, decisions in sorted(_decisions(evidence).items(), key=lambda item: item[0].count(OWN)):
        begun = [one for one in decisions if one.status != "proposed" and (one.start is None or one.start <= on)]
        over = [one for one in begun if one.until is not None and one.until < on]
        standing = [one for one in begun if one not in over]
        noticed = None
        if begun and not standing:
            noticed = _ended(id, _named(evidence, id), over, still=id in found)
        elif begun and id not in found:
            noticed = _nothing(id, _named(evidence, id), begun)
        elif standing and not any(one.reason.strip() for one in standing):
            noticed = _unexplained(id, _named(evidence, id), standing)
        if noticed is not None:
            found.add(OWN + id)
            yield noticed


def _decisions(evidence: Evidence) -> dict[str, list[Acceptance]]:
    found: dict[str, list[Acceptance]] = {}
    for one in evidence.graph.landscape.accepted:
        if not one.finding.startswith(ELSEWHERE):
            found.setdefault(one.finding, []).append(one)
    return found


def _named(evidence: Evidence, id: str) -> str:
    """Return a finding in words: what is noticed and of what; where the map does not know all of that, with its id."""
    landscape = evidence.graph.landscape
    code, *about = id.split("@")
    titles = [landscape.title(part) for part in about]
    known = [title for title, part in zip(titles, about, strict=True) if title != part]
    name = evidence.names.get(code, "")
    if not name or not known:
        return id
    first, *rest = known
    words = f"“{name.replace('-', ' ')}” (“{first}”{''.join(f', {one}' for one in rest)})"
    return words if len(known) == len(about) else f"{words}, written as {id}"


def _ended(id: str, named: str, decisions: list[Acceptance], *, still: bool) -> Noticed:
    last = max((one.until for one in decisions if one.until), default=None)
    when = day(last) if last else ""
    rest = "and the finding is still there" if still else "and the finding is no longer there"
    return Noticed(
        message=f"The decision to accept {named} ran out on {when}, {rest}.",
        summary=f"A decision to accept a finding has run out, {rest},",
        places=_places(decisions),
        entity=id,
        severity=None if still else Severity.PROMPT,
    )


def _nothing(id: str, named: str, decisions: Iterable[Acceptance]) -> Noticed:
    question = "Has this been settled, so that the decision can go, or is its finding written differently?"
    summary = "A decision to accept a finding matches nothing on the map today"
    return _asked(
        id, decisions, f"The decision to accept {named} matches no finding on the map today.", summary, question
    )


def _unexplained(id: str, named: str, decisions: Iterable[Acceptance]) -> Noticed:
    question = "Why was it decided to live with this, and who decided?"
    summary = "A finding is accepted, and no reason is recorded,"
    return _asked(id, decisions, f"The finding {named} is accepted, and no reason is recorded.", summary, question)


def _asked(id: str, decisions: Iterable[Acceptance], message: str, summary: str, question: str) -> Noticed:
    places = _places(decisions)
    return Noticed(
        message=message, summary=summary, places=places, entity=id, severity=Severity.PROMPT, question=question
    )


def _places(decisions: Iterable[Acceptance]) -> tuple[Place, ...]:
    return tuple(place(one, "the decision") for one in decisions)


RULE = Rule(
    code="DEC001",
    name="accepted-nothing",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for=(
        "A decision under `accepted` whose last day has passed, whose finding is not found on the map on this day, or that "
        "gives no reason. "
        "Decisions on what a workshop found, or on what a what-if leaves loose, are left alone."
    ),
    why=(
        "A decision to live with something holds for a time and for one thing. Kept beyond that it hides what comes next. "
        "This is our own reasoning."
    ),
    example="""\
map: {title: A decision about nothing, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
accepted:
  - {finding: GAP001@falls@easton, reason: Led for the system as a whole, owner: Easton board}
""",
    settle=(
        "Decide again and record a new `until`, write down the reason, or remove the decision once its finding has gone; "
        "check the id's spelling."
    ),
    not_when="The finding has only gone for now, for instance because the map is being read as at another date.",
    question="Does this decision still stand, and until when?",
    check=check,
)
