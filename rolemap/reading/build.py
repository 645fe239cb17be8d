"""From checked documents to the frozen values of the model: the place of each entry and item goes with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rolemap import model
from rolemap.reading import documents as shapes
from rolemap.reading import vocabulary
from rolemap.reading.assignments import assignment
from rolemap.reading.build_agreements import agreement
from rolemap.reading.build_common import common, items_of, place_of
from rolemap.reading.collect import Raw
from rolemap.reading.scalars import many


def entry_of(section: str, document: shapes.Document, raw: Raw) -> model.Entry:
    """Return the model's value of an entry of `section`."""
    return BUILDERS[section](document, raw)


def map_info(document: shapes.MapDocument, raw: Raw) -> model.MapInfo:
    """Return what a map says of itself."""
    return model.MapInfo(
        title=document.title,
        area=document.area,
        uses=many(document.uses),
        purpose=document.purpose,
        contact=document.contact,
        scheme=document.scheme,
        levels=many(document.levels),
        least_share=model.LEAST_SHARE if document.least_share is None else document.least_share,
        settings=document.settings,
        note=document.note,
        source=many(document.source),
        as_at=document.as_at,
        place=place_of(raw, raw.node),
    )


def _plain(
    kind: Callable[..., model.Entry], *, texts: tuple[str, ...] = (), lists: tuple[str, ...] = ()
) -> Callable[[Any, Raw], model.Entry]:
    """Return a builder for an entry whose fields are texts, numbers and lists of texts under the model's own names."""

    def build(document: Any, raw: Raw) -> model.Entry:  # noqa: ANN401 - one of the documents
        fields = {name: getattr(document, name) for name in texts}
        fields |= {name: many(getattr(document, name)) for name in lists}
        return kind(id=raw.path[-1], **fields, **common(document, raw))

    return build


def _ordered(kind: Callable[..., model.Entry]) -> Callable[[Any, Raw], model.Entry]:
    def build(document: Any, raw: Raw) -> model.Entry:  # noqa: ANN401
        return kind(
            id=raw.path[-1],
            name=document.name,
            order=document.order,
            description=document.description,
            **common(document, raw),
        )

    return build


def _role_kind(document: vocabulary.RoleKindDocument, raw: Raw) -> model.Entry:
    lines = tuple(
        model.Accountability(to=line.kind, how=line.how, place=place_of(raw, node))
        for line, node in zip(document.accountable_to, items_of(raw, "accountable_to"), strict=False)
    )
    return model.RoleKind(
        id=str(raw.path[-1]),
        title=document.title,
        also_known_as=many(document.also_known_as),
        organisation_type=many(document.organisation_type),
        level=document.level,
        community=document.community,
        statutory=document.statutory,
        accountable_to=lines,
        appointed_by=document.appointed_by,
        law=document.law,
        **common(document, raw),
    )


def _area(document: shapes.AreaDocument, raw: Raw) -> model.Entry:
    within = document.within
    shares: Mapping[str, float | None] = within if isinstance(within, dict) else dict.fromkeys(many(within))
    return model.Area(
        id=str(raw.path[-1]),
        name=document.name,
        level=document.level,
        within=shares,
        code=document.code,
        ods=document.ods,
        becomes=many(document.becomes),
        **common(document, raw),
    )


def _organisation(document: shapes.OrganisationDocument, raw: Raw) -> model.Entry:
    return model.Organisation(
        id=str(raw.path[-1]),
        name=document.name,
        type=document.type,
        areas=many(document.area),
        code=document.code,
        ods=document.ods,
        becomes=many(document.becomes),
        **common(document, raw),
    )


def _role(document: shapes.RoleDocument, raw: Raw) -> model.Entry:
    lines = tuple(
        model.Accountability(to=line.role, how=line.how, place=place_of(raw, node))
        for line, node in zip(document.accountable_to, items_of(raw, "accountable_to"), strict=False)
    )
    return model.Role(
        id=str(raw.path[-1]),
        title=document.title,
        kind=document.kind,
        organisations=many(document.organisation),
        areas=many(document.area),
        accountable_to=lines,
        holder=document.holder,
        vacant=document.vacant,
        capacity=document.capacity,
        **common(document, raw),
    )


def _responsibility(document: shapes.ResponsibilityDocument, raw: Raw) -> model.Entry:
    law = document.law
    return model.Responsibility(
        id=str(raw.path[-1]),
        title=document.title,
        pillar=document.pillar,
        also=many(document.also),
        domain=document.domain,
        part_of=document.part_of,
        objective=document.objective,
        needs_lead_at=many(document.needs_lead_at),
        needs_lead_in=many(document.needs_lead_in),
        needs_lead_where=many(document.needs_lead_where),
        law=model.Law(
            kind=law.kind,
            holder=many(law.holder),
            may_hold=many(law.may_hold),
            delegated_by=many(law.delegated_by),
            reference=law.reference,
        ),
        statutory=document.statutory,
        typical_lead=document.typical_lead,
        typical_contributors=many(document.typical_contributors),
        scope_note=document.scope_note,
        **common(document, raw),
    )


def _funding(document: vocabulary.FundingDocument, raw: Raw) -> model.Entry:
    return model.Funding(
        id=str(raw.path[-1]),
        title=document.title,
        amount=document.amount,
        currency=document.currency,
        period=document.period,
        holder=document.holder,
        responsibilities=many(document.for_),
        **common(document, raw),
    )


def _term(document: vocabulary.TermDocument, raw: Raw) -> model.Entry:
    return model.Term(
        id=str(raw.path[-1]),
        title=document.title or str(raw.path[-1]).replace("-", " "),
        contested=document.contested,
        why_it_matters=document.why_it_matters,
        definitions=tuple(
            model.Definition(
                text=one.text,
                used_by=many(one.used_by),
                source=many(one.source),
                url=one.url,
                confidence=one.confidence,
                place=place_of(raw, node),
            )
            for one, node in zip(document.definitions, items_of(raw, "definitions"), strict=False)
        ),
        **common(document, raw),
    )


def _acceptance(document: shapes.AcceptanceDocument, raw: Raw) -> model.Entry:
    return model.Acceptance(
        finding=document.finding, reason=document.reason, owner=document.owner, **common(document, raw)
    )


BUILDERS: dict[str, Callable[[Any, Raw], model.Entry]] = {
    "levels": _ordered(model.Level),
    "pillars": _ordered(model.Pillar),
    "organisation_types": _plain(
        model.OrganisationType, texts=("name", "legal_form", "how_many", "law"), lists=("holds", "levels")
    ),
    "role_kinds": _role_kind,
    "agreement_types": _plain(
        model.AgreementType,
        texts=("name", "what_it_is", "binding", "legal_basis"),
        lists=("should_have", "usual_parties"),
    ),
    "areas": _area,
    "organisations": _organisation,
    "roles": _role,
    "responsibilities": _responsibility,
    "assignments": lambda _, raw: assignment(raw),
    "agreements": agreement,
    "objectives": _plain(model.Objective, texts=("title", "measure", "owner")),
    "funding": _funding,
    "glossary": _term,
    "sources": _plain(model.Source, texts=("title", "publisher", "url", "date", "licence")),
    "accepted": _acceptance,
}
"""How each section's documents become values."""
