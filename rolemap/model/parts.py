"""The parts a party can play in a responsibility, and how an assignment names parties by pattern."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What a party does for a responsibility in an area (docs/model.md, "The parts a party can play")."""

    LEADS = "leads"
    ACCOUNTABLE = "accountable"
    DELIVERS = "delivers"
    CONTRIBUTES = "contributes"
    CONSULTED = "consulted"
    INFORMED = "informed"


PARTS: tuple[Part, ...] = tuple(Part)


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
