"""On what authority a lead rests: the law, or an agreement in force that covers it there (docs/model.md, step 6)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from rolemap.graph.asat import AsAt
from rolemap.model import Assignment, Cover, Law, said_at

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
            by_law = "law" in bases or (law.holder and not self._sorts(lead).isdisjoint(law.holder))
            if not by_law and not self._agreed(lead, area, bases, found):
                return False
        return True

    def _bases(self, lead: str, area: str, candidates: tuple[Assignment, ...]) -> set[str]:
        """Return the bases given by the candidates that name `lead`."""
        view = self._view
        return {
            one.basis for one in candidates if lead in one.leads or lead in view.resolve(one.leads, area, view.active)
        }

    def _agreed(self, lead: str, area: str, bases: set[str], found: list[Covering]) -> bool:
        """Return whether an agreement names this lead, or covers the place without naming leads and is not disowned.

        A role stands for its organisation and an organisation for its roles. An agreement that names somebody else
        does not back a lead; one that names nobody backs its parties and their roles (anybody where it records no
        parties), but not a lead whose own basis is custom or a claim.
        """
        for agreement, cover in found:
            if cover.leads:
                named = self._view.resolve(cover.leads, area, self._view.active)
                if any(self._view.same(lead, one) for one in named):
                    return True
            elif (agreement in bases or not bases <= UNAGREED) and self._binds(agreement, lead):
                return True
        return False

    def _binds(self, agreement: str, lead: str) -> bool:
        """Return whether a lead is a party to an agreement, or one of its roles or organisations is."""
        parties = self._view.landscape.agreements[agreement].parties
        return not parties or any(self._view.same(lead, one) for one in parties)
