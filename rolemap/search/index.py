"""The index: for each word of a map, where it stands; and which words of the map a typed word may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rolemap.search.entries import WEIGHTS, Entry
from rolemap.search.words import tokens

EXACT, BEGINNING, WITHIN, ALMOST = 1.0, 0.7, 0.45, 0.4
"""How much a word of the map counts that is the word typed, begins with it, holds it, or is nearly it: by judgement."""

SHORTEST_BEGINNING, SHORTEST_WITHIN, SHORTEST_ALMOST, LONG = 2, 4, 4, 8
"""From how many letters a typed word stands for its beginning, a part or a misspelling; LONG ones may have two mistakes."""

MOST_ALMOST = 6

Places = dict[int, int]
"""Number of an entry -> number of its field where the word counts most."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A word of the map that a typed word may mean, and how much it then counts."""

    word: str
    worth: float


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that can be found, and where each word stands."""

    entries: tuple[Entry, ...]
    places: Mapping[str, Places]
    words: tuple[str, ...]

    def meant(self, typed: str) -> tuple[Meant, ...]:
        """Return the words of the map that a typed word may mean: itself, those it begins or is in, else those nearly it."""
        found = [Meant(typed, EXACT)] if typed in self.places else []
        if len(typed) >= SHORTEST_BEGINNING:
            found += [Meant(word, BEGINNING) for word in self.words if word.startswith(typed) and word != typed]
        if len(typed) >= SHORTEST_WITHIN or not typed.isascii():
            found += [Meant(word, WITHIN) for word in self.words if typed in word and not word.startswith(typed)]
        return tuple(found) or self._almost(typed)

    def _almost(self, typed: str) -> tuple[Meant, ...]:
        if len(typed) < SHORTEST_ALMOST or any(letter.isdigit() for letter in typed):
            return ()
        most = 2 if len(typed) >= LONG else 1
        near = process.extract(typed, self.words, scorer=OSA.distance, score_cutoff=most, limit=MOST_ALMOST)
        best = min((distance for _, distance, _ in near), default=0)
        return tuple(Meant(word, ALMOST) for word, distance, _ in near if distance == best)


def build_index(entries: Iterable[Entry]) -> Index:
    """Return the index of what can be found."""
    kept = tuple(entries)
    places: dict[str, Places] = defaultdict(dict)
    for number, entry in enumerate(kept):
        for at, field in enumerate(entry.fields):
            weight = WEIGHTS[field.how]
            for word in tokens(field.text):
                here = places[word]
                before = here.get(number)
                if before is None or weight > WEIGHTS[entry.fields[before].how]:
                    here[number] = at
    return Index(kept, dict(places), tuple(places))
