"""On what authority a lead rests: the law, or an agreement in force that covers it there (docs/model.md, step 6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from rolemap.graph.asat import AsAt
from rolemap.model import Agreement, Assignment, Cover, Law, said_at

UNAGREED = frozenset({"custom", "claim"})
"""Bases that say in so many words that no agreement stands behind a lead."""
Covering = tuple[str, Cover]
"""The id of an agreement, and the one of its covers that speaks of a place."""
Covers = dict[str, list[Covering]]
"""What covers one responsibility, by area or level; under an empty text what covers it everywhere."""


def covering(covers: Covers, area: str, level: str) -> list[Covering]:
    """Return those of `covers` that speak of an area."""
    return [found for at in said_at(area, level) for found in covers.get(at, ())]


class Backing:
    """Answers whether leads are backed on the day of a view."""

    def __init__(self, view: AsAt) -> None:
        self._view = view
        self._covers: dict[str, Covers] = defaultdict(lambda: defaultdict(list))
        for agreement in view.landscape.agreements.values():
            if view.in_use(agreement):
                for cover in agreement.covers:
                    self._covers[cover.responsibility][agreement.where(cover)].append((agreement.id, cover))
        self._sorts = cache(view.sorts_of)

    def covers(self, responsibility: str) -> Covers:
        """Return the agreements in force that cover `responsibility`."""
        return self._covers.get(responsibility, {})

    def backed(
        self, law: Law, area: str, leads: tuple[str, ...], candidates: tuple[Assignment, ...], found: list[Covering]
    ) -> bool:
        """Return whether each of `leads` rests on the law or on one of the agreements `found` to cover it there."""
        for lead in leads:
            bases = self._bases(lead, area, candidates)
            if not by_law(law, bases, self._sorts(lead)) and not by_agreement(self._view, lead, area, bases, found):
                return False
        return True

    def _bases(self, lead: str, area: str, candidates: tuple[Assignment, ...]) -> set[str]:
        """Return the bases given by the candidates that name `lead`."""
        if len(candidates) == 1:
            return {candidates[0].basis}  # nobody else could have named the lead
        view = self._view
        return {
            one.basis for one in candidates if lead in one.leads or lead in view.resolve(one.leads, area, view.active)
        }


def by_law(law: Law, bases: set[str], sorts: frozenset[str]) -> bool:
    """Return whether a lead with these bases, of these sorts, rests on the law."""
    return "law" in bases or bool(law.holder and not sorts.isdisjoint(law.holder))


def by_agreement(view: AsAt, lead: str, area: str, bases: set[str], found: Iterable[Covering]) -> bool:
    """Return whether an agreement names this lead, or covers the place without naming leads and is not disowned.

    A role stands for its organisation and an organisation for its roles. An agreement that names somebody else
    does not back a lead; one that names nobody backs its parties and their roles (anybody where it records no
    parties), but not a lead whose own basis is custom or a claim.
    """
    for agreement, cover in found:
        if cover.leads:
            named = view.resolve(cover.leads, area, view.active)
            if any(view.same(lead, one) for one in named):
                return True
        elif (agreement in bases or not bases <= UNAGREED) and _binds(view, agreement, lead):
            return True
    return False


def covering_of(agreement: Agreement, responsibility: str, area: str, level: str) -> list[Covering]:
    """Return what one agreement says of a responsibility in an area."""
    wanted = said_at(area, level)
    return [
        (agreement.id, cover)
        for cover in agreement.covers
        if cover.responsibility == responsibility and agreement.where(cover) in wanted
    ]


def _binds(view: AsAt, agreement: str, lead: str) -> bool:
    """Return whether a lead is a party to an agreement, or one of its roles or organisations is."""
    parties = view.landscape.agreements[agreement].parties
    return not parties or any(view.same(lead, one) for one in parties)
