"""Which fields hold ids of other entries, and of which sections: the one table that reading, checking and changing follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PARTY = ("roles", "organisations")
"""The sections whose entries can play a part."""

SECTION_WORDS: Mapping[str, str] = {
    "levels": "level",
    "pillars": "pillar",
    "organisation_types": "organisation type",
    "role_kinds": "kind of role",
    "agreement_types": "type of agreement",
    "areas": "area",
    "organisations": "organisation",
    "roles": "role",
    "responsibilities": "responsibility",
    "agreements": "agreement",
    "objectives": "objective",
    "funding": "funding entry",
    "sources": "source",
}
"""What an entry of each section is called."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds ids of `sections`; `path` leads to it in the model, `written` in a file.

    `history` marks what stays true when the entry it names has gone (who signed, what a body became, who used a word);
    `words` are fixed texts that may stand there too; `patterns` says whether `kind:K` and `type:T` may.
    """

    path: tuple[str, ...]
    sections: tuple[str, ...]
    written: tuple[str, ...]
    history: bool = False
    words: frozenset[str] = frozenset()
    patterns: bool = False


def _ref(path: str, *sections: str, written: str = "", history: bool = False, patterns: bool = False) -> Reference:
    steps = tuple(path.split("."))
    return Reference(steps, sections, tuple(written.split(".")) if written else steps, history, patterns=patterns)


_AREAS = _ref("areas", "areas", written="area")

REFERENCES: Mapping[str, tuple[Reference, ...]] = {
    "organisation_types": (_ref("holds", "organisation_types"), _ref("levels", "levels")),
    "role_kinds": (
        _ref("organisation_type", "organisation_types"),
        _ref("level", "levels"),
        _ref("accountable_to.to", "role_kinds", written="accountable_to.kind"),
    ),
    "agreement_types": (_ref("usual_parties", "organisation_types"),),
    "areas": (_ref("level", "levels"), _ref("within", "areas"), _ref("becomes", "areas", history=True)),
    "organisations": (
        _ref("type", "organisation_types"),
        _AREAS,
        _ref("becomes", "organisations", history=True),
    ),
    "roles": (
        _ref("kind", "role_kinds"),
        _ref("organisations", "organisations", written="organisation"),
        _AREAS,
        _ref("accountable_to.to", *PARTY, written="accountable_to.role"),
    ),
    "responsibilities": (
        _ref("pillar", "pillars"),
        _ref("also", "pillars"),
        _ref("part_of", "responsibilities"),
        _ref("objective", "objectives"),
        _ref("needs_lead_at", "levels"),
        _ref("needs_lead_in", "areas"),
        _ref("needs_lead_where", "organisation_types"),
        _ref("law.holder", "organisation_types", "role_kinds"),
        _ref("law.may_hold", "organisation_types", "role_kinds"),
        _ref("law.delegated_by", "organisation_types", "role_kinds"),
        _ref("typical_lead", "role_kinds"),
        _ref("typical_contributors", "role_kinds"),
    ),
    "assignments": (
        _ref("responsibility", "responsibilities"),
        _ref("at", "areas", "levels"),
        *(
            _ref(part, *PARTY, patterns=True)
            for part in ("leads", "accountable", "delivers", "contributes", "consulted", "informed")
        ),
        Reference(("basis",), ("agreements",), ("basis",), words=frozenset({"law", "custom", "claim"})),
        _ref("said_by", *PARTY),
    ),
    "agreements": (
        _ref("type", "agreement_types"),
        _ref("parties", *PARTY),
        _ref("covers.responsibility", "responsibilities"),
        _ref("covers.at", "areas", "levels"),
        _ref("covers.leads", *PARTY, patterns=True),
        _ref("covers.accountable", *PARTY, patterns=True),
        _ref("signed", *PARTY, history=True),
        _ref("area", "areas"),
        _ref("delegates.giver", *PARTY, written="delegates.from"),
        _ref("delegates.to", *PARTY),
        _ref("funding.giver", *PARTY, written="funding.from"),
        _ref("funding.to", *PARTY),
        _ref("funding.fund", "funding"),
        _ref("reports_to", *PARTY),
        _ref("supersedes", "agreements", history=True),
    ),
    "objectives": (_ref("owner", *PARTY),),
    "funding": (_ref("holder", *PARTY), _ref("responsibilities", "responsibilities", written="for")),
    "glossary": (_ref("definitions.used_by", *PARTY, history=True),),
}
"""The references of each section; of all of them, `source` is one too where it has the form of an id."""
