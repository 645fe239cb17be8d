"""Which entry people mean when they write its id, or its name as they know it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rolemap.changes.edits import sections_of
from rolemap.model import Landscape
from rolemap.model.references import SECTION_WORDS
from rolemap.model.words import namer
from rolemap.problems import InvalidMap, Location, Problem, nearest

NOT_IN_IDS = re.compile("[^a-z0-9]+")
MOST_CHOICES = 5
"""How many entries of a name are told apart before the rest are counted."""


def called(landscape: Landscape, text: str, sections: Iterable[str], place: Location) -> str:
    """Return the id of the entry of these sections that has this id or, whatever its capitals, this name.

    What looks like an id and is neither id nor name is returned as it is: checking says so. Raises InvalidMap where no
    entry has the name, or several have, with the nearest choices.
    """
    sections = tuple(sections)
    if sections_of(landscape, text, sections):
        return text
    names = _names(landscape, sections)
    wanted = " ".join(text.split()).casefold()
    found = [id for id, known in names.items() if wanted in known]
    going_on = [id for id in found if not _followed(landscape, id)]
    found = going_on or found
    if len(found) == 1:
        return found[0]
    if not found and " " not in text.strip():
        return text
    name = namer(landscape)
    if not found:
        found = [id for id, known in names.items() if any(all(word in one for word in wanted.split()) for one in known)]
    if not found:
        near = nearest(wanted, {one for known in names.values() for one in known}, 2)
        found = list(dict.fromkeys(id for one in near for id, known in names.items() if one in known))
    shown = [f"{name(id)} ({id})" for id in found[:MOST_CHOICES]]
    left = len(found) - MOST_CHOICES
    more = f" There {'is' if left == 1 else 'are'} {left} more." if left > 0 else ""
    hint = f"Did you mean {'; or '.join(shown)}?{more}" if found else ""
    words = " or ".join(SECTION_WORDS[section] for section in sections) if len(sections) < 3 else "entry"
    several = any(wanted in names[id] for id in found)
    sentence = f'Several are called "{text}".' if several else f'There is no {words} called "{text}".'
    code = "ambiguous-name" if several else "unknown-name"
    raise InvalidMap([Problem(place, code, sentence, hint)])


def id_of(name: str) -> str:
    """Return a name as an id: its letters and digits in small letters, with hyphens between; empty where it has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return NOT_IN_IDS.sub("-", plain).strip("-")[:60].strip("-")


def _names(landscape: Landscape, sections: tuple[str, ...]) -> dict[str, set[str]]:
    """Return what each entry may be called, in small letters."""
    name = namer(landscape)
    return {
        id: {known.casefold() for known in (name(id), landscape.title(id)) if known != id}
        for section in sections
        for id in getattr(landscape, section)
    }


def _followed(landscape: Landscape, id: str) -> bool:
    """Return whether the map says that an organisation has become another: the other is meant where both have the name."""
    body = landscape.organisations.get(id)
    return body is not None and bool(body.becomes)
