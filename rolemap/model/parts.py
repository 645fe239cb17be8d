"""The parts a party can play in a responsibility, and how an assignment names parties by pattern."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class Part(StrEnum):
    """What a party does for a responsibility in an area (docs/model.md, "The parts a party can play")."""

    LEADS = "leads"
    ACCOUNTABLE = "accountable"
    DELIVERS = "delivers"
    CONTRIBUTES = "contributes"
    CONSULTED = "consulted"
    INFORMED = "informed"


PARTS: tuple[Part, ...] = tuple(Part)


def by_part(of: Any) -> list[tuple[Part, tuple[str, ...]]]:  # noqa: ANN401 - an assignment or a cell of the graph
    """Return the parties of each part of an assignment or a cell that names any, in the order of the parts."""
    found = []
    if of.leads:
        found.append((Part.LEADS, of.leads))
    if of.accountable:
        found.append((Part.ACCOUNTABLE, of.accountable))
    if of.delivers:
        found.append((Part.DELIVERS, of.delivers))
    if of.contributes:
        found.append((Part.CONTRIBUTES, of.contributes))
    if of.consulted:
        found.append((Part.CONSULTED, of.consulted))
    if of.informed:
        found.append((Part.INFORMED, of.informed))
    return found


class Pattern:
    """How an assignment names parties it does not list one by one.

    `kind:K` stands for every role of kind K in the area, `type:T` for every organisation of type T there.
    """

    KIND = "kind:"
    TYPE = "type:"

    @staticmethod
    def is_pattern(party: str) -> bool:
        """Return whether `party` is a pattern rather than the id of a role or organisation."""
        return party.startswith((Pattern.KIND, Pattern.TYPE))
