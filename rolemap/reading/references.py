"""Every reference leads somewhere: which fields hold ids, what they may name, and the nearest id where they name nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rolemap.model import Pattern
from rolemap.model.references import REFERENCES as TABLE
from rolemap.model.references import SECTION_WORDS
from rolemap.problems import did_you_mean
from rolemap.reading.collect import Collected, Raw
from rolemap.reading.faults import Faults, Path, Spot
from rolemap.reading.meant import Meanings
from rolemap.reading.syntax import shown
from rolemap.reading.yaml import Mapping, Sequence, Value

ID_LIKE = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds ids: where it is in an entry, and the sections whose ids it may hold.

    `words` are fixed texts allowed as well; `patterns` says whether `kind:K` and `type:T` are; `if_id_like` that
    only texts in the form of an id are references, and only in a map that has such entries of its own.
    """

    path: tuple[str, ...]
    sections: tuple[str, ...]
    words: frozenset[str] = field(default_factory=frozenset)
    patterns: bool = False
    if_id_like: bool = False


SOURCE = Reference(("source",), ("sources",), if_id_like=True)
DEFINITION_SOURCE = Reference(("definitions", "source"), ("sources",), if_id_like=True)
REFERENCES: dict[str, tuple[Reference, ...]] = {
    section: tuple(Reference(one.written, one.sections, one.words, one.patterns) for one in references)
    for section, references in TABLE.items()
}
"""The references of each section as they are written in files; `source` is one in all of them."""

MAP_REFERENCES = (Reference(("area",), ("areas",)), Reference(("levels",), ("levels",)))


def check_references(whole: Collected, faults: Faults) -> None:
    """Add a fault for every reference to nothing."""
    meanings = Meanings(whole)
    if whole.info is not None:
        _check((whole.info,), (*MAP_REFERENCES, SOURCE), meanings, faults)
    _check(tuple(whole.entries["glossary"].values()), (DEFINITION_SOURCE,), meanings, faults)
    for section, entries in whole.entries.items():
        _check(tuple(entries.values()), (*REFERENCES.get(section, ()), SOURCE), meanings, faults)
    for section, raws in whole.lists.items():
        _check(tuple(raws), (*REFERENCES.get(section, ()), SOURCE), meanings, faults)


def _check(raws: tuple[Raw, ...], references: tuple[Reference, ...], meanings: Meanings, faults: Faults) -> None:
    whole = meanings.whole
    for reference in references:
        name, *deeper = reference.path
        known = reference.words.union(*(whole.entries[section] for section in reference.sections))
        for raw in _bound(raws, reference, whole):
            value = raw.node.get(name)
            if value is None or (value.__class__ is str and value in known):
                continue
            if value.__class__ is Sequence and _all_in(known, value):
                continue
            if name == "signed" and value.__class__ is str:
                continue  # one date for the whole agreement, not a party
            for path, id, at_key in _ids(value, (name,), deeper):
                if id not in known and not _allowed(id, reference, whole):
                    _complain(Spot(raw.file, (*raw.path, *path), at_key), id, (reference, known), meanings, faults)


def _all_in(known: frozenset[str], items: Sequence) -> bool:
    try:
        return known.issuperset(items)
    except TypeError:  # a list or mapping is among them
        return False


def _bound(raws: tuple[Raw, ...], reference: Reference, whole: Collected) -> tuple[Raw, ...]:
    """Return the entries that a reference binds: `source` is free text in a map that has no sources of its own."""
    if not reference.if_id_like or any(not one.catalogue for one in whole.entries["sources"].values()):
        return raws
    return tuple(raw for raw in raws if raw.catalogue)


def _ids(value: Value, path: Path, deeper: list[str]) -> Iterator[tuple[Path, str, bool]]:
    """Yield every id at a field: one text, the items of a list, the names of a mapping, or deeper in their fields."""
    if isinstance(value, str):
        if not deeper:
            yield path, value, False
    elif isinstance(value, Sequence):
        for number, item in enumerate(value):
            yield from _ids(item, (*path, number), deeper)
    elif isinstance(value, Mapping):
        if deeper:
            yield from _ids(value.get(deeper[0]), (*path, deeper[0]), deeper[1:])
        else:
            for name in value:
                yield (*path, name), name, True


def _allowed(id: str, reference: Reference, whole: Collected) -> bool:
    if reference.if_id_like and not ID_LIKE.fullmatch(id):
        return True
    if not reference.patterns or not Pattern.is_pattern(id):
        return False
    prefix, _, name = id.partition(":")
    return name in whole.entries["role_kinds" if prefix + ":" == Pattern.KIND else "organisation_types"]


def _complain(
    spot: Spot, id: str, expected: tuple[Reference, frozenset[str]], meanings: Meanings, faults: Faults
) -> None:
    if faults.full:
        return
    reference, known = expected
    sections = reference.sections
    if reference.patterns and Pattern.is_pattern(id):
        prefix = id.partition(":")[0] + ":"
        sections = ("role_kinds",) if prefix == Pattern.KIND else ("organisation_types",)
        known = frozenset(prefix + name for name in meanings.whole.entries[sections[0]])
    words = " or ".join(SECTION_WORDS[section] for section in sections)
    looked = "Looked in " + " and ".join(sections) + "."
    if reference.words:
        looked += " Also allowed: " + ", ".join(sorted(reference.words)) + "."
    if reference.if_id_like:
        looked += " Free text is fine too: start it with a capital letter."
    if "levels" in sections:
        looked += meanings.levels()
    sentence = f'There is no {words} called "{shown(id)}".'
    hint = (
        did_you_mean(id, known)
        if Pattern.is_pattern(id)
        else meanings.hint(id, sections, known, patterns=reference.patterns)
    )
    faults.add(spot, "unknown-reference", sentence, f"{hint} {looked}".strip())
