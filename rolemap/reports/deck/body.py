"""What a slide is before any library draws it: its title, what it shows, and what its speaker should know."""

from __future__ import annotations

from dataclasses import dataclass

from rolemap.reports.blocks import Callout, Fillable, KeyFigures, Picture, SignatureBlock, Text
from rolemap.reports.deck.tables import Grid

ONE_LINE = 70
"""A title of no more characters takes one line; a table or picture under it begins higher."""


@dataclass(frozen=True, slots=True)
class Words:
    """Running text: each item with whether it is a bullet."""

    items: tuple[tuple[Text, bool], ...]


@dataclass(frozen=True, slots=True)
class ToFill:
    """What is to be filled in: of each, the heading it stands under and what is asked."""

    items: tuple[tuple[str, str], ...]


Body = Words | Grid | KeyFigures | Picture | Callout | Fillable | ToFill | SignatureBlock


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, the section it belongs to, what it shows, the speaker's notes, and words that lead it in.

    `part` says which of several slides of one title it is.
    """

    title: str
    section: str
    body: Body
    notes: tuple[str, ...] = ()
    lead: str = ""
    part: str = ""

    @property
    def raised(self) -> bool:
        """Return whether what it shows begins higher, since its title has one line and no words lead in."""
        return not self.lead and len(self.title) <= ONE_LINE
