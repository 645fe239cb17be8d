"""The sections of a map: which there are, and the shape of their entries."""

from __future__ import annotations

from rolemap.reading import documents as shapes
from rolemap.reading import vocabulary
from rolemap.reading.papers import AgreementDocument

ENTRY_SECTIONS: dict[str, type[shapes.Document]] = {
    "levels": vocabulary.LevelDocument,
    "pillars": vocabulary.PillarDocument,
    "organisation_types": vocabulary.OrganisationTypeDocument,
    "role_kinds": vocabulary.RoleKindDocument,
    "agreement_types": vocabulary.AgreementTypeDocument,
    "areas": shapes.AreaDocument,
    "organisations": shapes.OrganisationDocument,
    "roles": shapes.RoleDocument,
    "responsibilities": shapes.ResponsibilityDocument,
    "agreements": AgreementDocument,
    "objectives": vocabulary.ObjectiveDocument,
    "funding": vocabulary.FundingDocument,
    "glossary": vocabulary.TermDocument,
    "sources": vocabulary.SourceDocument,
}
"""The sections that are mappings from id to entry."""

LIST_SECTIONS: dict[str, type[shapes.Document]] = {
    "assignments": shapes.AssignmentDocument,
    "accepted": shapes.AcceptanceDocument,
}
"""The sections that are lists of entries without ids."""

SECTIONS: tuple[str, ...] = ("map", *ENTRY_SECTIONS, *LIST_SECTIONS)
"""Every section a file may have."""
