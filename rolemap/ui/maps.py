"""The maps the app can show: a folder it was started with, shipped examples, uploads; their files in, and out as ZIP."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rolemap.problems import InvalidMap, Location, Problem
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.encoding import lines_of
from rolemap.reading.files import SourceFile, from_path, from_zip
from rolemap.reading.files import stamp as stamp_of
from rolemap.reading.limits import LOCAL, UPLOAD, Limits

FIRST = "greater-manchester"
"""The example the app opens on."""

UPLOADED = "uploaded-"
OPENED = "folder"
SETTING = "ROLEMAP_MAP"


@dataclass(frozen=True, slots=True)
class MapFiles:
    """The files of one map. `id` names an example, is `OPENED`, or starts with `UPLOADED`; `digest` is of the files."""

    id: str
    files: tuple[SourceFile, ...]
    digest: str

    @property
    def shipped(self) -> bool:
        """Return whether this is a shipped example."""
        return self.id != OPENED and not self.id.startswith(UPLOADED)

    @property
    def origin(self) -> str:
        """Return where the map comes from, in words."""
        if self.id == OPENED:
            return "Opened from a folder"
        return "Shipped example" if self.shipped else "Your upload"

    @property
    def limits(self) -> Limits:
        """Return how much may be read: what came from elsewhere is bounded more tightly."""
        return UPLOAD if self.id.startswith(UPLOADED) else LOCAL


def examples() -> tuple[str, ...]:
    """Return the ids of the shipped examples, the first to open first."""
    folder = CONFIGS / "examples"
    found = sorted(one.name for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else []
    return tuple(sorted(found, key=lambda id: id != FIRST))


def opened() -> Path | None:
    """Return the folder or file the app was started with, `streamlit run app.py -- FOLDER` or in `ROLEMAP_MAP`."""
    given = sys.argv[1:2] if Path(sys.argv[0]).name == "app.py" else []
    named = "".join(given) or os.environ.get(SETTING, "")
    return Path(named) if named else None


def known() -> tuple[str, ...]:
    """Return the ids of the maps that are open to everybody, the one the app opens on first."""
    return ((OPENED,) if opened() else ()) + examples()


def stamp(id: str) -> str:
    """Return a text that changes when the files of a known map change, without reading them."""
    return stamp_of(_place(id))


def example(id: str) -> MapFiles:
    """Return the files of a known map. Raises InvalidMap if they cannot be read."""
    files = from_path(_place(id))
    return MapFiles(id, files, digest(files))


def _place(id: str) -> Path:
    return (opened() if id == OPENED else None) or CONFIGS / "examples" / id


def uploaded(parts: Iterable[tuple[str, bytes]]) -> MapFiles:
    """Return the map made of uploaded files, (name, bytes) each: YAML files, or ZIP archives of them.

    Of two files of one name the later one counts: so a file that was put right takes the place of the one before it.
    Raises InvalidMap with everything wrong with the archives.
    """
    problems: list[Problem] = []
    files: dict[str, SourceFile] = {}
    for name, data in parts:
        try:
            found = from_zip(data, name, UPLOAD) if name.lower().endswith(".zip") else (SourceFile(name, data),)
        except InvalidMap as invalid:
            problems.extend(invalid.problems)
            continue
        files.update((file.name, file) for file in found)
    if problems:
        raise InvalidMap(problems)
    whole = tuple(files[name] for name in sorted(files))
    return MapFiles(UPLOADED + digest(whole)[:12], whole, digest(whole))


def digest(files: Iterable[SourceFile]) -> str:
    """Return the SHA-256 of the names and contents of files."""
    found = sha256()
    for file in files:
        found.update(f"{len(file.name)} {file.name} {len(file.data)} ".encode())
        found.update(file.data)
    return found.hexdigest()


def to_zip(map_files: MapFiles) -> bytes:
    """Return the files of a map as a ZIP archive, the same bytes for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in map_files.files:
            archive.writestr(zipfile.ZipInfo(file.name), file.data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def line_of(map_files: Iterable[SourceFile], place: Location) -> str:
    """Return the line of text a place is in, shortened to 200 characters; empty where it is not known."""
    for file in map_files:
        if file.name == place.file and place.line:
            lines = lines_of(file.data)
            if place.line <= len(lines):
                return lines[place.line - 1][:200]
    return ""
