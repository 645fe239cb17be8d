"""Finding: the entries that match every word asked for, the squares they name together, and why each matches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rolemap.graph import Cell, RoleGraph
from rolemap.search.entries import WEIGHTS, Entry, How, Kind
from rolemap.search.index import ALMOST, Index
from rolemap.search.words import as_typed, asked, tokens

MOST_HITS = 8
"""How many of a kind are listed; how many more there are is said."""

WHOLE_NAME = 1.5
"""What is added where the words asked for are the whole name; half of it where the name begins with them or is among them."""


NEARLY_AS_GOOD = 0.8
"""How much of the best score something that is not shown needs to be worth mentioning beside it: by judgement."""


@dataclass(frozen=True, slots=True)
class Match:
    """How one word matched an entry: the word of the map, where it stands, and how much it counts."""

    typed: str
    word: str
    field: int
    worth: float
    almost: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `why` says in a few words how it matched.

    Of a square, `entry` is its responsibility, `area` the id of its area, and `cell` what the map has there, if anything.
    """

    entry: Entry
    score: float
    why: str
    area: str = ""
    cell: Cell | None = None

    @property
    def here(self) -> bool:
        """Return whether the map shows it on its day."""
        return self.cell is not None if self.area else self.entry.here

    @property
    def kind(self) -> Kind:
        """Return the kind of what was found."""
        return Kind.SQUARE if self.area else self.entry.kind


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind, best first: at most MOST_HITS of `total`."""

    kind: Kind
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. `words` were searched for; `unknown` are those that stand nowhere on the map.

    Where nothing has all the words, `partial` is true and the groups hold what has most of them. `away` is what has all
    the words and is known but not shown on this map on its day: other areas, what has ended or not begun.
    """

    words: tuple[str, ...]
    unknown: tuple[str, ...]
    groups: tuple[Group, ...]
    partial: bool = False
    away: tuple[Hit, ...] = ()


Matches = dict[int, dict[str, Match]]
"""Number of an entry -> typed word -> how it matched there."""


def search(graph: RoleGraph, index: Index, text: str) -> Found:
    """Return what matches the words of `text`, grouped by kind, the kind with the best hit first."""
    words = asked(text)
    if not words:
        return Found((), (), ())
    matches = _matches(index, words)
    known = {word for found in matches.values() for word in found}
    typed = as_typed(text)
    said = tuple(typed.get(word, word) for word in words)
    unknown = tuple(typed.get(word, word) for word in words if word not in known)
    squares = _squares(graph, index, matches, words)
    whole = [*squares, *_having(index, matches, len(words), text)]
    here = [hit for hit in whole if hit.here]
    best = max((hit.score for hit in here), default=0.0)
    away = sorted((hit for hit in whole if not hit.here and hit.score >= best * NEARLY_AS_GOOD), key=_order)[:MOST_HITS]
    if here:
        return Found(said, unknown, _groups(here), away=tuple(away))
    shown = {number: found for number, found in matches.items() if index.entries[number].here}
    most = max(map(len, shown.values()), default=0)
    nearly = _having(index, shown, most, text) if most * 2 >= len(words) else []
    return Found(said, unknown, _groups(nearly), bool(nearly), tuple(away))


def _having(index: Index, matches: Matches, number_of_words: int, text: str) -> list[Hit]:
    whole = tokens(text)
    return [
        Hit(entry, _score(entry, found, whole), why(entry, found))
        for entry, found in ((index.entries[number], found) for number, found in matches.items())
        if len(found) == number_of_words
    ]


def _matches(index: Index, words: Iterable[str]) -> Matches:
    matches: Matches = {}
    for typed in words:
        for meant in index.meant(typed):
            for number, field in index.places[meant.word].items():
                worth = meant.worth * WEIGHTS[index.entries[number].fields[field].how]
                here = matches.setdefault(number, {})
                before = here.get(typed)
                if before is None or worth > before.worth:
                    here[typed] = Match(typed, meant.word, field, worth, meant.worth == ALMOST)
    return matches


def _score(entry: Entry, found: dict[str, Match], whole: tuple[str, ...]) -> float:
    name = tokens(entry.title)
    part = name[: len(whole)] == whole or _names(name, whole)
    extra = WHOLE_NAME if name == whole else WHOLE_NAME / 2 if part else 0.0
    return sum(match.worth for match in found.values()) / len(found) + extra


