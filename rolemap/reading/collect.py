"""From parsed files to raw entries by section and id, whatever file they stand in; catalogue entries underneath."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rolemap.problems import did_you_mean
from rolemap.reading.faults import Faults, Path, Spot
from rolemap.reading.sections import ENTRY_SECTIONS, LIST_SECTIONS, SECTIONS
from rolemap.reading.syntax import shown
from rolemap.reading.yaml import Mapping, Sequence, Value

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
LISTED = 'Start each item with "- ".'


@dataclass(frozen=True, slots=True)
class Raw:
    """One entry as written: its fields, and where it stands. `catalogue` names the shipped catalogue it is from."""

    file: str
    path: Path
    node: Mapping
    catalogue: str = ""

    @property
    def spot(self) -> Spot:
        """Return the place of its name (or of the item, in a list)."""
        return Spot(self.file, self.path, at_key=True)


@dataclass(slots=True)
class Collected:
    """The raw entries of a set of files."""

    info: Raw | None = None
    entries: dict[str, dict[str, Raw]] = field(default_factory=lambda: {section: {} for section in ENTRY_SECTIONS})
    lists: dict[str, list[Raw]] = field(default_factory=lambda: {section: [] for section in LIST_SECTIONS})


def collect(parsed: Iterable[tuple[str, Mapping]], faults: Faults, catalogue: str = "") -> Collected:
    """Return the raw entries of parsed files, adding to `faults` unknown sections, wrong ids and repeated ids."""
    found = Collected()
    for file, root in parsed:
        for section, content in root.items():
            if section not in SECTIONS:
                hint = did_you_mean(section, SECTIONS) or "Sections are: " + ", ".join(SECTIONS) + "."
                sentence = f'"{shown(section)}" is not a section of a map.'
                faults.add(Spot(file, (section,), at_key=True), "unknown-section", sentence, hint)
            elif content is not None:
                _section(found, (file, section, catalogue), content, faults)
    return found


def _section(found: Collected, where: tuple[str, str, str], content: Value, faults: Faults) -> None:
    file, section, catalogue = where
    if section in LIST_SECTIONS:
        if not isinstance(content, Sequence):
            faults.add(Spot(file, (section,)), "wrong-shape", f'"{section}" must be a list.', LISTED)
            return
        for number, node in enumerate(content):
            raw = _raw(file, (section, number), node, catalogue, faults)
            if raw is not None:
                found.lists[section].append(raw)
    elif not isinstance(content, Mapping):
        sentence = f'"{section}" must hold lines of the form "name: value".'
        faults.add(Spot(file, (section,)), "wrong-shape", sentence, 'For example "easton: {…}".')
    elif section == "map":
        raw = Raw(file, ("map",), content, catalogue)
        if found.info is not None:
            first = found.info.spot
            faults.add(
                raw.spot, "duplicate-id", f'"map" is written twice; it is also in {first.file}.', "Keep one.", first
            )
        else:
            found.info = raw
    else:
        _entries(found, where, content, faults)


def _entries(found: Collected, where: tuple[str, str, str], content: Mapping, faults: Faults) -> None:
    file, section, catalogue = where
    for id, node in content.items():
        raw = _raw(file, (section, id), node, catalogue, faults)
        if not ID.fullmatch(id):
            hint = f'Write it with lower-case letters, digits and hyphens, for example "{_suggest(id)}".'
            spot = Spot(file, (section, id), at_key=True)
            faults.add(spot, "bad-id", f'"{shown(id)}" cannot be an id.', hint)
        if raw is not None:
            first = found.entries[section].setdefault(id, raw)
            if first is not raw:
                repeated(raw, first, faults)


def repeated(raw: Raw, first: Raw, faults: Faults) -> None:
    """Add the fault of an id that is there already, showing both places."""
    id = raw.path[-1]
    sentence = f'"{id}" is already the id of an entry in {first.file}.'
    hint = "Give one of them another id."
    if first.file != raw.file:
        hint = "Give one of them another id; if one file is an old copy, move it out of the map."
    if first.catalogue:
        sentence = f'"{id}" is already in the catalogue "{first.catalogue}".'
        hint = "To change the shipped entry add “adapts: true”; otherwise give yours another id."
    faults.add(raw.spot, "duplicate-id", sentence, hint, first.spot)


def _suggest(id: str) -> str:
    """Return an id made from what was written."""
    return re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")[:100] or "easton"


def _raw(file: str, path: Path, node: Value, catalogue: str, faults: Faults) -> Raw | None:
    if node is None and isinstance(path[-1], str):
        node = Mapping()
        node.line = node.column = 1
    if isinstance(node, Mapping):
        return Raw(file, path, node, catalogue)
    sentence = f'"{path[-1]}" must hold fields.' if isinstance(path[-1], str) else "Each item here must hold fields."
    faults.add(Spot(file, path), "wrong-shape", sentence, 'Write them as "name: value" lines.')
    return None


def overlaid(own: Collected, catalogues: Iterable[Collected], faults: Faults) -> Collected:
    """Return the entries of `own` on top of those of catalogues; an entry that adapts keeps the fields it does not write."""
    whole = Collected(info=own.info)
    for catalogue in catalogues:
        for section, entries in catalogue.entries.items():
            for id, raw in entries.items():
                if whole.entries[section].setdefault(id, raw) is not raw:
                    repeated(raw, whole.entries[section][id], faults)
        for section, raws in catalogue.lists.items():
            whole.lists[section].extend(raws)
    for section, entries in own.entries.items():
        for id, raw in entries.items():
            whole.entries[section][id] = _adapted(raw, whole.entries[section].get(id), section, faults)
    for section, raws in own.lists.items():
        whole.lists[section].extend(raws)
    return whole


def _adapted(raw: Raw, shipped: Raw | None, section: str, faults: Faults) -> Raw:
    adapts = raw.node.get("adapts")
    if shipped is None or not shipped.catalogue:
        if adapts is not None and str(adapts).lower() in {"true", "yes"}:
            spot = Spot(raw.file, (*raw.path, "adapts"), at_key=True)
            sentence = f'No catalogue has "{raw.path[-1]}" in {section}, so there is nothing to adapt.'
            faults.add(spot, "nothing-to-adapt", sentence, "Take this line out, or check the id.")
        return raw
    if adapts is None or str(adapts).lower() not in {"true", "yes"}:
        repeated(raw, shipped, faults)
        return raw
    node = Mapping({**shipped.node, **raw.node})
    node.line, node.column = raw.node.line, raw.node.column
    return Raw(raw.file, raw.path, node)
