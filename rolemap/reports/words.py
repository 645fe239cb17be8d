"""The words of reports: dates, shares, states, parts, bases, laws and sources, in plain British English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rolemap.findings import Severity
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Agreement, Entry, Part
from rolemap.model.words import percent
from rolemap.pictures.palette import STATES, state_key
from rolemap.reports.blocks import Chip, Run

DANGLING = re.compile("(?: (?:and|for|in|of|or|the|to|with))+$")
"""Small words that nothing follows where words were cut."""

NAMED = re.compile(r"\b[A-Z][a-z]")
"""A further word with a capital, as names have."""

PARTS_SAID: dict[Part, str] = {
    Part.LEADS: "Leads",
    Part.ACCOUNTABLE: "Is accountable for",
    Part.DELIVERS: "Delivers",
    Part.CONTRIBUTES: "Contributes to",
    Part.CONSULTED: "Is consulted on",
    Part.INFORMED: "Is told of",
}
SEVERITIES: dict[Severity, str] = {
    Severity.ERROR: "Needs a decision",
    Severity.WARNING: "Worth a look",
    Severity.PROMPT: "Question worth asking",
}
BASES = {"law": "the law", "custom": "custom", "claim": "a claim, not agreed"}
CONFIDENCES = {
    "verified": "checked against the source",
    "reported": "reported, not checked",
    "assumed": "assumed, not confirmed",
}
STATUSES = {
    "draft": "Draft",
    "proposed": "Proposed",
    "agreed": "Agreed",
    "signed": "Signed",
    "under-review": "Under review",
    "superseded": "Replaced",
    "ended": "Ended",
}
NO_LEAD = "No lead is recorded"
WEB = re.compile(r"https?://[^\s<>\"'\x00-\x20]+\Z", re.IGNORECASE)
"""An address a report may link to; anything else stays words."""


def chip(key: str) -> Chip:
    """Return a state as a cell of a table."""
    look = STATES[key]
    return Chip(look.word, look.symbol, key)


def chip_of(cell: Cell) -> Chip:
    """Return the state of a square as a cell of a table."""
    return chip(state_key(cell))


def share(part: int, whole: int) -> str:
    """Return "94% (471 of 499)"; "none needed" of nothing."""
    return f"{percent(part, whole)}% ({part:,} of {whole:,})" if whole else "none needed"


def short(words: str, most: int = 28) -> str:
    """Return words for the name of a sheet or a file: whole words only, at most `most` characters."""
    if len(words) <= most:
        return words
    kept = words[: most + 1].rsplit(" ", 1)[0]
    return DANGLING.sub("", kept).rstrip(" ,;")[:most]


def lower_first(words: str) -> str:
    """Return the words for the middle of a sentence: a capital that only begins a sentence becomes small.

    That of a name stays, which is told by another word with a capital ("Department of Health"), and of an abbreviation.
    """
    if not words[1:2].islower() or NAMED.search(words[1:]):
        return words
    return words[:1].lower() + words[1:]


def upper_first(words: str) -> str:
    """Return the words for the beginning of a sentence or a cell."""
    return words[:1].upper() + words[1:]


def link(words: str, address: str) -> Run:
    """Return words that link to a web address, or the words alone where it is none."""
    return Run(words, link=address if WEB.match(address) else "")


def kind_name(graph: RoleGraph, id: str) -> str:
    """Return the name of an organisation type or role kind, else the id."""
    landscape = graph.landscape
    if id in landscape.organisation_types:
        return landscape.organisation_types[id].name
    return landscape.role_kinds[id].title if id in landscape.role_kinds else id


def party_words(graph: RoleGraph, party: str, name: Callable[[str], str]) -> str:
    """Return who is meant by a party or a pattern: "the director of public health of each area"."""
    return f"the {lower_first(kind_name(graph, party.partition(':')[2]))} of each area" if ":" in party else name(party)


def place_words(graph: RoleGraph, id: str) -> str:
    """Return the name of an area; of a level "every area at place level"; empty for none."""
    level = graph.landscape.levels.get(id)
    return f"every area at {level.name.lower()} level" if level else graph.landscape.title(id)


def agreement_kind(graph: RoleGraph, agreement: Agreement) -> str:
    """Return the name of an agreement's type; empty if none is recorded."""
    known = graph.landscape.agreement_types.get(agreement.type)
    return known.name if known else agreement.type


def basis(graph: RoleGraph, id: str) -> str:
    """Return a basis in words: an agreement by its title; empty if none is recorded."""
    return BASES.get(id) or graph.landscape.title(id)


def sources(graph: RoleGraph, entry: Entry, numbers: Mapping[str, str]) -> str:
    """Return where an entry is known from: the numbers of the map's sources, then other titles and free words."""
    known = graph.landscape.sources
    numbered = [numbers[source] for source in entry.source if source in numbers]
    others = [known[source].title if source in known else source for source in entry.source if source not in numbers]
    return "; ".join([", ".join(numbered), *others] if numbered else others)