def _names(name: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Return whether a whole name of several words is asked for, besides words that say which: a post and its place."""
    ends = range(len(whole) - len(name) + 1)
    return len(name) > 1 and any(whole[at : at + len(name)] == name for at in ends)


def _squares(graph: RoleGraph, index: Index, matches: Matches, words: tuple[str, ...]) -> list[Hit]:
    """Return the squares that the words name together, those the map does not have included.

    Some of the words name the area, and all others the responsibility.
    """
    areas = [
        (index.entries[number], _naming(index, number, found)) for number, found in _of(index, matches, Kind.PLACE)
    ]
    works = _of(index, matches, Kind.RESPONSIBILITY)
    able: dict[tuple[str, ...], list[tuple[Entry, float, str]]] = {}
    hits: list[Hit] = []
    for place, named in areas:
        rest = tuple(word for word in words if word not in named)
        if not named or not rest:
            continue
        if rest not in able:
            able[rest] = list(_able(index, works, rest))
        where, worth = why(place, named), _worth(named)
        for work, worth_there, what in able[rest]:
            said = "; ".join(part for part in (what, where) if part)
            extra = WHOLE_NAME if tuple(word for word in asked(work.title) if word not in named) == rest else 0.0
            score = (worth_there + worth) / len(words) + extra
            hits.append(Hit(work, score, said, place.id, graph.cell(work.id, place.id)))
    return hits


def _able(
    index: Index, works: Iterable[tuple[int, dict[str, Match]]], words: tuple[str, ...]
) -> Iterator[tuple[Entry, float, str]]:
    """Yield the responsibilities that match all of these words, what that is worth and why."""
    for number, found in works:
        if all(word in found for word in words):
            matched = {word: found[word] for word in words}
            yield index.entries[number], _worth(matched), why(index.entries[number], matched)


def _of(index: Index, matches: Matches, kind: Kind) -> list[tuple[int, dict[str, Match]]]:
    return [(number, found) for number, found in matches.items() if index.entries[number].kind is kind]


def _naming(index: Index, number: int, found: dict[str, Match]) -> dict[str, Match]:
    """Return the matches that name an area itself, not what lies around it."""
    fields = index.entries[number].fields
    return {word: match for word, match in found.items() if fields[match.field].how is not How.NEAR}


def _worth(found: dict[str, Match]) -> float:
    return sum(match.worth for match in found.values())


def _groups(hits: Sequence[Hit]) -> tuple[Group, ...]:
    by_kind: dict[Kind, list[Hit]] = {}
    for hit in hits:
        by_kind.setdefault(hit.kind, []).append(hit)
    order = list(Kind)
    groups = []
    for kind, found in by_kind.items():
        found.sort(key=_order)
        groups.append(Group(kind, tuple(found[:MOST_HITS]), len(found)))
    groups.sort(key=lambda group: (-group.hits[0].score, order.index(group.kind)))
    return tuple(groups)


def _order(hit: Hit) -> tuple[float, str, str, str]:
    return (-hit.score, hit.entry.title.casefold(), hit.entry.id, hit.area)


WHERE: dict[How, str] = {
    How.ID: "on file as “{text}”",
    How.TAG: "found by “{text}”",
    How.NEAR: "“{word}” is in “{text}”",
    How.TEXT: "“{word}” is in its text",
}


def why(entry: Entry, found: dict[str, Match]) -> str:
    """Return how an entry matched, in a few words; empty where every word stands in its name as typed."""
    said = [_why_one(entry, match) for match in found.values()]
    return "; ".join(dict.fromkeys(part for part in said if part))


def _why_one(entry: Entry, match: Match) -> str:
    field = entry.fields[match.field]
    read = f"“{match.typed}” read as “{match.word}”" if match.almost else ""
    if field.how is How.NAME:
        return read
    if field.how is How.ALSO:
        where = f"also known as “{field.text}”"
    elif field.how is How.SHORT:
        where = f"“{match.word}” is short for “{field.meaning}”"
    else:
        where = WHERE[field.how].format(word=match.word, text=_cut(field.text))
    return f"{read}, {where}" if read else where


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
