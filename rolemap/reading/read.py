"""Reading a map: files are parsed, catalogues put underneath, shapes, references and sense checked, values built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rolemap.collector import collector_paused
from rolemap.model import Landscape, MapInfo, Role
from rolemap.problems import InvalidMap, Location, Problem, did_you_mean
from rolemap.reading import catalogues, files
from rolemap.reading.assignments import assignment
from rolemap.reading.build import entry_of, map_info
from rolemap.reading.collect import Collected, Raw, collect, overlaid
from rolemap.reading.copies import copy_problems
from rolemap.reading.documents import Document, MapDocument
from rolemap.reading.explain import explain
from rolemap.reading.faults import Faults, Spot
from rolemap.reading.files import SourceFile
from rolemap.reading.limits import LOCAL, Limits
from rolemap.reading.positions import Places, positions
from rolemap.reading.references import check_references
from rolemap.reading.sections import ENTRY_SECTIONS, LIST_SECTIONS
from rolemap.reading.sense import check_ids, check_sense, check_size
from rolemap.reading.yaml import Sequence, parse_all


def read(path: Path, limits: Limits = LOCAL) -> Landscape:
    """Return the landscape of the map at `path`, a file or a folder. Raises InvalidMap with every problem."""
    return read_files(files.from_path(path, limits), limits)


@collector_paused()
def read_files(sources: Iterable[SourceFile], limits: Limits = LOCAL) -> Landscape:
    """Return the landscape of a map's files. Raises InvalidMap with every problem, sorted by file, line and column."""
    sources = tuple(sources)
    faults = Faults()
    if copied := tuple(copy_problems(source.name for source in sources)):
        raise InvalidMap(copied)
    contents = {source.name: source.data for source in sources}
    parsed, faults.located = parse_all(sources, limits)
    own = collect(parsed.items(), faults)
    before = len(faults.found)
    below = list(_catalogues(own, contents, faults))
    unknown_catalogue = len(faults.found) > before
    whole = overlaid(own, below, faults)
    if not faults.located and not unknown_catalogue:
        check_ids(whole, faults)
        check_references(whole, faults)
    landscape = _built(whole, contents, faults)
    if not faults:
        check_sense(landscape, whole, faults)
        check_size(landscape, whole, limits, faults)
    faults.raise_if_any(contents)
    return landscape


def _catalogues(own: Collected, contents: dict[str, bytes], faults: Faults) -> Iterator[Collected]:
    """Yield the catalogues the map uses, adding their files to `contents` so that problems can show both places."""
    uses = own.info.node.get("uses") if own.info else None
    wanted = uses if isinstance(uses, Sequence) else [uses]
    for name in dict.fromkeys(name for name in wanted if isinstance(name, str)):
        if name in catalogues.names():
            found, shipped = catalogues.load(name)
            _keep_apart(contents, shipped)
            contents.update(shipped)
            yield found
        elif own.info:
            known = catalogues.names()
            hint = f"{did_you_mean(name, known)} Shipped catalogues: {', '.join(known) or 'none'}.".strip()
            spot = Spot(own.info.file, ("map", "uses"))
            faults.add(spot, "unknown-catalogue", f'There is no shipped catalogue called "{name}".', hint)


def _keep_apart(contents: dict[str, bytes], shipped: dict[str, bytes]) -> None:
    """Raise InvalidMap if a file of the map has the name of a catalogue's: places in the two could not be told apart."""
    sentence = "The shipped catalogue that the map uses has a file of this name."
    same = [
        Problem(Location(name), "catalogue-file", sentence, "Rename the file.") for name in shipped if name in contents
    ]
    if same:
        raise InvalidMap(same)


def _built(whole: Collected, contents: dict[str, bytes], faults: Faults) -> Landscape:
    """Return the values of every entry whose shape is right; the others are faults."""
    sections: dict[str, Any] = {}
    for section, shape in ENTRY_SECTIONS.items():
        built = {id: _value(section, shape, raw, faults) for id, raw in whole.entries[section].items()}
        sections[section] = {id: value for id, value in built.items() if value is not None}
    for section, shape in LIST_SECTIONS.items():
        values = (_value(section, shape, raw, faults) for raw in whole.lists[section])
        sections[section] = tuple(value for value in values if value is not None)
    info = MapInfo()
    if whole.info is not None:
        info = _value("map", MapDocument, whole.info, faults) or info
        info = replace(info, setting_places=_setting_places(info, whole.info.file, contents))
    sections["roles"] = {id: _placed(role, sections["organisations"]) for id, role in sections["roles"].items()}
    return Landscape(info=info, **sections)


def _setting_places(info: MapInfo, file: str, contents: dict[str, bytes]) -> dict[tuple[str, ...], Location]:
    """Return where the settings of a map are written, so that rules can say which of them they do not know."""
    named = {(code, *name) for code, given in info.settings.items() for name in ((), *((one,) for one in given))}
    found = positions(contents[file], [("map", "settings", *one) for one in named]) if named else Places()
    return {one: Location(file, *found.key(("map", "settings", *one))) for one in named}


def _value(section: str, shape: type[Document], raw: Raw, faults: Faults) -> Any:  # noqa: ANN401 - by section
    try:
        if section == "assignments":
            return assignment(raw)
        document = shape.model_validate(raw.node)
        return map_info(document, raw) if isinstance(document, MapDocument) else entry_of(section, document, raw)
    except ValidationError as error:
        for path, at_key, code, sentence, hint in explain(shape, error.errors(include_url=False)):
            faults.add(Spot(raw.file, (*raw.path, *path), at_key), code, sentence, hint)
    return None


def _placed(role: Role, organisations: dict[str, Any]) -> Role:
    """Return the role with its areas: its own, or else those of its organisations."""
    if role.areas:
        return role
    areas = [area for id in role.organisations if id in organisations for area in organisations[id].areas]
    if not areas:
        return role
    return replace(role, areas=tuple(dict.fromkeys(areas)))
