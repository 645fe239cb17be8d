"""Which entry people mean by a text that is no id: its name, another word for it, or its first letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rolemap.model import Pattern
from rolemap.model.initials import initials
from rolemap.problems import did_you_mean
from rolemap.reading.collect import Collected, Raw
from rolemap.reading.yaml import Sequence

MOST_CHOICES = 3
"""How many entries of one name or of the same first letters are named."""

MOST_LEVELS = 8
"""How many levels are listed where an area or a level is expected."""

MARKS = re.compile(r"[^\w]+|_")


class Meanings:
    """Answers what texts may mean among the entries of a map. Names are looked at once, and only if something is wrong."""

    def __init__(self, whole: Collected) -> None:
        self.whole = whole
        self._named: dict[str, dict[str, list[str]]] = {}

    def hint(self, text: str, sections: Iterable[str], known: Iterable[str], *, patterns: bool = False) -> str:
        """Return the hint `Did you mean "x"?` for the entries of these sections that go by `text`, else for the nearest id.

        Where `patterns` are allowed, `kind:K` and `type:T` are looked at too.
        """
        named = [id for section in sections for id in self._section(section).get(_plain(text), ())]
        if patterns and not named:
            kinds = (Pattern.KIND, "role_kinds"), (Pattern.TYPE, "organisation_types")
            named = [start + id for start, section in kinds for id in self._section(section).get(_plain(text), ())]
        if not 0 < len(named) <= MOST_CHOICES:
            return did_you_mean(text, known)
        said = " or ".join(f'"{id}"' for id in named)
        return f"Did you mean {said}?"

    def levels(self) -> str:
        """Return a sentence that lists the levels, or an empty text where there are none or too many to read."""
        found = tuple(self.whole.entries["levels"])
        return f" Levels are: {', '.join(found)}." if 0 < len(found) <= MOST_LEVELS else ""

    def _section(self, section: str) -> dict[str, list[str]]:
        """Return the ids of a section's entries by everything they may be called."""
        if section not in self._named:
            found = self._named[section] = {}
            for id, raw in self.whole.entries[section].items():
                for name in {*_names(id, raw)} - {""}:
                    found.setdefault(name, []).append(id)
        return self._named[section]


def _names(id: str, raw: Raw) -> Iterator[str]:
    """Yield what an entry may be called, in small letters and without spaces and marks."""
    yield _plain(id)
    also = raw.node.get("also_known_as")
    for one in (raw.node.get("title"), raw.node.get("name"), *(also if isinstance(also, Sequence) else [also])):
        if isinstance(one, str):
            yield _plain(one)
            yield from initials([word for word in MARKS.split(one.casefold()) if word])


def _plain(text: str) -> str:
    return MARKS.sub("", text.casefold())
