"""From a checked agreement to its frozen value."""

from __future__ import annotations

from datetime import date

from rolemap import model
from rolemap.reading.build_common import common, items_of, place_of
from rolemap.reading.collect import Raw
from rolemap.reading.papers import AgreementDocument
from rolemap.reading.scalars import many


def agreement(document: AgreementDocument, raw: Raw) -> model.Agreement:
    """Return the agreement."""
    signed = document.signed
    delegates = document.delegates if isinstance(document.delegates, list) else [document.delegates]
    return model.Agreement(
        id=str(raw.path[-1]),
        title=document.title,
        type=document.type,
        parties=many(document.parties),
        covers=tuple(
            model.Cover(
                responsibility=cover.responsibility,
                at=cover.at,
                leads=many(cover.leads),
                accountable=many(cover.accountable),
                place=place_of(raw, node),
            )
            for cover, node in zip(document.covers, items_of(raw, "covers"), strict=False)
        ),
        signed=signed if isinstance(signed, dict) else {},
        signed_on=signed if isinstance(signed, date) else None,
        review=document.review,
        term=document.term,
        purpose=document.purpose,
        area=document.area,
        legal_basis=document.legal_basis,
        delegates=tuple(
            model.Delegation(giver=one.from_, to=one.to, sub_delegation=one.sub_delegation, place=place_of(raw, node))
            for one, node in zip(delegates, items_of(raw, "delegates"), strict=False)
        ),
        funding=tuple(
            model.Money(
                amount=one.amount,
                currency=one.currency,
                period=one.period,
                giver=one.from_,
                to=one.to,
                pooled=one.pooled,
                fund=one.fund,
                place=place_of(raw, node),
            )
            for one, node in zip(document.funding, items_of(raw, "funding"), strict=False)
        ),
        escalation=document.escalation,
        reports_to=many(document.reports_to),
        documents=many(document.documents),
        supersedes=many(document.supersedes),
        **common(document, raw),
    )
